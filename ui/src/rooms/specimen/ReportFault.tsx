// What went wrong with a tube, as an incident: mislabelled, lost, or rejected by the laboratory.
import { useState } from "react";
import { Button, Choice, Dialog, glassCode, Refusal, refusalOf, TextField } from "../../parts";
import { type SpecimenFault, type SpecimenView, useAct } from "../../practice";

const FAULTS: { value: SpecimenFault; label: string }[] = [
  { value: "mislabelled", label: "It carried a label that was not its own" },
  { value: "lost", label: "It cannot be found" },
  { value: "rejected", label: "The laboratory rejected it" },
];

export function ReportFault({ tube, onClose }: { tube: SpecimenView; onClose: () => void }) {
  const report = useAct("reportSpecimenFault");
  const [fault, setFault] = useState<SpecimenFault | null>(null);
  const [words, setWords] = useState("");
  const open = async () => {
    if (fault && (await report.run({ specimenId: tube.specimenId, fault, words }))) onClose();
  };
  return (
    <Dialog
      alert
      isOpen
      onClose={onClose}
      title={`What went wrong with ${glassCode(tube.role)}?`}
      actions={
        <>
          <Button variant="primary" busy={report.busy} isDisabled={fault === null} onPress={() => void open()}>
            Open the incident
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Nothing
          </Button>
        </>
      }
    >
      <p>It stays on record and a colleague reviews it. What becomes of the tube is another act.</p>
      <Refusal refusal={report.refusal} shownFields={["words"]} />
      <Choice stacked label="What happened" value={fault} options={FAULTS} onChange={setFault} />
      <TextField
        label="How it came about, or what the laboratory said"
        value={words}
        onChange={setWords}
        refusal={refusalOf(report.refusal, "words")}
      />
    </Dialog>
  );
}
