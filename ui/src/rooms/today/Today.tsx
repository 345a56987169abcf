// The day's list: one row per procedure with its traffic light, and above it what waits for somebody. Arrows walk it, Enter does the next act.
import { ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { useState } from "react";
import {
  Button,
  CancelVisit,
  capitals,
  dayAfter,
  kindWords,
  longDate,
  PageHead,
  placeOfNext,
  Refusal,
  statusWords,
  Table,
  useGo,
} from "../../parts";
import { type CancelledBy, type TodayRow, useAct, useAsk, useToday } from "../../practice";
import { columns } from "./columns";
import { Interruptions } from "./Interruptions";
import { OpenLoops } from "./OpenLoops";
import styles from "./Today.module.css";

export function Today() {
  const go = useGo();
  const today = useToday();
  const [date, setDate] = useState<string | null>(null);
  const list = useAsk("today", date);
  const arrive = useAct("arrive", { chart: true });
  const missed = useAct("didNotCome", { chart: true });
  const cancel = useAct("cancelVisit", { chart: true });
  const [cancelling, setCancelling] = useState<TodayRow | null>(null);
  const rows = list.value?.rows ?? [];
  const shown = date ?? today;
  const next = (row: TodayRow) => {
    missed.forget();
    if (row.nextAct === "arrive" || row.nextAct === "came-after-all") void arrive.run(row.visitId);
    else go(placeOfNext(row.nextAct, { ...row, patientId: row.patient.patientId }));
  };
  const miss = (row: TodayRow) => {
    arrive.forget();
    void missed.run(row.visitId);
  };
  const callOff = async (by: CancelledBy | null, reason: string) => {
    if (cancelling === null) return;
    if ((await cancel.run({ visitId: cancelling.visitId, by, reason })) !== undefined) setCancelling(null);
  };
  const turn = (days: number) => {
    const there = dayAfter(shown, days);
    setDate(there === today ? null : there);
  };
  return (
    <div className={styles.today}>
      <PageHead
        title={date ? longDate(shown) : "Today"}
        sub={
          <>
            {!date && `${longDate(shown)} · `}
            {counted(rows)}
          </>
        }
        primary={{ label: "Find or register", icon: Plus, keys: "n", onPress: () => go({ name: "find" }) }}
      >
        <Button variant="quiet" icon={ChevronLeft} words="Day before" keys="[" hideKeys onPress={() => turn(-1)} />
        {date && <Button onPress={() => setDate(null)}>Today</Button>}
        <Button variant="quiet" icon={ChevronRight} words="Day after" keys="]" hideKeys onPress={() => turn(1)} />
      </PageHead>
      <Interruptions interrupted={list.value?.interrupted ?? []} />
      <OpenLoops loops={list.value?.openLoops ?? []} />
      <Refusal refusal={list.refusal ?? arrive.refusal ?? missed.refusal} />
      {!list.waiting && (
        <Table
          key={shown}
          label={`Visits of ${longDate(shown)}`}
          columns={columns(next)}
          rows={rows}
          rowKey={(row) => row.procedureId}
          rowHeight={74}
          onOpen={(row) => go({ name: "patient", patientId: row.patient.patientId })}
          onEnter={next}
          isMuted={calledOff}
          rowKeys={[
            {
              keys: "v",
              words: "Open the visit",
              run: ({ visitId, procedureId, patient: { patientId } }) =>
                go({ name: "visit", patientId, visitId, procedureId }),
            },
            { keys: "d", words: "The patient did not come", run: miss },
            {
              keys: "c",
              words: "Cancel the visit",
              run: (row) => {
                cancel.forget();
                setCancelling(row);
              },
            },
          ]}
          autoFocus
          empty={
            <div className={styles.empty}>
              <p>Nobody is booked {date ? "for this day" : "today"}.</p>
              <p>Find a patient or register a new one, then book a visit.</p>
            </div>
          }
        />
      )}
      {cancelling && (
        <CancelVisit
          visit={`${capitals(cancelling.patient.family)}, ${cancelling.patient.given} · ${kindWords(cancelling.kind)}, ${cancelling.time}`}
          busy={cancel.busy}
          refusal={cancel.refusal}
          onCancel={(by, reason) => void callOff(by, reason)}
          onClose={() => setCancelling(null)}
        />
      )}
    </div>
  );
}

/** It does not take place. */
const calledOff = (row: Pick<TodayRow, "status">) => row.status === "cancelled" || row.status === "no-show";

/** “3 visits: Four-glass test 2, DRE 1 · 1 cancelled”. */
export function counted(all: Pick<TodayRow, "kind" | "status">[]): string {
  const off = ["cancelled", "no-show"] as const;
  const aside = off
    .map((status) => ({ status, count: all.filter((row) => row.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${statusWords(status)}`);
  return [taking(all.filter((row) => !calledOff(row))), ...aside].join(" · ");
}

function taking(rows: Pick<TodayRow, "kind">[]): string {
  if (rows.length === 0) return "no visits";
  const kinds = [...new Set(rows.map((row) => row.kind))];
  const parts = kinds.map((kind) => `${kindWords(kind)} ${rows.filter((row) => row.kind === kind).length}`);
  return `${rows.length} visit${rows.length === 1 ? "" : "s"}: ${parts.join(", ")}`;
}
