// A reading in one line.
import { clock } from "../../parts";
import type { StoredVitals } from "../../practice";

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
