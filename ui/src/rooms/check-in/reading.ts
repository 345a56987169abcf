// A reading in one line, and as it was typed.
import { clock } from "../../parts";
import type { StoredVitals, TemperatureUnit, TypedVitals } from "../../practice";

/** `36.8 °C · 72/min · 128/78 · 09:12`. */
export function readingWords({ signs }: StoredVitals): string {
  const { temperature, pulse, systolic, diastolic, breaths } = signs;
  const sign = temperature?.unit === "degF" ? "°F" : "°C";
  const parts = [
    temperature && `${(temperature.tenths / 10).toFixed(1)} ${sign}`,
    pulse && `${pulse}/min`,
    systolic && diastolic && `${systolic}/${diastolic}`,
    breaths && `${breaths} breaths/min`,
    clock(signs.at),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** The fields of a reading as they were typed, to put the wrong one right and leave the others. */
export function asTyped({ signs }: StoredVitals, unit: TemperatureUnit): TypedVitals {
  const text = (value: number | null) => (value === null ? "" : String(value));
  return {
    temperature: signs.temperature ? (signs.temperature.tenths / 10).toFixed(1) : "",
    temperatureUnit: signs.temperature?.unit ?? unit,
    pulse: text(signs.pulse),
    systolic: text(signs.systolic),
    diastolic: text(signs.diastolic),
    breaths: text(signs.breaths),
  };
}
