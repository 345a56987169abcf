// Where a mass of the rectum lies.
import { Choice, NumberField } from "../../parts";
import type { Mass as MassFound } from "../../practice";
import styles from "./exam.module.css";

type MassProps = {
  value: MassFound | null;
  onChange: (mass: MassFound) => void;
  refusal: string | undefined;
};

const NOWHERE: MassFound = { distanceCm: 0, clock: 0, sizeMm: 0, fixed: false };

export function Mass({ value, onChange, refusal }: MassProps) {
  const mass = value ?? NOWHERE;
  const field = (label: string, unit: string, key: "distanceCm" | "clock" | "sizeMm") => (
    <NumberField
      label={label}
      unit={unit}
      size="arm"
      value={mass[key] === 0 ? null : mass[key]}
      onChange={(number) => onChange({ ...mass, [key]: number === null ? 0 : Math.round(number) })}
    />
  );
  return (
    <fieldset className={styles.mass}>
      <legend>The mass</legend>
      <div className={styles.pair}>
        {field("From the anal verge", "cm", "distanceCm")}
        {field("Hour of the clock", "o'clock", "clock")}
        {field("Across", "mm", "sizeMm")}
      </div>
      <Choice
        label="It is"
        inline
        size="arm"
        value={value ? (mass.fixed ? "fixed" : "mobile") : null}
        options={[
          { value: "mobile", label: "Mobile" },
          { value: "fixed", label: "Fixed", tone: "note" },
        ]}
        onChange={(word) => onChange({ ...mass, fixed: word === "fixed" })}
      />
      {refusal && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
    </fieldset>
  );
}
