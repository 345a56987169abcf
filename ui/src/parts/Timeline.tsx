// What happened, in order, with its hour and who did it; what is still to come stands hollow.
import type { ReactNode } from "react";
import type { MeaningKind } from "./Meaning";
import styles from "./Timeline.module.css";
import { clock, shortDate } from "./when";

export type TimelineStep = {
  id: string;
  title: string;
  /** A moment; null while it has not happened. */
  at: string | null;
  by?: string | null;
  detail?: ReactNode;
  meaning?: MeaningKind;
};

export function Timeline({ steps, label }: { steps: TimelineStep[]; label: string }) {
  return (
    <ol className={styles.line} aria-label={label}>
      {steps.map((step, index) => {
        const day = step.at ? shortDate(step.at) : null;
        const before = steps[index - 1]?.at;
        const newDay = day && (!before || shortDate(before) !== day);
        return (
          <li key={step.id} className={styles.step} data-done={step.at !== null} data-meaning={step.meaning}>
            <span className={styles.when}>
              {newDay && <span className={styles.day}>{day}</span>}
              {step.at ? clock(step.at) : "–"}
            </span>
            <span className={styles.dot} aria-hidden />
            <div className={styles.what}>
              <p className={styles.title}>
                {step.title}
                {step.by && <span className={styles.by}> {step.by}</span>}
                {step.at === null && <span className="unseen"> not yet</span>}
              </p>
              {step.detail && <div className={styles.detail}>{step.detail}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
