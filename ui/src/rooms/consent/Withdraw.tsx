// Taking a consent back: any of the staff may record it, at any time, and no reason is owed.
import { useState } from "react";
import { Button, Choice, Dialog, Refusal, TextField } from "../../parts";
import { type SpecimenWish, useAct, type WithdrawalPhase } from "../../practice";

const PHASES: { value: WithdrawalPhase; label: string }[] = [
  { value: "before-exam", label: "Before the examination" },
  { value: "during-exam", label: "During the examination" },
  { value: "before-massage", label: "Before the massage" },
  { value: "during-massage", label: "During the massage" },
  { value: "after-massage", label: "After the massage" },
  { value: "after-collection", label: "After all glasses" },
];

const WISHES: { value: SpecimenWish; label: string; hint: string }[] = [
  { value: "held", label: "Hold it", hint: "not asked, or no answer yet" },
  { value: "send", label: "Send it", hint: "the patient agrees" },
  { value: "discard", label: "Discard it", hint: "the patient asks for it" },
];

export function Withdraw({ consentId, onClose }: { consentId: string; onClose: () => void }) {
  const withdraw = useAct("withdrawConsent");
  const [phase, setPhase] = useState<WithdrawalPhase | null>(null);
  const [specimens, setSpecimens] = useState<SpecimenWish>("held");
  const [reason, setReason] = useState("");
  const record = async () => {
    if (phase === null) return;
    const done = await withdraw.run({ consentId, phase, specimens, reason: reason === "" ? null : reason });
    if (done) onClose();
  };
  return (
    <Dialog
      alert
      width="wide"
      isOpen
      onClose={onClose}
      title="The patient withdraws consent"
      actions={
        <>
          <Button variant="danger" busy={withdraw.busy} isDisabled={phase === null} onPress={() => void record()}>
            Record the withdrawal
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Consent stands
          </Button>
        </>
      }
    >
      <p>What is under way stops now. What was agreed to and sealed stays on record.</p>
      <Refusal refusal={withdraw.refusal} />
      <Choice stacked label="How far it had come" value={phase} options={PHASES} onChange={setPhase} />
      <Choice label="What becomes of what was taken" value={specimens} options={WISHES} onChange={setSpecimens} />
      <TextField optional label="Reason, if the patient gave one" value={reason} onChange={setReason} />
    </Dialog>
  );
}
