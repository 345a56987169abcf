// The person's own PIN: chosen here with the passphrase, changed, or no longer used.
import { useState } from "react";
import { Button, Dialog, PassphraseField, Refusal, refusalOf, useNotify } from "../../parts";
import { useAct, useAsk } from "../../practice";

export function MyPin({ onClose }: { onClose: () => void }) {
  const mine = useAsk("myPin");
  const set = useAct("setPin");
  const stop = useAct("stopPin");
  const notify = useNotify();
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [mismatch, setMismatch] = useState(false);
  const known = mine.value?.set ?? false;
  const keep = async () => {
    setMismatch(pin !== again);
    if (pin !== again) return;
    const kept = await set.run({ pin, passphrase });
    if (!kept) return;
    notify("done", "Your PIN is set. It works until you lock.");
    onClose();
  };
  const end = async () => {
    if (!(await stop.run())) return;
    notify("done", "Your PIN is no longer used.");
    onClose();
  };
  const refusal = set.refusal ?? stop.refusal;
  return (
    <Dialog
      title={known ? "Change my PIN" : "Set my PIN"}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={set.busy} onPress={() => void keep()}>
            Set the PIN
          </Button>
          <Button onPress={onClose}>Cancel</Button>
          {known && (
            <Button variant="quiet" busy={stop.busy} onPress={() => void end()}>
              Stop using it
            </Button>
          )}
        </>
      }
    >
      <p>
        Six to eight digits, for taking the screen back from a patient, for saying that you are there as chaperone, and
        for every signature after the first. Signing on, exports and overrides keep asking for your passphrase.
      </p>
      {refusal?.fields.length !== 1 && <Refusal refusal={refusal} shownFields={["pin", "passphrase"]} />}
      <PassphraseField
        label="New PIN"
        digits
        value={pin}
        onChange={setPin}
        refusal={refusalOf(refusal, "pin")}
        autoFocus
      />
      <PassphraseField
        label="The same PIN again"
        digits
        value={again}
        onChange={(text) => {
          setAgain(text);
          setMismatch(false);
        }}
        refusal={mismatch ? "The two differ. Show both and compare." : undefined}
      />
      <PassphraseField
        label="Your passphrase"
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => void keep()}
        refusal={refusalOf(refusal, "passphrase")}
      />
    </Dialog>
  );
}
