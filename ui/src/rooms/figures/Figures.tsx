// Figures of conduct by examiner and month: counts without a patient, reviewed by somebody else. A number is a question, not an answer.
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button, dateAndClock, Meaning, PageHead, Refusal } from "../../parts";
import { type ConductCounts, type ExaminerRow, useAsk } from "../../practice";
import { Alone } from "./Alone";
import styles from "./figures.module.css";
import { ReviewFigures } from "./ReviewFigures";

const ROWS: [keyof ConductCounts, string][] = [
  ["procedures", "Procedures begun"],
  ["massages", "Massages"],
  ["withoutSpecimen", "Massages without specimen"],
  ["repeated", "Patients with three or more massages in 12 months"],
  ["outOfHours", "Out of hours"],
  ["minors", "Minors"],
  ["chaperoneDeclined", "Chaperone declined"],
  ["longMassages", "Massage over 180 seconds"],
  ["correctedAlone", "Stops lifted alone"],
];

/** `2026-11` some months on. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, one = 1] = month.split("-").map(Number);
  const count = year * 12 + (one - 1) + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** `2026-11` as people say it. */
export function monthWords(month: string): string {
  const names = "January February March April May June July August September October November December".split(" ");
  const [year = "", one = "1"] = month.split("-");
  return `${names[Number(one) - 1] ?? ""} ${year}`;
}

export function Figures() {
  const [month, setMonth] = useState<string | null>(null);
  const asked = useAsk("conductFigures", month);
  const [reviewing, setReviewing] = useState<ExaminerRow | null>(null);
  const room = asked.value;
  if (!room) return <Refusal refusal={asked.refusal} />;
  const newest = room.month === room.thisMonth;
  return (
    <div className={styles.page}>
      <PageHead title="Figures" sub={`Conduct in ${monthWords(room.month)} · clinic hours ${room.hours.join(", ")}`}>
        <Button
          variant="quiet"
          icon={ChevronLeft}
          words="Month before"
          keys="["
          hideKeys
          onPress={() => setMonth(monthAfter(room.month, -1))}
        />
        {!newest && <Button onPress={() => setMonth(null)}>This month</Button>}
        <Button
          variant="quiet"
          icon={ChevronRight}
          words="Month after"
          keys="]"
          hideKeys
          isDisabled={newest}
          onPress={() => setMonth(monthAfter(room.month, 1))}
        />
      </PageHead>
      {room.own && (
        <p className={styles.own}>
          <Meaning kind="note" size="small" words="Yours" />
          <span>You examined in this month too. Nobody reviews their own figures: a colleague sees them.</span>
        </p>
      )}
      {room.examiners.length === 0 ? (
        <p>Nobody else examined in {monthWords(room.month)}.</p>
      ) : (
        <Counts examiners={room.examiners} onReview={setReviewing} />
      )}
      <p className={styles.small}>
        Counted by examiner, never with a patient’s name. A number is a question, not an answer.
      </p>
      {room.alone.length > 0 && <Alone rows={room.alone} />}
      {reviewing && <ReviewFigures row={reviewing} month={room.month} onClose={() => setReviewing(null)} />}
    </div>
  );
}

function Counts({ examiners, onReview }: { examiners: ExaminerRow[]; onReview: (row: ExaminerRow) => void }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.counts}>
        <thead>
          <tr>
            <td />
            {examiners.map((row) => (
              <th key={row.examiner} scope="col">
                {row.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([id, title]) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              {examiners.map((row) => (
                <td
                  key={row.examiner}
                  data-some={(id !== "procedures" && id !== "massages" && (row.counts[id] ?? 0) > 0) || undefined}
                >
                  {row.counts[id] ?? 0}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Reviewed</th>
            {examiners.map((row) => (
              <td key={row.examiner}>
                {row.reviews.map((review) => (
                  <p key={review.at} className={styles.small}>
                    {review.by}, {dateAndClock(review.at)}: {review.words}
                  </p>
                ))}
                <Button words={`Review the figures of ${row.name}`} onPress={() => onReview(row)}>
                  Review
                </Button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
