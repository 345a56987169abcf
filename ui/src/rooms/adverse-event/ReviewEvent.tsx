// A urologist has read the last version, and says what to make of it.
import { useState } from "react";
import { Button, Dialog, Refusal, refusalOf, TextField } from "../../parts";
import { type StoredEvent, useAct } from "../../practice";

export function ReviewEvent({ event, onClose }: { event: StoredEvent; onClose: () => void }) {
  const review = useAct("reviewAdverseEvent");
  const [words, setWords] = useState("");
  const keep = async () => {
    if (await review.run({ eventId: event.eventId, words })) onClose();
  };
  return (
    <Dialog
      title={`Review of version ${event.versions.length}`}
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={review.busy} onPress={() => void keep()}>
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
        label="What you make of it"
        multiline
        value={words}
        onChange={setWords}
        refusal={refusalOf(review.refusal, "words")}
      />
    </Dialog>
  );
}
