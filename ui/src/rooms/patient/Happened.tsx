// What followed from the acts of this chart: adverse events in their last version, and the way to record one.
import { Button, kindWords, Meaning, shortDate, useGo } from "../../parts";
import { useAsk, type VisitRow } from "../../practice";
import styles from "./patient.module.css";

export function Happened({ patientId, visits }: { patientId: string; visits: VisitRow[] }) {
  const go = useGo();
  const events = useAsk("adverseEventsOf", patientId).value ?? [];
  const done = visits.filter((visit) => !["booked", "no-show", "cancelled"].includes(visit.status));
  const newest = done[0];
  if (!newest) return null;
  return (
    <section aria-labelledby="happened">
      <h2 id="happened">Adverse events</h2>
      {events.length === 0 && <p className={styles.small}>None is recorded.</p>}
      <ul className={styles.happened}>
        {events.map(({ eventId, visitId, versions }) => {
          const last = versions.at(-1);
          return (
            last && (
              <li key={eventId}>
                <Meaning
                  kind={last.event.grade >= 3 ? "stop" : "note"}
                  size="small"
                  words={`grade ${last.event.grade}`}
                />
                <Button variant="quiet" onPress={() => go({ name: "adverse-event", patientId, visitId })}>
                  {`${last.event.description.slice(0, 60)}, ${shortDate(last.event.onsetDate)}`}
                </Button>
              </li>
            )
          );
        })}
      </ul>
      <Button
        keys="e"
        onPress={() =>
          go({ name: "adverse-event", patientId, visitId: newest.visitId, procedureId: newest.procedureId })
        }
      >
        {`Record one after the ${kindWords(newest.kind)} of ${shortDate(newest.date)}`}
      </Button>
    </section>
  );
}
