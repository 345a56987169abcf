// Stopping is not withdrawing: “stop” ends the act and touches no tube; a withdrawal holds everything and asks what becomes of it.
import { useState } from "react";
import { Button, Choice, Dialog, glassCode, Refusal, TextField } from "../../parts";
import { type SpecimenWish, useAct, type WithdrawalPhase, type WithdrawalRoom } from "../../practice";

type Wanted = "stop" | "withdraw";

const WISHES: { value: SpecimenWish; label: string; hint: string }[] = [
  { value: "held", label: "Hold them", hint: "not asked, or no answer yet" },
  { value: "send", label: "Send them", hint: "the patient agrees" },
  { value: "discard", label: "Discard them", hint: "thrown away; a laboratory that has an order destroys what it got" },
];

const PHASES: Record<WithdrawalPhase, string> = {
  "before-exam": "before the examination",
  "during-exam": "during the examination",
  "before-massage": "before the massage",
  "during-massage": "during the massage",
  "after-massage": "after the massage",
  "after-collection": "after all glasses",
};

export type StopProps = { room: WithdrawalRoom; inRoom: boolean; onClose: () => void };

export function Stop({ room, inRoom, onClose }: StopProps) {
  const size = inRoom ? "room" : "desk";
  const stop = useAct("patientAskedToStop", { chart: true });
  const withdraw = useAct("withdrawConsent", { chart: true });
  const only: Wanted | null = !room.mayStop ? "withdraw" : room.standing.length === 0 ? "stop" : null;
  const [wanted, setWanted] = useState<Wanted | null>(only);
  const [consentId, setConsentId] = useState(room.standing.length === 1 ? (room.standing[0]?.consentId ?? null) : null);
  const [specimens, setSpecimens] = useState<SpecimenWish>("held");
  const [reason, setReason] = useState("");
  const codes = room.collected.map((role) => glassCode(role)).join(", ");
  const ready = wanted === "stop" || (wanted === "withdraw" && consentId !== null);
  const record = async () => {
    if (wanted === "stop") {
      if (await stop.run(room.procedureId)) onClose();
    } else if (consentId !== null) {
      const request = { consentId, phase: room.phase, specimens, reason: reason === "" ? null : reason };
      if (await withdraw.run(request)) onClose();
    }
  };
  return (
    <Dialog
      alert
      width="wide"
      isOpen
      onClose={onClose}
      title={room.mayStop ? "The patient wants to stop" : "The patient withdraws consent"}
      actions={
        <>
          <Button
            size={size}
            variant="danger"
            busy={stop.busy || withdraw.busy}
            isDisabled={!ready}
            keys="mod+Enter"
            onPress={() => void record()}
          >
            {wanted === "withdraw" ? "Record the withdrawal" : "Stop here"}
          </Button>
          <Button size={size} variant="quiet" onPress={onClose}>
            Go on
          </Button>
        </>
      }
    >
      <p>{`Recorded now, ${PHASES[room.phase]}. No reason is owed.`}</p>
      <Refusal refusal={stop.refusal ?? withdraw.refusal} />
      {only === null && (
        <Choice
          stacked
          size={size}
          label="What the patient says"
          value={wanted}
          options={[
            {
              value: "stop",
              label: "Stop here",
              hint:
                codes === ""
                  ? "nothing more is done"
                  : `nothing more is done; what was taken (${codes}) goes on as agreed`,
            },
            {
              value: "withdraw",
              label: "I take my consent back",
              hint: "nothing more is done, and nothing is sent until the patient says so",
            },
          ]}
          onChange={setWanted}
        />
      )}
      {wanted === "withdraw" && room.standing.length > 1 && (
        <Choice
          stacked
          size={size}
          label="Which consent"
          value={consentId}
          options={room.standing.map((one) => ({ value: one.consentId, label: one.title }))}
          onChange={setConsentId}
        />
      )}
      {wanted === "withdraw" && codes !== "" && (
        <Choice
          stacked
          size={size}
          label={`What becomes of ${codes}`}
          value={specimens}
          options={WISHES}
          onChange={setSpecimens}
        />
      )}
      {wanted === "withdraw" && (
        <TextField optional label="Reason, if the patient gave one" value={reason} onChange={setReason} />
      )}
    </Dialog>
  );
}
