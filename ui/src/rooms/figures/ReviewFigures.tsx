// Somebody else has looked at an examiner's month, and says what to make of it.
import { useState } from "react";
import { Button, Dialog, Refusal, refusalOf, TextField } from "../../parts";
import { type ExaminerRow, useAct } from "../../practice";

export type ReviewFiguresProps = { row: ExaminerRow; month: string; onClose: () => void };

export function ReviewFigures({ row, month, onClose }: ReviewFiguresProps) {
  const review = useAct("reviewConduct");
  const [words, setWords] = useState("");
  const keep = async () => {
    if (await review.run({ examiner: row.examiner, month, counts: row.counts, words })) onClose();
  };
  return (
    <Dialog
      title={`Figures of ${row.name}`}
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
        label="What you make of these figures"
        hint="The figures as they stand now are kept with your words."
        multiline
        value={words}
        onChange={setWords}
        refusal={refusalOf(review.refusal, "words")}
      />
    </Dialog>
  );
}
