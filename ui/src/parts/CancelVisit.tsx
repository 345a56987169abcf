// Calling a visit off: who does, and why. Asked in the list of the day and in the room of the visit.
import { useState } from "react";
import { Button } from "./Button";
import { Choice } from "./Choice";
import { Dialog } from "./Dialog";
import { Refusal, type RefusalWords, refusalOf } from "./Refusal";
import { TextField } from "./TextField";

/** Who calls a visit off. */
export type CancelledByWord = "patient" | "clinic";

export type CancelVisitProps = {
  /** Whose visit and when, in words. */
  visit: string;
  busy: boolean;
  refusal: RefusalWords | null;
  onCancel: (by: CancelledByWord | null, reason: string) => void;
  onClose: () => void;
};

export function CancelVisit({ visit, busy, refusal, onCancel, onClose }: CancelVisitProps) {
  const [by, setBy] = useState<CancelledByWord | null>(null);
  const [reason, setReason] = useState("");
  const cancel = () => onCancel(by, reason);
  return (
    <Dialog
      title="Cancel the visit"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" keys="mod+Enter" busy={busy} onPress={cancel}>
            Cancel the visit
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it booked
          </Button>
        </>
      }
    >
      <p>{visit}</p>
      <Refusal refusal={refusal} shownFields={["by", "reason"]} />
      <Choice
        label="Who calls it off"
        value={by}
        options={[
          { value: "patient", label: "The patient" },
          { value: "clinic", label: "The clinic" },
        ]}
        onChange={setBy}
        refusal={refusalOf(refusal, "by")}
      />
      <TextField
        label="Why"
        value={reason}
        onChange={setReason}
        onEnter={cancel}
        hint="In a few words; it stands in the chart, and in no list."
        refusal={refusalOf(refusal, "reason")}
      />
    </Dialog>
  );
}
