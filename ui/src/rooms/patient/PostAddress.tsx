// Where a patient wants post sent when it is not home; emptied, it goes home again.
import { useState } from "react";
import { Button, Dialog, Refusal, refusalOf, TextField } from "../../parts";
import { type PatientView, useAct } from "../../practice";

export function PostAddress({ patient, onClose }: { patient: PatientView; onClose: () => void }) {
  const keep = useAct("keepPostAddress", { chart: true });
  const [lines, setLines] = useState(patient.postAddress ?? "");
  const save = async () => {
    if (await keep.run({ patientId: patient.patientId, lines })) onClose();
  };
  return (
    <Dialog
      title="Address for post"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={keep.busy} onPress={() => void save()}>
            Keep the address
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <Refusal refusal={keep.refusal} shownFields={["lines"]} />
      <TextField
        autoFocus
        multiline
        label="Post goes to"
        hint="Asked for by the patient, instead of home. Left empty, post goes home again."
        value={lines}
        onChange={setLines}
        refusal={refusalOf(keep.refusal, "lines")}
      />
    </Dialog>
  );
}
