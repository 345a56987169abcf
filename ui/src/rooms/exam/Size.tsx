// The size as felt, in the unit the examiner thinks in; the record keeps millilitres and what was said.
import { useState } from "react";
import { Choice, NumberField } from "../../parts";
import type { StatedFindings } from "../../practice";
import styles from "./exam.module.css";

type SizeProps = {
  value: StatedFindings;
  set: (part: Partial<StatedFindings>) => void;
  refusal: string | undefined;
};

export function Size({ value, set, refusal }: SizeProps) {
  const [unit, setUnit] = useState<"mL" | "g">(value.sizeG === null ? "mL" : "g");
  const size = unit === "g" ? value.sizeG : value.sizeMl;
  const keep = (number: number | null, as: "mL" | "g") => {
    const whole = number === null ? null : Math.round(number);
    set(as === "g" ? { sizeG: whole, sizeMl: null } : { sizeMl: whole, sizeG: null });
  };
  return (
    <div className={styles.size}>
      <NumberField
        label="Size as felt"
        unit={unit}
        size="arm"
        value={size}
        onChange={(number) => keep(number, unit)}
        hint="Estimate by finger, 5 to 300; it underestimates large glands."
        refusal={refusal}
      />
      <Choice
        label="Unit"
        hideLabel
        dense
        value={unit}
        options={[
          { value: "mL", label: "mL" },
          { value: "g", label: "g" },
        ]}
        onChange={(next) => {
          setUnit(next);
          keep(size, next);
        }}
      />
    </div>
  );
}
