// Blank forms for the hours without a screen: printed with reserved labels, and every number that was reserved has its end.
import { useState } from "react";
import {
  Button,
  Choice,
  dateAndClock,
  grouped,
  kindWords,
  Meaning,
  PageHead,
  Refusal,
  refusalOf,
  TextField,
  useBack,
} from "../../parts";
import { type DowntimePack, type ProcedureKind, useAct, useAsk } from "../../practice";
import styles from "./downtime.module.css";

const KINDS: ProcedureKind[] = ["four-glass", "two-glass", "eps", "post-dre-urine", "dre"];

export function Downtime() {
  const back = useBack();
  const asked = useAsk("downtimePacks");
  const print = useAct("printDowntimePack");
  const [kind, setKind] = useState<ProcedureKind>("four-glass");
  const [sets, setSets] = useState("5");
  const [savedTo, setSavedTo] = useState<string | null>(null);
  const packs = asked.value ?? [];
  const make = async () => {
    const printed = await print.run({ kind, sets });
    if (printed) setSavedTo(printed.savedTo);
  };
  return (
    <div className={styles.page}>
      <PageHead
        title="Downtime packs"
        sub="Blank forms and reserved labels for when there is no screen. What is written on them is entered afterwards."
        primary={{ label: "Print this pack", keys: "mod+Enter", busy: print.busy, onPress: () => void make() }}
      >
        <Button variant="quiet" keys="Escape" onPress={back}>
          Back
        </Button>
      </PageHead>
      <Refusal refusal={print.refusal ?? asked.refusal} shownFields={["sets"]} />
      <section className={styles.make} aria-label="A new pack">
        <Choice
          label="Procedure"
          value={kind}
          options={KINDS.map((one) => ({ value: one, label: kindWords(one) }))}
          onChange={setKind}
        />
        <TextField
          label="For how many patients"
          inputMode="numeric"
          value={sets}
          onChange={setSets}
          refusal={refusalOf(print.refusal, "sets")}
        />
      </section>
      {savedTo && (
        <p role="status">
          Saved to <strong>{savedTo}</strong>. Print it, and keep it where the light is.
        </p>
      )}
      <h2>Packs and the fate of their numbers</h2>
      {asked.value && packs.length === 0 && <p className={styles.small}>No pack has been printed.</p>}
      <ul className={styles.packs}>
        {packs.map((pack) => (
          <Pack key={pack.packId} pack={pack} />
        ))}
      </ul>
    </div>
  );
}

function Pack({ pack }: { pack: DowntimePack }) {
  const act = useAct("voidDowntimePack");
  const [reason, setReason] = useState("");
  const all = pack.reserved + pack.used + pack.voided;
  const numbers = `${grouped(pack.first)} to ${grouped(pack.last)}`;
  return (
    <li className={styles.pack}>
      <header className={styles.head}>
        <h3>
          {kindWords(pack.kind)}: {all} set{all === 1 ? "" : "s"}
        </h3>
        {pack.reserved === 0 ? (
          <Meaning kind="clear" words="Every number has its end" />
        ) : (
          <Meaning kind="note" words={`${pack.reserved} still on paper`} />
        )}
      </header>
      <p className={styles.small}>
        Printed {dateAndClock(pack.printedAt)} by {pack.by}, sets {numbers}. {pack.used} used, {pack.voided} voided,{" "}
        {pack.reserved} reserved.
      </p>
      {pack.reserved > 0 && (
        <div className={styles.void}>
          <TextField
            label={`What became of the unused labels: sets ${numbers}`}
            value={reason}
            placeholder="destroyed, the power is back"
            onChange={setReason}
            refusal={refusalOf(act.refusal, "reason")}
          />
          <Button
            busy={act.busy}
            words={`Void the unused: sets ${numbers}`}
            onPress={() => void act.run({ packId: pack.packId, reason })}
          >
            Void the unused
          </Button>
        </div>
      )}
      {act.refusal?.fields.length === 0 && <Refusal refusal={act.refusal} />}
    </li>
  );
}
