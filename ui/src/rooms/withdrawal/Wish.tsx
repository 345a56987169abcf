// What was taken is held until the patient says what becomes of it; no answer is an answer too, and holds on.
import { useState } from "react";
import { Button, Choice, Dialog, dateAndClock, glassCode, Refusal } from "../../parts";
import { type HeldSpecimens, type SpecimenWish, useAct } from "../../practice";

export type WishProps = { held: HeldSpecimens; inRoom: boolean; onClose: () => void };

export function Wish({ held, inRoom, onClose }: WishProps) {
  const size = inRoom ? "room" : "desk";
  const answer = useAct("answerForSpecimens", { chart: true });
  const [wish, setWish] = useState<SpecimenWish | null>(null);
  const codes = held.roles.map((role) => glassCode(role)).join(", ");
  const record = async () => {
    if (wish && (await answer.run({ consentId: held.consentId, wish }))) onClose();
  };
  return (
    <Dialog
      alert
      isOpen
      onClose={onClose}
      title={`What becomes of ${codes}?`}
      actions={
        <>
          <Button
            size={size}
            variant="primary"
            busy={answer.busy}
            isDisabled={wish === null}
            onPress={() => void record()}
          >
            Record the answer
          </Button>
          <Button size={size} variant="quiet" onPress={onClose}>
            No answer yet
          </Button>
        </>
      }
    >
      <p>
        Consent was withdrawn {dateAndClock(held.since)}. Until the patient answers, nothing is labelled, packed or
        ordered.
      </p>
      <Refusal refusal={answer.refusal} />
      <Choice
        stacked
        size={size}
        label="The patient says"
        value={wish}
        options={[
          { value: "send", label: "Send them", hint: "labels, order and packing go on" },
          {
            value: "discard",
            label: "Discard them",
            hint: held.ordered
              ? "every tube is thrown away, and the laboratory is asked to destroy what it has"
              : "every tube is thrown away",
          },
        ]}
        onChange={setWish}
      />
    </Dialog>
  );
}
