// Every glass has its end: finish, verify what is open, send the order; after strokes of the gland on to aftercare, else close the visit.
import { DoorOpen, FileOutput, HeartPulse, TestTubeDiagonal } from "lucide-react";
import { Button, Refusal, useGo } from "../../parts";
import { type CollectionView, useAct } from "../../practice";
import styles from "./collection.module.css";

export function Ended({ view }: { view: CollectionView }) {
  const go = useGo();
  const finish = useAct("finishCollection");
  const close = useAct("closeVisit", { chart: true });
  const { procedureId, patientId, visitId } = view;
  const here = view.visitStatus === "arrived" || view.visitStatus === "in-room";
  // Who went before the last glass is not looked at any more: the aftercare is a call.
  const left = view.glasses.some((glass) => glass.reason === "left");
  const looked = view.massage !== null && !left;
  const exists = view.glasses.some((glass) => glass.accession !== null && !glass.discarded);
  const closeVisit = async () => {
    if ((await close.run(visitId)) !== undefined) go({ name: "today" });
  };
  if (view.step === "finish") {
    return (
      <section className={styles.now} aria-label="Finish">
        <Refusal refusal={finish.refusal} />
        <Button
          size="room"
          variant="primary"
          wide
          keys="mod+Enter"
          busy={finish.busy}
          onPress={() => void finish.run(procedureId)}
        >
          Finish the collection
        </Button>
      </section>
    );
  }
  return (
    <section className={styles.now} aria-label="Finished">
      <Refusal refusal={close.refusal} />
      <div className={styles.pair}>
        {exists && (
          <Button
            size="room"
            variant={view.openLabels === 0 ? "primary" : "plain"}
            icon={FileOutput}
            wide
            isDisabled={view.openLabels > 0}
            onPress={() => go({ name: "order", patientId, visitId, procedureId })}
          >
            Go to the order
          </Button>
        )}
        {here && (
          <Button
            size="room"
            icon={TestTubeDiagonal}
            wide
            keys="u"
            onPress={() => go({ name: "further", patientId, visitId, procedureId })}
          >
            Beside the glasses
          </Button>
        )}
        {here && looked && (
          <Button
            size="room"
            icon={HeartPulse}
            wide
            onPress={() => go({ name: "aftercare", patientId, visitId, procedureId })}
          >
            Aftercare and leaving
          </Button>
        )}
        {here && !looked && (
          <Button size="room" icon={DoorOpen} wide busy={close.busy} onPress={() => void closeVisit()}>
            Close the visit
          </Button>
        )}
      </div>
    </section>
  );
}
