// Two people at one desk: whoever acts types the passphrase again, and somebody else confirms it with their own.
import { PassphraseField } from "./PassphraseField";
import { TextField } from "./TextField";
import styles from "./TwoPeople.module.css";

export type People = { ownPassphrase: string; name: string; passphrase: string };

export const NOBODY: People = { ownPassphrase: "", name: "", passphrase: "" };

export type TwoPeopleProps = {
  value: People;
  onChange: (value: People) => void;
  /** Nobody else is asked for where one person works alone. */
  singleHanded: boolean;
  /** What was refused beside a field of this name, if anything. */
  said: (field: string) => string | undefined;
};

/** The fields whose refusals stand here. */
export const TWO_PEOPLE_FIELDS = ["ownPassphrase", "second", "secondPassphrase"];

export function TwoPeople({ value, onChange, singleHanded, said }: TwoPeopleProps) {
  const set = (part: Partial<People>) => onChange({ ...value, ...part });
  return (
    <fieldset className={styles.people}>
      <legend>Confirmed by two people</legend>
      <PassphraseField
        label="Your passphrase"
        value={value.ownPassphrase}
        onChange={(ownPassphrase) => set({ ownPassphrase })}
        refusal={said("ownPassphrase")}
      />
      <TextField
        label="Second person signs on as"
        value={value.name}
        onChange={(name) => set({ name })}
        optional={singleHanded}
        refusal={said("second")}
      />
      <PassphraseField
        label="Their passphrase"
        value={value.passphrase}
        onChange={(passphrase) => set({ passphrase })}
        optional={singleHanded}
        refusal={said("secondPassphrase")}
      />
    </fieldset>
  );
}
