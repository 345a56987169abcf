// What a row of the day says, in the order in which it is read.

import type { Column } from "../../parts";
import {
  actWords,
  Button,
  GlassRow,
  kindWords,
  Meaning,
  meaningOf,
  nextWords,
  shortDate,
  statusWords,
} from "../../parts";
import type { TodayRow } from "../../practice";
import styles from "./Today.module.css";

export function columns(onNext: (row: TodayRow) => void): Column<TodayRow>[] {
  return [
    {
      id: "time",
      head: "Time",
      width: "52px",
      cell: (row) => <span className={styles.time}>{row.time.slice(0, 5)}</span>,
    },
    { id: "patient", head: "Patient", width: "minmax(190px, 1.5fr)", cell: Who },
    { id: "procedure", head: "Procedure", width: "minmax(180px, 1.6fr)", cell: What },
    { id: "vitals", head: "Vitals", width: "minmax(86px, 0.8fr)", cell: (row) => <Small words={row.vitals} /> },
    { id: "consent", head: "Consent", width: "minmax(80px, 0.6fr)", cell: (row) => <Small words={row.consent} /> },
    { id: "glasses", head: "Glasses", width: "96px", cell: (row) => <GlassRow glasses={row.glasses} /> },
    { id: "status", head: "Status", width: "76px", cell: (row) => statusWords(row.status) },
    {
      id: "next",
      head: "Next",
      width: "132px",
      cell: (row) =>
        nextWords(row.nextAct) !== "" && (
          <Button wide onPress={() => onNext(row)}>
            {nextWords(row.nextAct)}
          </Button>
        ),
    },
  ];
}

function Who(row: TodayRow) {
  return (
    <span className={styles.two}>
      <span className={styles.name}>
        <strong>{row.patient.family.toLocaleUpperCase("en-GB")}</strong>, {row.patient.given}
      </span>
      <span className={styles.small}>
        {shortDate(row.patient.birthDate)} · {row.patient.mrn}
        {row.sameName && <span className={styles.same}> · same name today</span>}
      </span>
    </span>
  );
}

function What(row: TodayRow) {
  const reason = row.lights.find((light) => light.reason)?.reason;
  return (
    <span className={styles.two}>
      <span className={styles.kind}>
        {kindWords(row.kind)}
        {row.lights.map((light) => (
          <span key={light.act} className={styles.light} title={actWords(light.act)}>
            <span className="unseen">{actWords(light.act)}:</span>
            <Meaning kind={meaningOf(light.verdict)} size="small" signOnly={row.lights.length > 1} />
          </span>
        ))}
      </span>
      {reason && <span className={styles.small}>{reason}</span>}
    </span>
  );
}

function Small({ words }: { words: string | null | undefined }) {
  return <span className={styles.small}>{words ?? "–"}</span>;
}
