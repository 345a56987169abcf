// The review of one incident: what was found and what is done about it.
import { useState } from "react";
import { Button, Dialog, Refusal, refusalOf, TextField } from "../../parts";
import { type IncidentView, useAct } from "../../practice";

export function Review({ incident, onClose }: { incident: IncidentView; onClose: () => void }) {
  const review = useAct("reviewIncident");
  const [words, setWords] = useState("");
  const keep = async () => {
    if (await review.run({ incidentId: incident.incidentId, words })) onClose();
  };
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={`Review of incident ${incident.number}`}
      actions={
        <>
          <Button variant="primary" busy={review.busy} onPress={() => void keep()}>
            Keep the review
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <Refusal refusal={review.refusal} shownFields={["words"]} />
      <TextField
        multiline
        label="What was found, and what is done about it"
        value={words}
        onChange={setWords}
        refusal={refusalOf(review.refusal, "words")}
      />
    </Dialog>
  );
}
