// The labels that wait to be read back: scan the tube anywhere on this screen, or type its last four characters.
import { Keyboard, ScanLine } from "lucide-react";
import { useState } from "react";
import { Button, Dialog, glassCode, refusalOf, TextField } from "../../parts";
import { type CollectionView, useAct } from "../../practice";
import styles from "./collection.module.css";

export function Verify({ view }: { view: CollectionView }) {
  const [typing, setTyping] = useState(false);
  const open = view.glasses.filter((glass) => glass.label?.status === "unverified");
  if (open.length === 0) return null;
  const codes = open.map((glass) => glassCode(glass.role)).join(", ");
  return (
    <section className={styles.verify} aria-label="Labels to verify">
      <p className={styles.scan}>
        <ScanLine aria-hidden size={28} /> Scan {codes} when hands are free
      </p>
      <Button size="room" icon={Keyboard} keys="t" onPress={() => setTyping(true)}>
        No scanner: type
      </Button>
      {typing && <Typed procedureId={view.procedureId} codes={codes} onClose={() => setTyping(false)} />}
    </section>
  );
}

function Typed({ procedureId, codes, onClose }: { procedureId: string; codes: string; onClose: () => void }) {
  const verify = useAct("verifyLabel");
  const [typed, setTyped] = useState("");
  const read = async () => {
    if (await verify.run({ procedureId, specimenId: null, read: typed, how: "typed" })) onClose();
  };
  return (
    <Dialog
      title={`Read the label of ${codes}`}
      isOpen
      onClose={onClose}
      actions={
        <Button
          size="room"
          variant="primary"
          busy={verify.busy}
          isDisabled={typed.trim().length < 4}
          onPress={() => void read()}
        >
          Verify
        </Button>
      }
    >
      <TextField
        size="room"
        label="Last four characters on the tube"
        autoFocus
        value={typed}
        onChange={setTyped}
        onEnter={() => void read()}
        refusal={refusalOf(verify.refusal, "read")}
      />
    </Dialog>
  );
}
