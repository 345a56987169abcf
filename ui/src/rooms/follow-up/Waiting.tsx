// What waits beside the calls: critical results, whose time runs in minutes, and results to be read or told, whose time runs in days.
import { capitals, dateAndClock, kindWords, Meaning, shortDate, Table, useGo } from "../../parts";
import type { FollowUpRoom } from "../../practice";
import styles from "./follow-up.module.css";
import { CRITICAL_STAGES, CRITICAL_TIMES, STAGES } from "./words";

type Named = { family: string; given: string; birthDate: string; mrn: string };

function Who({ patient, underCustody }: { patient: Named; underCustody: boolean }) {
  return (
    <span className={styles.two}>
      <span>
        <strong>{capitals(patient.family)}</strong>, {patient.given}
      </span>
      <span className={styles.small}>
        {shortDate(patient.birthDate)} · {patient.mrn}
        {underCustody && " · health unit"}
      </span>
    </span>
  );
}

/** Open critical results, the oldest first. Nothing while there is none. */
export function Criticals({ criticals }: { criticals: FollowUpRoom["criticals"] }) {
  const go = useGo();
  if (criticals.length === 0) return null;
  return (
    <section aria-labelledby="criticals" className={styles.alarm}>
      <h2 id="criticals">Critical results</h2>
      <Table
        label="Critical results"
        hideHead
        columns={[
          {
            id: "time",
            head: "Time",
            width: "190px",
            cell: ({ time }) => <Meaning size="small" {...CRITICAL_TIMES[time]} />,
          },
          { id: "patient", head: "Patient", width: "minmax(200px, 1.2fr)", cell: (one) => <Who {...one} /> },
          {
            id: "what",
            head: "What",
            width: "minmax(220px, 1.4fr)",
            cell: ({ title, critical }) => (
              <span className={styles.two}>
                <span>{title}</span>
                <span className={styles.small}>{critical.value}</span>
              </span>
            ),
          },
          {
            id: "until",
            head: "What now",
            width: "minmax(190px, 1fr)",
            cell: ({ stage, until }) => (
              <span className={styles.two}>
                <span>{CRITICAL_STAGES[stage]}</span>
                <span className={styles.small}>{until && `by ${dateAndClock(until)}`}</span>
              </span>
            ),
          },
        ]}
        rows={criticals}
        rowKey={(one) => one.criticalId}
        rowHeight={64}
        onOpen={({ patient, visitId }) => go({ name: "critical", patientId: patient.patientId, visitId })}
      />
    </section>
  );
}

/** Results that wait, whoever waits longest first. Nothing while there is none. */
export function Results({ results }: { results: FollowUpRoom["results"] }) {
  const go = useGo();
  if (results.length === 0) return null;
  return (
    <section aria-labelledby="results">
      <h2 id="results">Results</h2>
      <Table
        label="Results that wait"
        hideHead
        columns={[
          {
            id: "time",
            head: "Time",
            width: "190px",
            cell: ({ time }) =>
              time === "late" ? (
                <Meaning kind="override" size="small" words="Late" />
              ) : (
                <Meaning kind="note" size="small" words="Open" />
              ),
          },
          { id: "patient", head: "Patient", width: "minmax(200px, 1.2fr)", cell: (one) => <Who {...one} /> },
          {
            id: "what",
            head: "What now",
            width: "minmax(220px, 1.4fr)",
            cell: ({ stage, kind, attempts }) => (
              <span className={styles.two}>
                <span>{STAGES[stage]}</span>
                <span className={styles.small}>
                  {kindWords(kind)}
                  {attempts > 0 && ` · tried ${attempts}`}
                </span>
              </span>
            ),
          },
          {
            id: "until",
            head: "By",
            width: "minmax(190px, 1fr)",
            cell: ({ since, until }) => (
              <span className={styles.two}>
                <span>{until && `by ${dateAndClock(until)}`}</span>
                <span className={styles.small}>since {dateAndClock(since)}</span>
              </span>
            ),
          },
        ]}
        rows={results}
        rowKey={(one) => one.procedureId}
        rowHeight={64}
        onOpen={({ patient, visitId, procedureId }) =>
          go({ name: "result", patientId: patient.patientId, visitId, procedureId })
        }
      />
    </section>
  );
}
