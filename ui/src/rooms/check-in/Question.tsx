// One question with its few answers; none stands until it is tapped. Counts are typed with the unit of the report.
import { useState } from "react";
import { Button, Choice, type Option, TextField } from "../../parts";
import type { AskedItem, Said, TypedAnswer, Unit } from "../../practice";
import styles from "./check-in.module.css";

const SYMPTOM: Option<Said>[] = [
  { value: "no", label: "No" },
  { value: "usual", label: "Usual" },
  { value: "new-or-worse", label: "New or worse", tone: "note" },
  { value: "not-known", label: "Not known" },
];

function yesNo(mitigation: string | null): Option<Said>[] {
  return [
    { value: "no", label: "No" },
    { value: "yes", label: "Yes", tone: "note" },
    ...(mitigation ? [{ value: "yes-mitigated" as const, label: "Yes, precaution taken" }] : []),
    { value: "not-known", label: "Not known" },
  ];
}

export type QuestionProps = { item: AskedItem; onAnswer: (answer: TypedAnswer) => void };

export function Question({ item, onAnswer }: QuestionProps) {
  const reply = item.answer?.fresh ? item.answer.reply : null;
  const said = reply && "said" in reply ? (reply.said ?? null) : null;
  const say = (word: Said) => onAnswer({ item: item.id, said: word, value: null, unit: null, stated: "singly" });
  if (item.kind === "number") return <Count item={item} said={said} onSay={say} onAnswer={onAnswer} />;
  return (
    <Choice
      label={item.question}
      inline
      dense
      value={said}
      options={item.kind === "symptom" ? SYMPTOM : yesNo(item.mitigation)}
      onChange={say}
      hint={hintOf(item, said)}
    />
  );
}

/** The precaution to take, or the answer that has grown too old. */
function hintOf(item: AskedItem, said: Said | null): string | undefined {
  if (item.mitigation && (said === "yes" || said === "yes-mitigated")) return `Precaution: ${item.mitigation}.`;
  if (item.answer && !item.answer.fresh) return `Ask again: it was “${item.answer.words}” before.`;
  return undefined;
}

type CountProps = QuestionProps & { said: Said | null; onSay: (word: Said) => void };

function Count({ item, said, onSay, onAnswer }: CountProps) {
  const [text, setText] = useState("");
  const [unit, setUnit] = useState<Unit | null>(item.units.length === 1 ? (item.units[0] ?? null) : null);
  const give = () => onAnswer({ item: item.id, said: null, value: text, unit, stated: "singly" });
  return (
    <div className={styles.count}>
      <TextField
        label={item.question}
        inputMode="decimal"
        value={text}
        onChange={setText}
        onEnter={give}
        hint={item.answer ? `Now: ${item.answer.words}.` : undefined}
      />
      {item.units.length > 1 && (
        <Choice
          label={`Unit of ${item.question.toLowerCase()}`}
          hideLabel
          dense
          value={unit}
          options={item.units.map((one) => ({ value: one, label: one }))}
          onChange={setUnit}
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
        onChange={onSay}
      />
    </div>
  );
}
