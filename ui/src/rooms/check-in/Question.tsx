// One question with its few answers; none stands until it is tapped. Whatever has to be typed stands in fields of its own.
import { Choice, type Option } from "../../parts";
import type { AskedItem, Said, TypedAnswer } from "../../practice";
import { Count } from "./Count";
import type { Typed } from "./typing";
import { WhenAndWhat } from "./WhenAndWhat";

const SYMPTOM: Option<Said>[] = [
  { value: "no", label: "No" },
  { value: "usual", label: "Usual" },
  { value: "new-or-worse", label: "New or worse", tone: "note" },
  { value: "not-known", label: "Not known" },
];

const OWN_WORDS: Partial<Record<Said, string>> = { drawn: "Drawn now", "not-drawn": "Not drawn", deferred: "Put off" };

export type QuestionProps = {
  item: AskedItem;
  /** What is being typed beside it. */
  typed: Typed | null;
  onType: (typed: Typed | null) => void;
  onAnswer: (answer: TypedAnswer) => void;
  /** Takes an earlier answer back while the new one is still being typed. */
  onTakeBack: (answer: TypedAnswer) => void;
  refusal?: string | undefined;
};

/** An answer in one word. */
export function inWords(item: AskedItem, said: Said, stated: TypedAnswer["stated"] = "singly"): TypedAnswer {
  return { item: item.id, said, value: null, unit: null, detail: null, stated };
}

export function Question(props: QuestionProps) {
  const { item, onAnswer } = props;
  const said = saidOf(item);
  if (item.kind === "number") return <Count {...props} said={said} />;
  if (item.kind === "date" || item.kind === "hours" || item.detail) return <WhenAndWhat {...props} said={said} />;
  return (
    <Choice
      label={item.question}
      inline
      dense
      value={said}
      options={optionsOf(item)}
      onChange={(word) => onAnswer(inWords(item, word))}
      hint={hintOf(item, said)}
      refusal={props.refusal}
    />
  );
}

/** The word of an answer that still counts; a day and hours are a yes. */
function saidOf(item: AskedItem): Said | null {
  const reply = item.answer?.fresh ? item.answer.reply : null;
  if (!reply) return null;
  if ("said" in reply && reply.said) return reply.said;
  return item.kind === "number" ? null : "yes";
}

export function optionsOf(item: AskedItem): Option<Said>[] {
  if (item.kind === "symptom") return SYMPTOM;
  if (item.kind === "one-of") {
    const own = item.words.map((value) => ({ value, label: OWN_WORDS[value] ?? value }));
    return [...own, { value: "not-known", label: "Not known" }];
  }
  return [
    { value: "no", label: "No" },
    { value: "yes", label: "Yes", tone: "note" },
    ...(item.mitigation ? [{ value: "yes-mitigated" as const, label: "Yes, precaution taken" }] : []),
    { value: "not-known", label: "Not known" },
  ];
}

/** The precaution to take, or the answer that has grown too old. */
export function hintOf(item: AskedItem, said: Said | null): string | undefined {
  if (item.mitigation && (said === "yes" || said === "yes-mitigated")) return `Precaution: ${item.mitigation}.`;
  if (item.answer && !item.answer.fresh) return `Ask again: it was “${item.answer.words}” before.`;
  return undefined;
}
