// A patient's chart: visits with what comes next, and what is known of the person. Name and number stand on the band above.
import { CalendarPlus, ClipboardList } from "lucide-react";
import {
  Button,
  kindWords,
  nextWords,
  PageHead,
  placeOfNext,
  Refusal,
  shortDate,
  statusWords,
  useGo,
  usePlace,
} from "../../parts";
import { type PatientView, type TodayRow, useAct, useAsk, type VisitRow } from "../../practice";
import { Happened } from "./Happened";
import styles from "./patient.module.css";

export function Patient() {
  const { patientId = "" } = usePlace();
  const go = useGo();
  const chart = useAsk("patient", patientId);
  const today = useAsk("today", null);
  const reasons = useAsk("indications");
  const arrive = useAct("arrive", { chart: true });
  const patient = chart.value;
  if (!patient) return <Refusal refusal={chart.refusal} />;
  const rows = today.value?.rows.filter((row) => row.patient.patientId === patientId) ?? [];
  const next = (row: TodayRow) => {
    if (row.nextAct === "arrive") void arrive.run(row.visitId);
    else go(placeOfNext(row.nextAct, { ...row, patientId }));
  };
  const book = () => go({ name: "book", patientId });
  const current = rows.find((row) => row.nextAct !== "nothing");
  const title = (visit: VisitRow) =>
    reasons.value?.find((one) => one.id === visit.indication)?.title ?? visit.indication;
  const lastSet = patient.visits.find(hasSet);
  const results = ({ procedureId, visitId }: VisitRow) => go({ name: "result", patientId, procedureId, visitId });
  return (
    <div className={styles.page}>
      <PageHead
        title="Chart"
        sub={
          patient.visits.length === 0
            ? "No visits yet"
            : `${patient.visits.length} visit${patient.visits.length === 1 ? "" : "s"}`
        }
        primary={
          current
            ? { label: nextWords(current.nextAct), keys: "mod+Enter", busy: arrive.busy, onPress: () => next(current) }
            : { label: "Book a visit", icon: CalendarPlus, keys: "mod+Enter", onPress: book }
        }
      >
        {current && (
          <Button icon={CalendarPlus} onPress={book} keys="b">
            Book a visit
          </Button>
        )}
        <Button icon={ClipboardList} keys="q" onPress={() => go({ name: "questionnaires", patientId })}>
          Questionnaires
        </Button>
      </PageHead>
      <Refusal refusal={arrive.refusal} />
      <div className={styles.chart}>
        <section aria-labelledby="visits">
          <h2 id="visits">Visits</h2>
          <ol className={styles.visits}>
            {patient.visits.map((visit) => {
              const row = rows.find((one) => one.visitId === visit.visitId);
              return (
                <li key={visit.visitId} className={styles.visit}>
                  <span className={styles.when}>
                    <strong>{shortDate(visit.date)}</strong>
                    <span className={styles.small}>{visit.time.slice(0, 5)}</span>
                  </span>
                  <span>
                    <span className={styles.kind}>{kindWords(visit.kind)}</span>{" "}
                    <span className={styles.small}>· {statusWords(visit.status)}</span>
                    <br />
                    <span className={styles.small}>{title(visit)}</span>
                  </span>
                  <span className={styles.acts}>
                    {row && row !== current && nextWords(row.nextAct) !== "" && (
                      <Button onPress={() => next(row)}>{nextWords(row.nextAct)}</Button>
                    )}
                    {tellable(visit) && (
                      <Button
                        variant="quiet"
                        words={`Record afterwards what happened on ${shortDate(visit.date)}`}
                        onPress={() => go({ name: "afterwards", patientId, ...idsOf(visit) })}
                      >
                        Record afterwards
                      </Button>
                    )}
                    {visit === lastSet && (
                      <Button keys="r" onPress={() => results(visit)}>
                        Results
                      </Button>
                    )}
                    {visit !== lastSet && hasSet(visit) && (
                      <Button words={`Results of ${shortDate(visit.date)}`} onPress={() => results(visit)}>
                        Results
                      </Button>
                    )}
                  </span>
                </li>
              );
            })}
          </ol>
        </section>
        <div>
          <Known patient={patient} />
          <Happened patientId={patientId} visits={patient.visits} />
        </div>
      </div>
    </div>
  );
}

const idsOf = ({ visitId, procedureId }: VisitRow) => ({ visitId, procedureId });

/** A visit whose day has come: something of it can have happened unseen. */
function tellable(visit: VisitRow): boolean {
  return visit.procedureStatus !== "entered-in-error" && visit.status !== "cancelled";
}

/** A visit whose glasses can have gone to the laboratory. */
function hasSet(visit: VisitRow): boolean {
  return (
    ["four-glass", "two-glass", "eps"].includes(visit.kind) && !["planned", "underway"].includes(visit.procedureStatus)
  );
}

function Known({ patient }: { patient: PatientView }) {
  const facts: [string, string | null][] = [
    ["Name used", patient.nameUsed],
    ["Pronoun", patient.pronoun],
    ["Gender", patient.gender],
    ["Sex for the laboratory", patient.sex === "unknown" ? "not known" : patient.sex],
    ["Has a prostate", patient.hasProstate === "unknown" ? "not known" : patient.hasProstate],
    ["Allergies", patient.allergies ?? "none recorded"],
    ["Safe phone", patient.phone],
    ["Message may be left", patient.phone ? (patient.mayLeaveMessage ? "yes" : "no") : null],
    ["Custody", patient.underCustody ? "calls and sheet go to the health unit" : null],
  ];
  return (
    <section aria-labelledby="known">
      <h2 id="known">What is known</h2>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
