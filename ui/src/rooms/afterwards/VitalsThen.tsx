// The vital signs as they stand on the sheet.
import { Choice, TextField } from "../../parts";
import type { PartProps } from "./Afterwards";
import styles from "./afterwards.module.css";
import { TimeField } from "./TimeField";

export function VitalsThen({ sheet, onChange, beside }: PartProps) {
  const { time, typed } = sheet.vitals;
  const set = (part: Partial<typeof typed>) => onChange({ vitals: { time, typed: { ...typed, ...part } } });
  const number = (field: "pulse" | "systolic" | "diastolic" | "breaths", label: string, unit: string) => (
    <TextField
      label={label}
      unit={unit}
      inputMode="numeric"
      value={typed[field]}
      onChange={(value) => set({ [field]: value })}
      refusal={beside(`vitals.${field}`)}
    />
  );
  return (
    <section className={styles.part} aria-labelledby="vitals-then">
      <h2 id="vitals-then">Vital signs</h2>
      <div className={styles.line}>
        <TimeField
          label="Measured at"
          value={time}
          onChange={(next) => onChange({ vitals: { time: next, typed } })}
          refusal={beside("vitals.time")}
        />
        <TextField
          label="Temperature"
          inputMode="decimal"
          value={typed.temperature}
          onChange={(temperature) => set({ temperature })}
          refusal={beside("vitals.temperature")}
        />
        <Choice
          label="Unit"
          dense
          value={typed.temperatureUnit}
          options={[
            { value: "degC", label: "°C" },
            { value: "degF", label: "°F" },
          ]}
          onChange={(temperatureUnit) => set({ temperatureUnit })}
        />
        {number("pulse", "Pulse", "/min")}
        {number("systolic", "Upper pressure", "mmHg")}
        {number("diastolic", "Lower pressure", "mmHg")}
        {number("breaths", "Breaths", "/min")}
      </div>
    </section>
  );
}
