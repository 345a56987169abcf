// What a row of the day says, in the order in which it is read.

import type { Column, MeaningKind } from "../../parts";
import {
  actWords,
  Button,
  cancelledWords,
  capitals,
  consentWords,
  GlassRow,
  Meaning,
  meaningOf,
  nextWords,
  shortDate,
  shortKind,
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
    { id: "patient", head: "Patient", width: "minmax(190px, 1.1fr)", cell: Who },
    { id: "procedure", head: "Procedure", width: "minmax(260px, 1.8fr)", cell: What },
    {
      id: "vitals",
      head: "Vitals",
      width: "minmax(122px, 0.5fr)",
      wideOnly: true,
      cell: (row) => <Vitals words={row.vitals} />,
    },
    { id: "glasses", head: "Glasses", width: "88px", cell: (row) => <GlassRow glasses={row.glasses} /> },
    { id: "status", head: "Status, consent", width: "minmax(106px, 0.5fr)", cell: Status },
    {
      id: "next",
      head: "Next",
      width: "126px",
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
      <span className={styles.name} data-one={row.sameName || undefined}>
        <strong>{capitals(row.patient.family)}</strong>, {row.patient.given}
      </span>
      <span className={styles.small}>
        {shortDate(row.patient.birthDate)} · {row.patient.mrn}
      </span>
      {row.sameName && <span className={styles.same}>same family name today</span>}
    </span>
  );
}

/** The words of the meanings where space is short. */
const IN_ROWS: Record<MeaningKind, string> = {
  clear: "clear",
  note: "note",
  override: "override",
  stop: "stop",
  incomplete: "incomplete",
};

/** One badge for acts that mean the same. */
function grouped(lights: TodayRow["lights"]): { kind: MeaningKind; acts: string[] }[] {
  const heaviestFirst = lights.toSorted((one, other) => weight(other) - weight(one));
  const kinds = [...new Set(heaviestFirst.map((light) => meaningOf(light.verdict)))];
  return kinds.map((kind) => ({
    kind,
    acts: lights
      .filter((light) => meaningOf(light.verdict) === kind)
      .map((light, at) => (at === 0 ? actWords(light.act) : actWords(light.act).toLowerCase())),
  }));
}

const WEIGHT: MeaningKind[] = ["clear", "note", "override", "incomplete", "stop"];
const weight = (light: TodayRow["lights"][number]) => WEIGHT.indexOf(meaningOf(light.verdict));

function What(row: TodayRow) {
  // The heaviest verdict speaks first.
  const reason = row.lights.toSorted((one, other) => weight(other) - weight(one)).find((light) => light.reason)?.reason;
  return (
    <span className={styles.two}>
      <span className={styles.first}>
        <span className={styles.kind}>{shortKind(row.kind)}</span>
        {reason && (
          <span className={styles.small} title={reason}>
            {reason}
          </span>
        )}
      </span>
      <span className={styles.lights}>
        {grouped(row.lights).map(({ kind, acts }) => (
          <Meaning key={kind} kind={kind} size="small" words={`${acts.join(" and ")}: ${IN_ROWS[kind]}`} />
        ))}
      </span>
    </span>
  );
}

/** “36.8 °C · 72/min · 128/78 · 09:12” on two lines: temperature and pulse, then pressure and hour. */
function Vitals({ words }: { words: string | null | undefined }) {
  const parts = (words ?? "–").split(" · ");
  const first = parts.length > 2 ? 2 : 1;
  return (
    <span className={styles.two}>
      <span>{parts.slice(0, first).join(" · ")}</span>
      <span className={styles.small}>{parts.slice(first).join(" · ")}</span>
    </span>
  );
}

function Status(row: TodayRow) {
  return (
    <span className={styles.two}>
      <span>{statusWords(row.status)}</span>
      {row.calledOff && <span className={styles.small}>{cancelledWords(row.calledOff)}</span>}
      {row.consent && !row.calledOff && <span className={styles.small}>{consentWords(row.consent)}</span>}
    </span>
  );
}
