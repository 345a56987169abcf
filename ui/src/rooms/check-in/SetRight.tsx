// Putting an entry right once check-in is closed: why it was wrong, and when a stop falls, who else looked.
import { useEffect, useState } from "react";
import { Button, Dialog, PassphraseField, Refusal, refusalOf, TextField } from "../../parts";
import type { Refusal as Refused, SecondPerson } from "../../practice";
import styles from "./check-in.module.css";

export type SetRightProps = {
  refusal: Refused;
  singleHanded: boolean;
  onSettle: (reason: string, second: SecondPerson | null) => void;
  onClose: () => void;
};

const NOBODY: SecondPerson = { ownPassphrase: "", name: "", passphrase: "" };

export function SetRight({ refusal, singleHanded, onSettle, onClose }: SetRightProps) {
  const [reason, setReason] = useState("");
  const [second, setSecond] = useState(NOBODY);
  const [lifts, setLifts] = useState(false);
  useEffect(() => {
    if (refusal.code !== "correction-reason") setLifts(true);
  }, [refusal.code]);
  const set = (part: Partial<SecondPerson>) => setSecond((before) => ({ ...before, ...part }));
  return (
    <Dialog
      title="Put an entry right"
      isOpen
      onClose={onClose}
      alert
      actions={
        <>
          <Button variant="primary" onPress={() => onSettle(reason, lifts ? second : null)}>
            Put it right
          </Button>
          <Button onPress={onClose}>Leave it as it is</Button>
        </>
      }
    >
      <div className={styles.setRight}>
        <TextField
          label="Why it was wrong"
          value={reason}
          onChange={setReason}
          refusal={refusalOf(refusal, "reason")}
          autoFocus
        />
        {lifts && (
          <>
            <p>This would lift a stop. The urologist confirms it, and a second person beside them.</p>
            <PassphraseField
              label="Your passphrase"
              value={second.ownPassphrase}
              onChange={(ownPassphrase) => set({ ownPassphrase })}
            />
            <TextField
              label="Second person signs on as"
              value={second.name}
              onChange={(name) => set({ name })}
              optional={singleHanded}
            />
            <PassphraseField
              label="Their passphrase"
              value={second.passphrase}
              onChange={(passphrase) => set({ passphrase })}
              optional={singleHanded}
            />
          </>
        )}
        {refusal.code !== "correction-reason" && (
          <Refusal refusal={refusal} shownFields={["reason", "second", "temperature", "passphrase"]} />
        )}
      </div>
    </Dialog>
  );
}
