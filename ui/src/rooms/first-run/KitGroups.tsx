// Two groups of the recovery kit, typed back from the paper, so that we know it can be read.
import { refusalOf, TextField } from "../../parts";
import type { Refusal } from "../../practice";
import styles from "./FirstRun.module.css";

export type KitGroupsProps = {
  /** Their numbers, counted from 1. */
  asked: number[];
  answers: string[];
  onChange: (answers: string[]) => void;
  onEnter: () => void;
  refusal: Refusal | null;
};

/** The names under which the practice refuses them. */
export const groupFields = (asked: number[]): string[] => asked.map((_, place) => `answers.${place}`);

export function KitGroups({ asked, answers, onChange, onEnter, refusal }: KitGroupsProps) {
  return (
    <div className={styles.pair}>
      {asked.map((group, place) => (
        <TextField
          key={group}
          label={`Group ${group}`}
          value={answers[place] ?? ""}
          autoFocus={place === 0}
          onChange={(text) =>
            onChange(asked.map((_, index) => (index === place ? text.toUpperCase() : (answers[index] ?? ""))))
          }
          onEnter={onEnter}
          refusal={refusalOf(refusal, `answers.${place}`)}
        />
      ))}
    </div>
  );
}
