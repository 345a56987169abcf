// The questions in their lists. Each list has one explicit “none of these”; what was said at an earlier visit is confirmed in one tap.
import { ShieldAlert } from "lucide-react";
import { Fragment } from "react";
import { Button, refusalOf, shortDate } from "../../parts";
import type { AskedItem, Draft, Group, Refusal, TypedAnswer } from "../../practice";
import styles from "./check-in.module.css";
import { inWords, Question } from "./Question";
import type { Typing } from "./typing";

const GROUPS: { group: Group; title: string; none?: string }[] = [
  { group: "symptoms", title: "Symptoms" },
  { group: "sepsis", title: "An infection is suspected: look again", none: "Neither" },
  { group: "infection", title: "Infection", none: "None of these" },
  { group: "urinary", title: "Passing urine", none: "Neither" },
  { group: "anorectal", title: "Anus and rectum", none: "None of these" },
  { group: "bleeding", title: "Bleeding", none: "None of these" },
  { group: "procedures", title: "Cancer and procedures", none: "None of these" },
  { group: "tolerance", title: "Nerves, heart and posture", none: "None of these" },
  { group: "allergy", title: "Allergy", none: "None of these" },
  { group: "dignity", title: "Dignity", none: "No" },
  { group: "sample", title: "What spoils a sample", none: "None of these" },
  { group: "dipstick", title: "Urine dipstick, if one was done", none: "Both negative" },
];

/** The kinds to which “none of these” is an answer. */
const NONE_ANSWERS = ["yes-no", "date", "hours"];

/** Not answered, or answered for another day. */
function isOpen(item: AskedItem): boolean {
  const unanswered = item.answer === null || (item.today && !item.answer.fresh);
  return unanswered && NONE_ANSWERS.includes(item.kind);
}

export type QuestionsProps = {
  /** What is being typed, kept meanwhile. */
  draft: Draft<Typing>;
  items: AskedItem[];
  refusal: Refusal | null;
  onAnswer: (answers: TypedAnswer[]) => Promise<boolean>;
  onUnchanged: (items: string[]) => void;
};

export function Questions({ draft, items, refusal, onAnswer, onUnchanged }: QuestionsProps) {
  const give = async (answer: TypedAnswer) => {
    if ((await onAnswer([answer])) && draft.value[answer.item]) draft.set((now) => ({ ...now, [answer.item]: null }));
  };
  return GROUPS.map(({ group, title, none }) => {
    const asked = items.filter((item) => item.group === group);
    if (asked.length === 0) return null;
    const open = asked.filter((item) => isOpen(item) && !draft.value[item.id]);
    const earlier = asked.filter((item) => item.answer && !item.answer.thisVisit && item.kind !== "hours");
    const since = earlier.map((item) => item.answer?.at ?? "").sort()[0];
    const sayNone = () => void onAnswer(open.map((item) => inWords(item, "no", "none-of-these")));
    return (
      <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
        <header className={styles.groupHead}>
          <h2 id={`group-${group}`}>{title}</h2>
          {since && group !== "symptoms" && (
            <Button
              words={`${title}: unchanged since ${shortDate(since)}`}
              onPress={() => onUnchanged(earlier.map(({ id }) => id))}
            >
              {`Unchanged since ${shortDate(since)}`}
            </Button>
          )}
          {none && open.length > 0 && (
            <Button words={`${title}: ${none.toLowerCase()}`} onPress={sayNone}>
              {none}
            </Button>
          )}
        </header>
        {asked.map((item) => (
          <Fragment key={item.id}>
            <Question
              item={item}
              typed={draft.value[item.id] ?? null}
              onType={(typed) => draft.set((now) => ({ ...now, [item.id]: typed }))}
              onAnswer={(answer) => void give(answer)}
              onTakeBack={(answer) => void onAnswer([answer])}
              refusal={refusalOf(refusal, item.id)}
            />
            {item.againstChart && (
              <p role="alert" className={styles.against}>
                <ShieldAlert aria-hidden size={16} />
                {item.againstChart}
              </p>
            )}
          </Fragment>
        ))}
      </section>
    );
  });
}
