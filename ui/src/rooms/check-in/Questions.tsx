// The questions in their lists. Each list has one explicit “none of these”; what was said at an earlier visit is confirmed in one tap.
import { Button, shortDate } from "../../parts";
import type { AskedItem, Group, TypedAnswer } from "../../practice";
import styles from "./check-in.module.css";
import { Question } from "./Question";

const GROUPS: { group: Group; title: string; none?: string }[] = [
  { group: "symptoms", title: "Symptoms" },
  { group: "sepsis", title: "An infection is suspected: look again", none: "Neither" },
  { group: "infection", title: "Infection", none: "None of these" },
  { group: "urinary", title: "Passing urine", none: "Neither" },
  { group: "bleeding", title: "Bleeding", none: "None of these" },
  { group: "allergy", title: "Allergy", none: "None of these" },
  { group: "dignity", title: "Dignity", none: "No" },
  { group: "dipstick", title: "Urine dipstick, if one was done", none: "Both negative" },
];

export type QuestionsProps = {
  items: AskedItem[];
  onAnswer: (answers: TypedAnswer[]) => void;
  onUnchanged: (items: string[]) => void;
};

export function Questions({ items, onAnswer, onUnchanged }: QuestionsProps) {
  return GROUPS.map(({ group, title, none }) => {
    const asked = items.filter((item) => item.group === group);
    if (asked.length === 0) return null;
    const open = asked.filter((item) => item.answer === null && item.kind === "yes-no");
    const earlier = asked.filter((item) => item.answer !== null && !item.answer.thisVisit);
    const since = earlier.map((item) => item.answer?.at ?? "").sort()[0];
    const sayNone = () =>
      onAnswer(
        open.map(({ id }) => ({
          item: id,
          said: "no" as const,
          value: null,
          unit: null,
          stated: "none-of-these" as const,
        })),
      );
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
          <Question key={item.id} item={item} onAnswer={(answer) => onAnswer([answer])} />
        ))}
      </section>
    );
  });
}
