// The day's list: one row per procedure with its traffic light, and above it what waits for somebody. Arrows walk it, Enter does the next act.
import { ChevronLeft, ChevronRight, Plus } from "lucide-react";
import { useState } from "react";
import { Button, dayAfter, kindWords, longDate, PageHead, placeOfNext, Refusal, Table, useGo } from "../../parts";
import { type TodayRow, useAct, useAsk, useToday } from "../../practice";
import { columns } from "./columns";
import { Interruptions } from "./Interruptions";
import { OpenLoops } from "./OpenLoops";
import styles from "./Today.module.css";

export function Today() {
  const go = useGo();
  const today = useToday();
  const [date, setDate] = useState<string | null>(null);
  const list = useAsk("today", date);
  const arrive = useAct("arrive");
  const rows = list.value?.rows ?? [];
  const shown = date ?? today;
  const next = (row: TodayRow) => {
    if (row.nextAct === "arrive") void arrive.run(row.visitId);
    else go(placeOfNext(row.nextAct, { ...row, patientId: row.patient.patientId }));
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
      <Refusal refusal={list.refusal ?? arrive.refusal} />
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
          autoFocus
          empty={
            <div className={styles.empty}>
              <p>Nobody is booked {date ? "for this day" : "today"}.</p>
              <p>Find a patient or register a new one, then book a visit.</p>
            </div>
          }
        />
      )}
    </div>
  );
}

/** “3 visits: Four-glass test 2, DRE 1”. */
export function counted(rows: Pick<TodayRow, "kind">[]): string {
  if (rows.length === 0) return "no visits";
  const kinds = [...new Set(rows.map((row) => row.kind))];
  const parts = kinds.map((kind) => `${kindWords(kind)} ${rows.filter((row) => row.kind === kind).length}`);
  return `${rows.length} visit${rows.length === 1 ? "" : "s"}: ${parts.join(", ")}`;
}
