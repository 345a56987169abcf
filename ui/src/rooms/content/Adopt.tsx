// A named urologist adopts this edition: from then on papers no longer say “not for clinical use”.
import { useState } from "react";
import { Button, Dialog, PassphraseField, Refusal, refusalOf } from "../../parts";
import { useAct } from "../../practice";

export function Adopt({ edition }: { edition: string }) {
  const adopt = useAct("adoptContent");
  const [open, setOpen] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const keep = async () => {
    const done = await adopt.run({ edition, passphrase });
    setPassphrase("");
    if (done) setOpen(false);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>Adopt this edition</Button>
      <Dialog
        isOpen={open}
        onClose={() => setOpen(false)}
        title="Adopt the clinical content"
        actions={
          <>
            <Button variant="primary" busy={adopt.busy} isDisabled={passphrase === ""} onPress={() => void keep()}>
              Adopt edition {edition}
            </Button>
            <Button variant="quiet" onPress={() => setOpen(false)}>
              Not now
            </Button>
          </>
        }
      >
        <p>
          “I have read the rules, thresholds, texts and kits of this edition, with their sources, and adopt them for
          this clinic.” Your name stands on it. Another edition will need another adoption.
        </p>
        <Refusal refusal={adopt.refusal} shownFields={["passphrase"]} />
        <PassphraseField
          label="Your passphrase"
          value={passphrase}
          onChange={setPassphrase}
          onEnter={() => void keep()}
          refusal={refusalOf(adopt.refusal, "passphrase")}
        />
      </Dialog>
    </>
  );
}
