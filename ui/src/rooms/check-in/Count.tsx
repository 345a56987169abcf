// A value of a laboratory report, typed with the unit of the report; or no value, and why.
import { Button, Choice, TextField } from "../../parts";
import type { Said, Unit } from "../../practice";
import styles from "./check-in.module.css";
import { inWords, type QuestionProps } from "./Question";

export function Count({ item, typed, onType, onAnswer, refusal, said }: QuestionProps & { said: Said | null }) {
  const text = typed?.text ?? "";
  const unit: Unit | null = typed?.unit ?? (item.units.length === 1 ? (item.units[0] ?? null) : null);
  const give = () => {
    if (text.trim()) onAnswer({ item: item.id, said: null, value: text, unit, detail: null, stated: "singly" });
  };
  return (
    <div className={styles.count}>
      <TextField
        label={item.question}
        inputMode="decimal"
        value={text}
        onChange={(next) => onType({ ...typed, text: next })}
        onEnter={give}
        hint={item.answer ? `Now: ${item.answer.words}.` : undefined}
        refusal={refusal}
      />
      {item.units.length > 1 && (
        <Choice
          label={`Unit of ${item.question.toLowerCase()}`}
          hideLabel
          dense
          value={unit}
          options={item.units.map((one) => ({ value: one, label: one }))}
          onChange={(next) => onType({ ...typed, unit: next })}
        />
      )}
      <Button isDisabled={text.trim() === ""} words={`Keep ${item.question.toLowerCase()}`} onPress={give}>
        Keep
      </Button>
      <Choice
        label={`${item.question} without a value`}
        hideLabel
        dense
        value={said}
        options={[
          { value: "no-reason-to-measure", label: "No reason to measure" },
          { value: "not-known", label: "Not known" },
        ]}
        onChange={(word) => onAnswer(inWords(item, word))}
      />
    </div>
  );
}
