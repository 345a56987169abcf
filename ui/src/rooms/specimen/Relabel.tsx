// A tube that cannot be had again is labelled anew: the collector signs whose it is, and somebody else confirms it.
import { useState } from "react";
import {
  Button,
  Dialog,
  glassCode,
  NOBODY,
  Refusal,
  refusalOf,
  TextField,
  TWO_PEOPLE_FIELDS,
  TwoPeople,
} from "../../parts";
import { type SpecimenView, useAct, useClinic } from "../../practice";

export function Relabel({ tube, onClose }: { tube: SpecimenView; onClose: () => void }) {
  const relabel = useAct("relabelSpecimen");
  const { singleHanded } = useClinic();
  const [words, setWords] = useState("");
  const [second, setSecond] = useState(NOBODY);
  const said = (field: string) => refusalOf(relabel.refusal, field);
  const sign = async () => {
    if (await relabel.run({ specimenId: tube.specimenId, words, second })) onClose();
  };
  return (
    <Dialog
      alert
      width="wide"
      isOpen
      onClose={onClose}
      title={`Relabel ${glassCode(tube.role)}`}
      actions={
        <>
          <Button variant="primary" busy={relabel.busy} onPress={() => void sign()}>
            Sign and print the new label
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it as it is
          </Button>
        </>
      }
    >
      <p>
        {tube.irretrievable} Whoever collected it signs whose it is. The old label is void, the laboratory is told, and
        the new one is read back from the tube.
      </p>
      <Refusal refusal={relabel.refusal} shownFields={["words", ...TWO_PEOPLE_FIELDS]} />
      <TextField autoFocus label="How you know whose it is" value={words} onChange={setWords} refusal={said("words")} />
      <TwoPeople value={second} onChange={setSecond} singleHanded={singleHanded} said={said} />
    </Dialog>
  );
}
