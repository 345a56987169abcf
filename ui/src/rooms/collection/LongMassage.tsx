// A massage of more than three minutes is asked about, beside whatever comes next: the urine does not wait for the answer.
import { useState } from "react";
import { Button, Refusal, refusalOf, TextField } from "../../parts";
import { type CollectionView, useAct } from "../../practice";
import styles from "./collection.module.css";

export function LongMassage({ view }: { view: CollectionView }) {
  const explain = useAct("explainMassage");
  const [why, setWhy] = useState("");
  const { procedureId, massage } = view;
  if (!massage) return null;
  if (massage.longBecause) return <p className={styles.hint}>Longer than three minutes: {massage.longBecause}</p>;
  if (!massage.asksWhyLong) return null;
  const keep = () => void explain.run({ procedureId, why });
  return (
    <section className={styles.long} aria-label="A long massage">
      <TextField
        size="room"
        label="The massage took longer than three minutes: why?"
        hint="May be answered later; it stands in the note."
        value={why}
        onChange={setWhy}
        onEnter={keep}
        refusal={refusalOf(explain.refusal, "why")}
      />
      <Button size="room" busy={explain.busy} onPress={keep}>
        Keep the reason
      </Button>
      {explain.refusal?.fields.length === 0 && <Refusal refusal={explain.refusal} />}
    </section>
  );
}
