// The time of a collection is put right: the old one stays on record, and a new label is printed.
import { useState } from "react";
import { Button, clock, Dialog, glassCode, PassphraseField, Refusal, refusalOf, TextField } from "../../parts";
import { type SpecimenView, useAct } from "../../practice";

export function CorrectTime({ tube, onClose }: { tube: SpecimenView; onClose: () => void }) {
  const correct = useAct("correctCollectionTime");
  const [at, setAt] = useState("");
  const [reason, setReason] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const said = (field: string) => refusalOf(correct.refusal, field);
  const put = async () => {
    if (await correct.run({ specimenId: tube.specimenId, at, reason, passphrase })) onClose();
  };
  return (
    <Dialog
      alert
      isOpen
      onClose={onClose}
      title={`Correct when ${glassCode(tube.role)} was collected`}
      actions={
        <>
          <Button variant="primary" busy={correct.busy} onPress={() => void put()}>
            Correct and print
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it as it is
          </Button>
        </>
      }
    >
      <p>
        Recorded: {tube.collectedAt ? clock(tube.collectedAt) : "no time"}. The old time is kept; the label is voided, a
        new one is printed and read back, and a laboratory that has the order is told.
      </p>
      <Refusal refusal={correct.refusal} shownFields={["at", "reason", "passphrase"]} />
      <TextField autoFocus label="Collected at" placeholder="08:52" value={at} onChange={setAt} refusal={said("at")} />
      <TextField label="Why the old time was wrong" value={reason} onChange={setReason} refusal={said("reason")} />
      <PassphraseField
        label="Your passphrase"
        value={passphrase}
        onChange={setPassphrase}
        refusal={said("passphrase")}
      />
    </Dialog>
  );
}
