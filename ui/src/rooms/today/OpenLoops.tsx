// What waits for somebody: counts in words, the strip above the day's list. A critical result is an alarm, first and in its own colour.
import { PhoneCall } from "lucide-react";
import { useGo } from "../../parts";
import type { OpenLoop } from "../../practice";
import styles from "./Today.module.css";

/** The loops that are worked in Follow-up. */
const THERE = ["critical-results", "overdue-results", "unread-results", "untold-results", "overdue-calls"];

export function OpenLoops({ loops }: { loops: OpenLoop[] }) {
  const go = useGo();
  const open = loops.filter((loop) => loop.count > 0);
  if (open.length === 0) return null;
  return (
    <ul className={styles.loops} aria-label="Open loops">
      {open.map((loop) => {
        const alarm = loop.kind === "critical-results";
        const words = (
          <>
            {alarm && <PhoneCall aria-hidden size={16} strokeWidth={2.2} />}
            <strong>{loop.count}</strong> {loop.words}
          </>
        );
        return (
          <li key={loop.kind} data-alarm={alarm || undefined}>
            {THERE.includes(loop.kind) ? (
              <button type="button" onClick={() => go({ name: "follow-up" })}>
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}
