// A tube that exists is thrown away: one reason, and what follows from it in words before it is done.
import { useState } from "react";
import { Button, Choice, Dialog, discardWords, glassCode, Refusal } from "../../parts";
import { type DiscardReason, type SpecimenView, useAct } from "../../practice";

const REASONS: DiscardReason[] = ["broken", "spilled", "contaminated", "wrong-tube"];

export function Discard({ tube, onClose }: { tube: SpecimenView; onClose: () => void }) {
  const discard = useAct("discardSpecimen");
  const [reason, setReason] = useState<DiscardReason | null>(tube.quarantined ? "wrong-patient" : null);
  const ordered = tube.custody.some((row) => row.event === "ordered");
  const record = async () => {
    if (reason && (await discard.run({ specimenId: tube.specimenId, reason }))) onClose();
  };
  return (
    <Dialog
      alert
      isOpen
      onClose={onClose}
      title={`Discard ${glassCode(tube.role)}?`}
      actions={
        <>
          <Button variant="danger" busy={discard.busy} isDisabled={reason === null} onPress={() => void record()}>
            Discard this tube
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Keep it
          </Button>
        </>
      }
    >
      <p>Its label is void from now on. It is neither packed nor ordered; everything recorded of it stays.</p>
      {ordered && <p>An order names this tube already: tell the laboratory that it will not come.</p>}
      <Refusal refusal={discard.refusal} />
      <Choice
        stacked
        label="Why"
        value={reason}
        options={(tube.quarantined ? [...REASONS, "wrong-patient" as const] : REASONS).map((value) => ({
          value,
          label: discardWords(value),
        }))}
        onChange={setReason}
      />
    </Dialog>
  );
}
