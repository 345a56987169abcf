// What still has to leave the house: every set with its tubes, their clocks, its order, and what is missing in red.
import { useState } from "react";
import { Button, chirp, PageHead, Refusal, refusalOf, TextField, useGo, useNotify, useScanner } from "../../parts";
import { useAct, useAsk } from "../../practice";
import styles from "./handoff.module.css";
import { SetCard } from "./SetCard";

export function Handoff() {
  const go = useGo();
  const asked = useAsk("handoff");
  const pack = useAct("packSpecimen");
  const notify = useNotify();
  const [bag, setBag] = useState("Bag 1");
  const [fridge, setFridge] = useState("Fridge 1");
  const [number, setNumber] = useState("");
  const sets = asked.value ?? [];

  const take = async (accession: string) => {
    const board = await pack.run({ accession, place: bag });
    if (!board) return chirp();
    setNumber("");
    notify("done", `${accession} packed in ${bag}`);
  };
  useScanner((code) => {
    void take(code);
    return true;
  });
  return (
    <div className={styles.page}>
      <PageHead
        title="Handoff"
        sub={
          sets.length === 0
            ? "Nothing waits to leave"
            : `${sets.length} set${sets.length === 1 ? "" : "s"} in the house`
        }
      >
        <Button keys="d" onPress={() => go({ name: "downtime" })}>
          Downtime packs
        </Button>
      </PageHead>
      <section className={styles.packing} aria-label="Packing">
        <TextField label="Bag or box" value={bag} onChange={setBag} refusal={refusalOf(pack.refusal, "place")} />
        <TextField
          label="Tube: scan, or type its number"
          value={number}
          onChange={setNumber}
          onEnter={() => void take(number)}
          refusal={refusalOf(pack.refusal, "accession")}
        />
        <Button busy={pack.busy} isDisabled={number.trim() === ""} onPress={() => void take(number)}>
          Pack this tube
        </Button>
        <TextField label="Refrigerator" value={fridge} onChange={setFridge} />
      </section>
      {pack.refusal?.fields.length === 0 && <Refusal refusal={pack.refusal} />}
      <Refusal refusal={asked.refusal} />
      <ul className={styles.board} aria-label="Sets">
        {sets.map((set) => (
          <SetCard key={set.procedureId} set={set} fridge={fridge} />
        ))}
      </ul>
    </div>
  );
}
