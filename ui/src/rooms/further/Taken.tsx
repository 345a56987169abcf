// One container that was taken: where it stands, what bears on its result, and what the laboratory said of it.
import { useState } from "react";
import {
  Button,
  clock,
  dateAndClock,
  discardWords,
  GlassGlyph,
  glassCode,
  grouped,
  type Place,
  useGo,
} from "../../parts";
import type { FurtherTube } from "../../practice";
import styles from "./further.module.css";
import { Report } from "./Report";

type TakenProps = { tube: FurtherTube; ids: Omit<Place, "name"> };

export function Taken({ tube, ids }: TakenProps) {
  const go = useGo();
  const [reporting, setReporting] = useState(false);
  const code = glassCode(tube.role);
  const verified = tube.label?.status === "verified";
  const latest = tube.reports.at(-1);
  const open = () => go({ name: "specimen", specimenId: tube.specimenId, ...ids });
  return (
    <li className={styles.tube} data-status={tube.status}>
      <GlassGlyph
        role={tube.role}
        state={tube.status === "discarded" ? "not-obtained" : tube.status}
        size={44}
        label=""
      />
      <div>
        <p>
          <strong>{code}</strong> {tube.source}
        </p>
        {tube.accession && (
          <Button variant="quiet" words={`${grouped(tube.accession)}: timeline of ${code}`} onPress={open}>
            {grouped(tube.accession)}
          </Button>
        )}
        <p className={styles.small}>{state(tube, verified)}</p>
        {tube.insufficient && <p className={styles.small}>Less than the laboratory wants.</p>}
        {tube.cautions.map((words) => (
          <p key={words} className={styles.small}>
            {words}
          </p>
        ))}
        {latest && (
          <dl className={styles.report}>
            {latest.report.lines.map((line) => (
              <div key={line.test}>
                <dt>{line.test}</dt>
                <dd>{line.value}</dd>
              </div>
            ))}
            <p className={styles.small}>
              Typed in {dateAndClock(latest.at)} by {latest.by}
              {latest.reason ? `, corrected: ${latest.reason}` : ""}
            </p>
          </dl>
        )}
        {verified && !tube.discarded && (
          <Button words={`${latest ? "Correct" : "Type in"} the report of ${code}`} onPress={() => setReporting(true)}>
            {latest ? "Correct the report" : "Type in its report"}
          </Button>
        )}
      </div>
      {reporting && <Report tube={tube} onClose={() => setReporting(false)} />}
    </li>
  );
}

function state(tube: FurtherTube, verified: boolean): string {
  if (tube.discarded) return `Discarded: ${discardWords(tube.discarded).toLowerCase()}`;
  const printed = tube.label?.prints.some((print) => print.failure === null) ?? false;
  const label = verified ? "label verified" : printed ? "label printed: scan it" : "label not yet printed";
  const ordered = tube.ordered ? "ordered" : "not yet ordered";
  const at = tube.collectedAt ? `${clock(tube.collectedAt)} by ${tube.collectedBy}` : "";
  return [at, tube.amount, label, ordered].filter(Boolean).join(" · ");
}
