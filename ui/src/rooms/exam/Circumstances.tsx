// How the examination was done: stated where it matters, and never filled in beforehand.
import { Fragment } from "react";
import { Choice, NumberField, TextField } from "../../parts";
import type { StatedFindings } from "../../practice";
import { circumstances } from "./choices";
import styles from "./exam.module.css";

type CircumstancesProps = {
  value: StatedFindings;
  set: (part: Partial<StatedFindings>) => void;
  beside: (field: string) => string | undefined;
};

export function Circumstances({ value, set, beside }: CircumstancesProps) {
  const number = (given: number | null) => (given === null ? null : Math.round(given));
  return (
    <div className={styles.circumstances}>
      {circumstances.map(({ field, label, options }) => (
        <Fragment key={field}>
          <Choice<string>
            label={label}
            inline
            size="arm"
            value={value[field]}
            options={options}
            onChange={(word) => set({ [field]: word })}
          />
          {field === "lubricant" && value.lubricant === "other" && (
            <TextField
              label="Name of the lubricant"
              size="arm"
              value={value.lubricantName ?? ""}
              onChange={(lubricantName) => set({ lubricantName })}
              refusal={beside("lubricantName")}
            />
          )}
        </Fragment>
      ))}
      <div className={styles.pair}>
        <NumberField
          label="Pain before"
          unit="of 10"
          size="arm"
          optional
          value={value.painBefore}
          onChange={(pain) => set({ painBefore: number(pain) })}
        />
        <NumberField
          label="Pain afterwards"
          unit="of 10"
          size="arm"
          optional
          value={value.painAfter}
          onChange={(pain) => set({ painAfter: number(pain) })}
        />
      </div>
      <TextField
        label="Supervised by"
        size="arm"
        optional
        value={value.supervisedBy ?? ""}
        onChange={(supervisedBy) => set({ supervisedBy: supervisedBy || null })}
      />
      <TextField
        label="Why it could not be completed"
        size="arm"
        optional
        value={value.incomplete ?? ""}
        onChange={(incomplete) => set({ incomplete: incomplete || null })}
      />
    </div>
  );
}
