// The time of one part of the sheet; while it is empty the part was not done.
import { TextField } from "../../parts";

export type TimeFieldProps = {
  label: string;
  value: string;
  onChange: (time: string) => void;
  refusal: string | undefined;
};

/** `0905` is `09:05`: whoever copies from paper leaves the colon out. */
function withColon(text: string): string {
  return /^\d{4}$/.test(text) ? `${text.slice(0, 2)}:${text.slice(2)}` : text;
}

export function TimeField({ label, value, onChange, refusal }: TimeFieldProps) {
  return (
    <TextField
      label={label}
      value={value}
      placeholder="09:05"
      inputMode="numeric"
      onChange={(text) => onChange(withColon(text))}
      refusal={refusal}
    />
  );
}
