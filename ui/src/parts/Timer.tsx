// Time running since something happened: amber says soon, red says late. Nothing stops by itself.
import styles from "./Timer.module.css";
import { useNow } from "./useNow";
import { spell } from "./when";

export type TimerProps = {
  label: string;
  /** The moment it runs from. */
  from: string;
  /** Once known, the timer stands still. */
  until?: string | null | undefined;
  /** Seconds after which it warns, and after which it flags. */
  amber?: number;
  red?: number;
  size?: "desk" | "room";
};

/** What the seconds mean. */
export function toneOf(seconds: number, amber = Number.POSITIVE_INFINITY, red = Number.POSITIVE_INFINITY) {
  if (seconds >= red) return { tone: "red", word: "late" };
  return seconds >= amber ? { tone: "amber", word: "soon late" } : { tone: "calm", word: "" };
}

export function Timer({ label, from, until, amber, red, size = "desk" }: TimerProps) {
  const now = useNow(until ? null : 1000);
  const seconds = Math.max(0, ((until ? Date.parse(until) : now) - Date.parse(from)) / 1000);
  const { tone, word } = toneOf(seconds, amber, red);
  return (
    <div className={styles.timer} data-tone={tone} data-size={size} role="timer" aria-label={label}>
      <span className={styles.label}>{label}</span>
      <span className={styles.time}>{spell(seconds)}</span>
      {word && (
        <span className={styles.word} role="status">
          {word}
        </span>
      )}
    </div>
  );
}
