// The urologist's overrides: each relative item with its own reason, one passphrase for all of them. Absolute items are not in the list.
import { useState } from "react";
import { Button, Choice, PassphraseField, Refusal, refusalOf, TextField } from "../../parts";
import { type Fired, type OneOverride, type OverrideReason, type TimeOutRoom, useAct, useWho } from "../../practice";
import styles from "./time-out.module.css";

const REASONS: { value: OverrideReason; label: string }[] = [
  { value: "benefit-outweighs-risk", label: "Benefit outweighs risk" },
  { value: "mitigation-in-place", label: "Precaution in place" },
  { value: "information-corrected", label: "Information corrected" },
  { value: "specialist-advice", label: "Specialist advice" },
  { value: "other", label: "Other" },
];

type Said = { reason: OverrideReason | null; text: string; told: boolean | null };
const UNSAID: Said = { reason: null, text: "", told: null };

export function Override({ room }: { room: TimeOutRoom }) {
  const urologist = useWho().roles.includes("urologist");
  const act = useAct("overrideRules");
  const [said, setSaid] = useState<Record<string, Said>>({});
  const [passphrase, setPassphrase] = useState("");
  const asked = standing(room);
  if (!urologist || asked.length === 0) return null;
  const of = (id: string) => said[id] ?? UNSAID;
  const set = (id: string, part: Partial<Said>) => setSaid((before) => ({ ...before, [id]: { ...of(id), ...part } }));
  const overrides = asked.flatMap(({ fired, acts }): OneOverride[] => {
    const { reason, text, told } = of(fired.id);
    if (!reason || told === null) return [];
    return acts.map((one) => ({ id: fired.id, act: one, reason, text: text || null, patientTold: told }));
  });
  const override = async () => {
    if (await act.run({ visitId: room.visitId, overrides, passphrase })) setPassphrase("");
  };
  return (
    <section className={styles.override} aria-labelledby="override">
      <h2 id="override">Override needed</h2>
      {asked.map(({ fired }) => (
        <fieldset key={fired.id} className={styles.one}>
          <legend>{fired.reason}</legend>
          <Choice
            label="Why you go on"
            dense
            value={of(fired.id).reason}
            options={REASONS}
            onChange={(reason) => set(fired.id, { reason })}
          />
          {(fired.textRequired || of(fired.id).reason === "other") && (
            <TextField
              label="In your own words"
              value={of(fired.id).text}
              onChange={(text) => set(fired.id, { text })}
              refusal={refusalOf(act.refusal, fired.id)}
            />
          )}
          <Choice
            label="The patient was told"
            dense
            value={of(fired.id).told === null ? null : of(fired.id).told ? "yes" : "no"}
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
            onChange={(told) => set(fired.id, { told: told === "yes" })}
          />
        </fieldset>
      ))}
      <PassphraseField
        label="Your passphrase"
        value={passphrase}
        onChange={setPassphrase}
        refusal={refusalOf(act.refusal, "passphrase")}
      />
      {act.refusal?.code !== "passphrase-wrong" && act.refusal?.code !== "fields" && <Refusal refusal={act.refusal} />}
      <Button busy={act.busy} isDisabled={overrides.length === 0} onPress={() => void override()}>
        Override for this visit
      </Button>
    </section>
  );
}

/** Every relative item that still stands, once, with the acts it stands against. */
function standing(room: TimeOutRoom): { fired: Fired; acts: OneOverride["act"][] }[] {
  const found = new Map<string, { fired: Fired; acts: OneOverride["act"][] }>();
  for (const verdict of room.verdicts.acts) {
    for (const fired of verdict.fired) {
      if (fired.severity !== "relative" || fired.stands !== "stands") continue;
      const known = found.get(fired.id) ?? { fired, acts: [] };
      found.set(fired.id, { fired, acts: [...known.acts, verdict.act] });
    }
  }
  return [...found.values()];
}
