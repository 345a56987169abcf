// How much urine and when: two taps at most, millilitres only for those who read the scale.
import { Minus, Plus } from "lucide-react";
import { Button, Choice, glassCode, type RefusalWords, refusalOf, TextField } from "../../parts";
import type { Appearance, GlassMeasure, SpecimenRole, TypedGlass } from "../../practice";
import styles from "./collection.module.css";
import { Looks } from "./Looks";

export type Urine = { measure: GlassMeasure | null; ml: string; minutesAgo: number; looks: Appearance | null };
export const NO_URINE: Urine = { measure: null, ml: "", minutesAgo: 0, looks: null };

/** What was tapped, as the practice takes it; null while the volume is not said. */
export function typedUrine({ measure, ml, minutesAgo, looks }: Urine): TypedGlass | null {
  if (measure === null) return null;
  return { minutesAgo, measure, ml: measure === "measured" ? ml : null, appearance: looks, how: "by-patient" };
}

export type UrineFieldsProps = {
  role: SpecimenRole;
  value: Urine;
  onChange: (next: Urine) => void;
  refusal: RefusalWords | null;
  /** The glass's name in the request, when it holds two. */
  prefix?: string;
};

export function UrineFields({ role, value, onChange, refusal, prefix = "" }: UrineFieldsProps) {
  const code = glassCode(role);
  const beside = (field: string) => refusalOf(refusal, `${prefix}${field}`);
  const amount = beside("amount");
  return (
    <fieldset className={styles.urine}>
      <legend className="unseen">{code}</legend>
      <div className={styles.line}>
        <span className={styles.legend} aria-hidden>
          {code}
        </span>
        <Choice<GlassMeasure>
          size="room"
          label={`Volume of ${code}`}
          hideLabel
          value={value.measure}
          options={[
            { value: "enough", label: "Enough" },
            { value: "low", label: "Low" },
            { value: "measured", label: "mL" },
          ]}
          onChange={(measure) => onChange({ ...value, measure })}
          {...(value.measure !== "measured" && amount ? { refusal: amount } : {})}
        />
      </div>
      <div className={styles.line}>
        <Button
          size="room"
          icon={Minus}
          words={`${code} a minute earlier`}
          onPress={() => onChange({ ...value, minutesAgo: value.minutesAgo + 1 })}
        />
        <output className={styles.ago} aria-label={`${code} was caught`}>
          {value.minutesAgo === 0 ? "now" : `${value.minutesAgo} min ago`}
        </output>
        <Button
          size="room"
          icon={Plus}
          words={`${code} a minute later`}
          isDisabled={value.minutesAgo === 0}
          onPress={() => onChange({ ...value, minutesAgo: value.minutesAgo - 1 })}
        />
        <Looks role={role} value={value.looks} onChange={(looks) => onChange({ ...value, looks })} />
        {value.measure === "measured" && (
          <TextField
            size="room"
            label={`Millilitres of ${code}`}
            inputMode="decimal"
            unit="mL"
            autoFocus
            value={value.ml}
            onChange={(ml) => onChange({ ...value, ml })}
            refusal={amount}
          />
        )}
      </div>
      {beside("at") && (
        <p className={styles.beside} role="alert">
          {beside("at")}
        </p>
      )}
    </fieldset>
  );
}
