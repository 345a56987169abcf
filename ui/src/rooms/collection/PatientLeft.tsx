// The patient has gone: one act gives every glass that is still awaited its honest end, after a question in words.
import { DoorOpen } from "lucide-react";
import { useState } from "react";
import { Button, Dialog, glassCode, Refusal } from "../../parts";
import { type CollectionView, useAct } from "../../practice";
import styles from "./collection.module.css";
import { awaited } from "./words";

export function PatientLeft({ view }: { view: CollectionView }) {
  const [asking, setAsking] = useState(false);
  const left = useAct("patientLeft", { chart: true });
  const here = view.visitStatus === "arrived" || view.visitStatus === "in-room";
  const codes = awaited(view).map((glass) => glassCode(glass.role));
  if (!here || view.interruption || codes.length === 0) return null;
  const record = async () => {
    if (await left.run(view.procedureId)) setAsking(false);
  };
  return (
    <>
      <Button size="room" icon={DoorOpen} keys="p" onPress={() => setAsking(true)}>
        Patient left
      </Button>
      <Dialog
        alert
        width="wide"
        title="The patient has left?"
        isOpen={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button size="room" variant="danger" busy={left.busy} onPress={() => void record()}>
              The patient has left
            </Button>
            <Button size="room" autoFocus onPress={() => setAsking(false)}>
              Still here
            </Button>
          </>
        }
      >
        <p className={styles.reason}>
          {`${codes.join(", ")}: not obtained, because the patient left.`}
          {view.step === "massaging" && " The massage ends now."}
        </p>
        <p className={styles.hint}>
          What was collected is kept and can still be sent. The visit ends as left early once every label is verified.
        </p>
        <Refusal refusal={left.refusal} />
      </Dialog>
    </>
  );
}
