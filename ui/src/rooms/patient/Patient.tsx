// A patient's chart: visits with what comes next, and what is known of the person. Name and number stand on the band above.
import { CalendarPlus, ClipboardList, Combine, PhoneCall } from "lucide-react";
import { useEffect, useState } from "react";
import {
  Button,
  capitals,
  dateAndClock,
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
import { type MergeView, type PatientView, type TodayRow, useAct, useAsk, type VisitRow } from "../../practice";
import { Happened } from "./Happened";
import { PostAddress } from "./PostAddress";
import styles from "./patient.module.css";
import { Unmerge } from "./Unmerge";

export function Patient() {
  const { patientId = "" } = usePlace();
  const go = useGo();
  const chart = useAsk("patient", patientId);
  const today = useAsk("today", null);
  const reasons = useAsk("indications");
  const arrive = useAct("arrive", { chart: true });
  // By the number of a merged chart one comes to the chart it is read as now.
  const now = chart.value?.patientId;
  useEffect(() => {
    if (now && now !== patientId) go({ name: "patient", patientId: now });
  }, [now, patientId, go]);
  const [post, setPost] = useState(false);
  const [apart, setApart] = useState<MergeView | null>(null);
  const patient = chart.value;
  if (!patient) return <Refusal refusal={chart.refusal} />;
  const rows = today.value?.rows.filter((row) => row.patient.patientId === patientId) ?? [];
  const next = (row: TodayRow) => {
    if (row.nextAct === "arrive" || row.nextAct === "came-after-all") void arrive.run(row.visitId);
    else go(placeOfNext(row.nextAct, { ...row, patientId }));
  };
  const book = () => go({ name: "book", patientId });
  const current = rows.find((row) => row.nextAct !== "nothing");
  const title = (visit: VisitRow) =>
    reasons.value?.find((one) => one.id === visit.indication)?.title ?? visit.indication;
  const newest = patient.visits[0];
  const lastSet = patient.visits.find(hasSet);
  const results = ({ procedureId, visitId }: VisitRow) => go({ name: "result", patientId, procedureId, visitId });
  const putRight = ({ visitId }: VisitRow) => go({ name: "wrong-patient", patientId, visitId });
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
        <Button variant="quiet" icon={PhoneCall} keys="k" onPress={() => go({ name: "critical", patientId })}>
          Critical result
        </Button>
        <Button variant="quiet" icon={Combine} keys="m" onPress={() => go({ name: "merge", patientId })}>
          Merge
        </Button>
      </PageHead>
      <Refusal refusal={arrive.refusal} />
      {patient.merges.map((merge) => (
        <p key={merge.mergeId} className={styles.merged}>
          <span>
            Holds the chart of {capitals(merge.merged.family)}, {merge.merged.given}, born{" "}
            {shortDate(merge.merged.birthDate)}, MRN {merge.merged.mrn}, since {dateAndClock(merge.at)}: {merge.reason}
          </span>
          <Button variant="quiet" words={`Take apart: MRN ${merge.merged.mrn}`} onPress={() => setApart(merge)}>
            Take apart
          </Button>
        </p>
      ))}
      {post && <PostAddress patient={patient} onClose={() => setPost(false)} />}
      {apart && <Unmerge merge={apart} onClose={() => setApart(null)} />}
      <div className={styles.chart}>
        <section aria-labelledby="visits">
          <h2 id="visits">Visits</h2>
          <ol className={styles.visits}>
            {patient.visits.map((visit) => {
              const row = rows.find((one) => one.visitId === visit.visitId);
              return (
                <li
                  key={visit.visitId}
                  className={styles.visit}
                  data-error={visit.status === "entered-in-error" || undefined}
                >
                  <span className={styles.when}>
                    <strong>{shortDate(visit.date)}</strong>
                    <span className={styles.small}>{visit.time.slice(0, 5)}</span>
                  </span>
                  <span>
                    <span className={styles.kind}>{kindWords(visit.kind)}</span>{" "}
                    <span className={styles.small}>
                      · {statusWords(visit.status)}
                      {visit.result && ` · ${RESULTS[visit.result] ?? visit.result}`}
                    </span>
                    <br />
                    <span className={styles.small}>
                      {title(visit)}
                      {visit.calledOff && ` · ${visit.calledOff}`}
                      {visit.recordedAs && ` · recorded under MRN ${visit.recordedAs}`}
                    </span>
                  </span>
                  <span className={styles.acts}>
                    {visit.putRight !== null ? (
                      <Button words={`Put right: visit of ${shortDate(visit.date)}`} onPress={() => putRight(visit)}>
                        Put right
                      </Button>
                    ) : (
                      begun(visit) && (
                        <Button
                          variant="quiet"
                          words={`Wrong patient: visit of ${shortDate(visit.date)}`}
                          onPress={() => putRight(visit)}
                        >
                          Wrong patient
                        </Button>
                      )
                    )}
                    <Button
                      variant="quiet"
                      {...(visit === newest
                        ? { keys: "v" }
                        : { words: `Visit of ${shortDate(visit.date)}, ${visit.time.slice(0, 5)}` })}
                      onPress={() => go({ name: "visit", patientId, ...idsOf(visit) })}
                    >
                      Visit
                    </Button>
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
          <Known patient={patient} onPost={() => setPost(true)} />
          <Happened patientId={patientId} visits={patient.visits} />
        </div>
      </div>
    </div>
  );
}

const idsOf = ({ visitId, procedureId }: VisitRow) => ({ visitId, procedureId });

/** Somebody has come to it, so something stands in this chart that may be another's. */
function begun(visit: VisitRow): boolean {
  return ["arrived", "in-room", "done", "left-early"].includes(visit.status);
}

/** A visit whose day has come: something of it can have happened unseen. */
function tellable(visit: VisitRow): boolean {
  return visit.procedureStatus !== "entered-in-error" && visit.status !== "cancelled";
}

/** A visit whose glasses can have gone to the laboratory. */
function hasSet(visit: VisitRow): boolean {
  return (
    ["four-glass", "two-glass", "eps"].includes(visit.kind) &&
    !["planned", "underway", "entered-in-error"].includes(visit.procedureStatus)
  );
}

const MESSAGE: Record<PatientView["mayLeaveMessage"], string> = { yes: "yes", no: "no", unknown: "not asked" };

/** What the results of a visit wait for; nothing while none were typed in. */
const RESULTS: Record<string, string> = {
  "to-read": "result to be read",
  "to-tell": "result: patient to be told",
  closed: "result: told or written to",
};

function Known({ patient, onPost }: { patient: PatientView; onPost: () => void }) {
  const facts: [string, string | null][] = [
    ["Name used", patient.nameUsed],
    ["Pronoun", patient.pronoun],
    ["Gender", patient.gender],
    ["Sex for the laboratory", patient.sex === "unknown" ? "not known" : patient.sex],
    ["Has a prostate", patient.hasProstate === "unknown" ? "not known" : patient.hasProstate],
    ["Allergies", patient.allergies ?? "none recorded"],
    ["Safe phone", patient.phone],
    ["Message may be left", patient.phone ? MESSAGE[patient.mayLeaveMessage] : null],
    ["Post goes to", patient.postAddress],
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
      <Button variant="quiet" keys="a" onPress={onPost}>
        Address for post
      </Button>
    </section>
  );
}
