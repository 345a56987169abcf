// The labels that wait to be read back: scan the tube anywhere on this screen, or type its last four characters.
import { ScanLine } from "lucide-react";
import { useState } from "react";
import { Button, glassCode, refusalOf, TextField } from "../../parts";
import { type CollectionView, useAct } from "../../practice";
import styles from "./collection.module.css";

export function Verify({ view }: { view: CollectionView }) {
  const verify = useAct("verifyLabel");
  const [typed, setTyped] = useState("");
  const open = view.glasses.filter((glass) => glass.label?.status === "unverified");
  if (open.length === 0) return null;
  const read = async () => {
    const how = "typed";
    if (await verify.run({ procedureId: view.procedureId, specimenId: null, read: typed, how })) setTyped("");
  };
  return (
    <section className={styles.verify} aria-label="Labels to verify">
      <p className={styles.scan}>
        <ScanLine aria-hidden size={28} /> Scan {open.map((glass) => glassCode(glass.role)).join(", ")} when hands are
        free
      </p>
      <TextField
        size="room"
        label="Last four characters on the tube"
        value={typed}
        onChange={setTyped}
        onEnter={() => void read()}
        refusal={refusalOf(verify.refusal, "read")}
      />
      <Button size="room" busy={verify.busy} isDisabled={typed.trim().length < 4} onPress={() => void read()}>
        Verify
      </Button>
    </section>
  );
}
