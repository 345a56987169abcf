// Who enters it says so with the passphrase; a late label has somebody who stands by.
import { PassphraseField, TextField } from "../../parts";
import type { StoodBy } from "../../practice";
import styles from "./afterwards.module.css";

export type SignedProps = {
  passphrase: string;
  onPassphrase: (text: string) => void;
  second: StoodBy;
  onSecond: (second: StoodBy) => void;
  needsSecond: boolean;
  singleHanded: boolean;
  beside: (field: string) => string | undefined;
};

export function Signed({ passphrase, onPassphrase, second, onSecond, needsSecond, singleHanded, beside }: SignedProps) {
  const set = (part: Partial<StoodBy>) => onSecond({ ...second, ...part });
  return (
    <section className={styles.part} aria-labelledby="signed">
      <h2 id="signed">Signed for</h2>
      <div className={styles.line}>
        <PassphraseField
          label="Your passphrase"
          value={passphrase}
          onChange={onPassphrase}
          refusal={beside("passphrase")}
        />
        {needsSecond && !singleHanded && (
          <>
            <TextField
              label="Second person signs on as"
              value={second.name}
              onChange={(name) => set({ name })}
              refusal={beside("second")}
            />
            <PassphraseField
              label="Their passphrase"
              value={second.passphrase}
              onChange={(theirs) => set({ passphrase: theirs })}
            />
          </>
        )}
        {needsSecond && singleHanded && (
          <div className={styles.wide} data-scan="off">
            <TextField
              label="Recovery kit, from its paper"
              value={second.kit}
              onChange={(kit) => set({ kit })}
              refusal={beside("second")}
            />
          </div>
        )}
      </div>
      {needsSecond && (
        <p className={styles.small}>
          A label made now says “late label” and the true time.{" "}
          {singleHanded
            ? "You work alone: the recovery kit stands in for a second person."
            : "A second person stands by."}
        </p>
      )}
    </section>
  );
}
