// Marking one version of a translation as reviewed: who read it, with what right, and when. From then on it can be signed.
import { useState } from "react";
import { Button, DateField, Dialog, Refusal, refusalOf, TextField, useNotify } from "../../parts";
import { type TextView, useAct, useToday } from "../../practice";
import { LANGUAGES } from "./words";

export function Review({ row, onClose }: { row: TextView; onClose: () => void }) {
  const mark = useAct("markTranslationReviewed");
  const notify = useNotify();
  const today = useToday();
  const [reviewer, setReviewer] = useState("");
  const [qualification, setQualification] = useState("");
  const [reviewedOn, setReviewedOn] = useState<string | null>(today);
  const said = (field: string) => refusalOf(mark.refusal, field);
  const keep = async () => {
    const { id, language, version } = row;
    const which = { id, language, version };
    if (!(await mark.run({ which, reviewer, qualification, reviewedOn: reviewedOn ?? "" }))) return;
    notify("done", `${row.title} can be signed in ${LANGUAGES[language]}.`);
    onClose();
  };
  return (
    <Dialog
      title={`${LANGUAGES[row.language]}: ${row.title}, ${row.version}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={mark.busy} onPress={() => void keep()}>
            Mark as reviewed
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <p>
        A qualified translator has read this version against the English one. It is written down with your name, and the
        next version has to be read again.
      </p>
      {mark.refusal?.fields.length === 0 && <Refusal refusal={mark.refusal} />}
      <TextField
        autoFocus
        label="Translator who read it"
        value={reviewer}
        onChange={setReviewer}
        refusal={said("reviewer")}
      />
      <TextField
        label="Qualification"
        value={qualification}
        onChange={setQualification}
        refusal={said("qualification")}
      />
      <DateField label="Read on" value={reviewedOn} onChange={setReviewedOn} refusal={said("reviewedOn")} />
    </Dialog>
  );
}
