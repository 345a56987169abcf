// A birth date as far as it is known: whole, month and year, year, or not at all. Then name and number identify.
import { useState } from "react";
import styles from "./BirthDateField.module.css";
import { Choice } from "./Choice";
import { DateField } from "./DateField";
import type { FieldProps } from "./FieldWords";
import { TextField } from "./TextField";

type Known = "day" | "month" | "year" | "unknown";

/** How much of a birth date a text holds. */
export function knownPart(value: string): Known {
  if (value === "unknown") return "unknown";
  return value.length === 4 ? "year" : value.length === 7 ? "month" : "day";
}

/** Reads `4 1961`, `04/1961` or `1961-04` as `1961-04`; null when it is neither. */
export function readMonth(text: string): string | null {
  const parts = text.trim().split(/[\s/.-]+/);
  const year = parts.find((part) => /^\d{4}$/.test(part));
  const month = parts.find((part) => /^(0?[1-9]|1[0-2])$/.test(part));
  return parts.length === 2 && year && month ? `${year}-${month.padStart(2, "0")}` : null;
}

export type BirthDateFieldProps = Pick<FieldProps, "refusal" | "autoFocus"> & {
  /** `1961-04-09`, `1961-04`, `1961`, `unknown`, or null while it is not whole. */
  value: string | null;
  onChange: (value: string | null) => void;
};

export function BirthDateField({ value, onChange, refusal, autoFocus }: BirthDateFieldProps) {
  const [known, setKnown] = useState<Known>(value ? knownPart(value) : "day");
  const [text, setText] = useState(value && (known === "month" || known === "year") ? value : "");
  return (
    <div className={styles.whole}>
      {known === "day" && (
        <DateField label="Birth date" value={value} onChange={onChange} refusal={refusal} autoFocus={autoFocus} />
      )}
      {(known === "month" || known === "year") && (
        <TextField
          label="Birth date"
          placeholder={known === "month" ? "month and year, 04 1961" : "year, 1961"}
          inputMode="numeric"
          value={text}
          refusal={refusal}
          onChange={(next) => {
            setText(next);
            onChange(known === "month" ? readMonth(next) : /^\d{4}$/.test(next.trim()) ? next.trim() : null);
          }}
        />
      )}
      {known === "unknown" && (
        <p className={styles.words}>Birth date not known. Name and number identify this patient.</p>
      )}
      <Choice
        label="How much of the birth date is known"
        hideLabel
        dense
        value={known}
        options={[
          { value: "day", label: "Full date" },
          { value: "month", label: "Month and year" },
          { value: "year", label: "Year only" },
          { value: "unknown", label: "Not known" },
        ]}
        onChange={(next) => {
          setKnown(next);
          setText("");
          onChange(next === "unknown" ? "unknown" : null);
        }}
      />
    </div>
  );
}
