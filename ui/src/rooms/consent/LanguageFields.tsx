// The language in which the patient reads; any other one is spoken by an interpreter, from the English text.
import { Choice, TextField } from "../../parts";
import type { Tongue } from "../../practice";
import type { Gaps, Prepared } from "./prepared";

const LANGUAGES: { value: Tongue | "other"; label: string }[] = [
  { value: "en", label: "English" },
  { value: "es", label: "Spanish" },
  { value: "de", label: "German" },
  { value: "other", label: "Another" },
];

export function LanguageFields({
  value,
  onChange,
  gaps,
}: {
  value: Prepared;
  onChange: (change: Partial<Prepared>) => void;
  gaps: Gaps;
}) {
  const choose = (next: Tongue | "other") =>
    onChange(next === "other" ? { language: "en", spoken: "" } : { language: next, spoken: null });
  return (
    <>
      <Choice
        label="The patient reads"
        value={value.spoken === null ? value.language : "other"}
        options={LANGUAGES}
        onChange={choose}
      />
      {value.spoken !== null && (
        <TextField
          label="An interpreter reads it out in"
          value={value.spoken}
          onChange={(spoken) => onChange({ spoken })}
          refusal={gaps.spoken}
        />
      )}
    </>
  );
}
