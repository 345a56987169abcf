// A merge is taken back: each chart gets its own history again, and two people say why.
import { useState } from "react";
import {
  Button,
  capitals,
  Dialog,
  NOBODY,
  Refusal,
  refusalOf,
  TextField,
  TWO_PEOPLE_FIELDS,
  TwoPeople,
} from "../../parts";
import { type MergeView, useAct, useClinic } from "../../practice";

export function Unmerge({ merge, onClose }: { merge: MergeView; onClose: () => void }) {
  const unmerge = useAct("unmergePatients", { chart: true });
  const { singleHanded } = useClinic();
  const [reason, setReason] = useState("");
  const [second, setSecond] = useState(NOBODY);
  const said = (field: string) => refusalOf(unmerge.refusal, field);
  const takeApart = async () => {
    if (await unmerge.run({ mergeId: merge.mergeId, reason, second })) onClose();
  };
  return (
    <Dialog
      alert
      width="wide"
      isOpen
      onClose={onClose}
      title="Take the charts apart"
      actions={
        <>
          <Button variant="primary" busy={unmerge.busy} onPress={() => void takeApart()}>
            Take them apart
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave them merged
          </Button>
        </>
      }
    >
      <p>{`${capitals(merge.merged.family)}, ${merge.merged.given} (MRN ${merge.merged.mrn}) gets back what was recorded under that number.`}</p>
      <Refusal refusal={unmerge.refusal} shownFields={["reason", ...TWO_PEOPLE_FIELDS]} />
      <TextField
        autoFocus
        label="How it is known that they are two people"
        value={reason}
        onChange={setReason}
        refusal={said("reason")}
      />
      <TwoPeople value={second} onChange={setSecond} singleHanded={singleHanded} said={said} />
    </Dialog>
  );
}
