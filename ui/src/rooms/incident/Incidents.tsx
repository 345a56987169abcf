// What should not have happened, the newest first. Whoever keeps the clinic sees number, kind, age and owner; the chart's part only who may read charts.
import { useState } from "react";
import { Button, dateAndClock, Meaning, PageHead, Refusal, useGo } from "../../parts";
import { type IncidentKind, type IncidentView, useAsk } from "../../practice";
import styles from "./incident.module.css";
import { Review } from "./Review";

const KIND: Record<IncidentKind, string> = {
  "against-rule": "Done against a rule",
  "wrong-patient": "Wrong patient",
  "adverse-event": "Grave adverse event",
  "emergency-examination": "Emergency examination",
  "unverified-label": "Label not verified before the patient left",
  "mislabelled-specimen": "Specimen mislabelled",
  "lost-specimen": "Specimen lost",
  "rejected-specimen": "Specimen rejected by the laboratory",
};

export function Incidents() {
  const incidents = useAsk("incidents");
  const [reviewing, setReviewing] = useState<IncidentView>();
  const list = incidents.value ?? [];
  const overdue = list.filter((incident) => incident.overdue).length;
  return (
    <div className={styles.page}>
      <PageHead title="Incidents" sub="What should not have happened. Somebody who did not open it reviews it." />
      <Refusal refusal={incidents.refusal} />
      {overdue > 0 && (
        <p>
          <Meaning kind="stop" words={overdue === 1 ? "1 review is overdue" : `${overdue} reviews are overdue`} />
        </p>
      )}
      {incidents.value && list.length === 0 && <p className={styles.empty}>No incident has been opened.</p>}
      <ul className={styles.list}>
        {list.map((incident) => (
          <Entry key={incident.incidentId} incident={incident} onReview={() => setReviewing(incident)} />
        ))}
      </ul>
      {reviewing && <Review incident={reviewing} onClose={() => setReviewing(undefined)} />}
    </div>
  );
}

/** What an incident without a review is waiting for, and since when in vain. */
function waitsFor({ reviewUntil, overdue }: IncidentView): string {
  if (!reviewUntil) return "Waits for review";
  return overdue ? `Review overdue since ${dateAndClock(reviewUntil)}` : `Review until ${dateAndClock(reviewUntil)}`;
}

function Entry({ incident, onReview }: { incident: IncidentView; onReview: () => void }) {
  const go = useGo();
  const { chart, review } = incident;
  return (
    <li className={styles.entry}>
      <h2>
        No. {incident.number}: {KIND[incident.kind]}
      </h2>
      <p className={styles.by}>
        Opened {dateAndClock(incident.at)} by {incident.by}
      </p>
      {chart && (
        <p>
          <Button variant="quiet" onPress={() => go({ name: "patient", patientId: chart.patientId })}>
            {chart.patient}
          </Button>
          {chart.words}
        </p>
      )}
      {review ? (
        <p className={styles.review}>
          Reviewed {dateAndClock(review.at)} by {review.by}: {review.words}
        </p>
      ) : (
        <div className={styles.open}>
          <Meaning kind={incident.overdue ? "stop" : "note"} words={waitsFor(incident)} />
          {incident.reviewable && <Button onPress={onReview}>Review</Button>}
        </div>
      )}
    </li>
  );
}
