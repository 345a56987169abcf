// A trainee is agreed to by name, in a question of its own: a no changes nothing else.
import { Choice } from "../../parts";
import type { Tongue } from "../../practice";
import { wordsIn } from "./patientWords";
import type { Prepared } from "./prepared";

export function TraineeQuestion({
  tongue,
  prepared,
  value,
  onChange,
  missing,
}: {
  tongue: Tongue;
  prepared: Prepared;
  value: boolean | null;
  onChange: (agreed: boolean) => void;
  missing: boolean;
}) {
  const words = wordsIn(tongue);
  return (
    <Choice
      size="room"
      label={words.trainee(prepared.traineeName, prepared.traineeRole)}
      value={value === null ? null : value ? "yes" : "no"}
      options={[
        { value: "yes", label: words.yes },
        { value: "no", label: words.no },
      ]}
      onChange={(next) => onChange(next === "yes")}
      {...(missing && value === null ? { refusal: words.answerFirst } : {})}
    />
  );
}
