// The four meanings, and the unanswered one: each has an icon, a word and a colour, and none speaks alone.
import { CircleCheck, CircleDashed, Info, OctagonX, ShieldAlert } from "lucide-react";
import styles from "./Meaning.module.css";

export type MeaningKind = "clear" | "note" | "override" | "stop" | "incomplete";

const FACES = {
  clear: { Icon: CircleCheck, word: "Clear" },
  note: { Icon: Info, word: "Note" },
  override: { Icon: ShieldAlert, word: "Override needed" },
  stop: { Icon: OctagonX, word: "Stop" },
  incomplete: { Icon: CircleDashed, word: "Incomplete" },
};

/** The word of a meaning. */
export function meaningWord(kind: MeaningKind): string {
  return FACES[kind].word;
}

/** The meaning of a verdict as the practice words it. */
export function meaningOf(verdict: string): MeaningKind {
  const meanings: Record<string, MeaningKind> = {
    clear: "clear",
    "proceed-with-notes": "note",
    note: "note",
    "needs-override": "override",
    override: "override",
    blocked: "stop",
    stop: "stop",
  };
  return meanings[verdict] ?? "incomplete";
}

export type MeaningProps = {
  kind: MeaningKind;
  /** In place of the meaning's own word. */
  words?: string;
  /** `small` in rows, `desk` beside text, `room` read from two metres. */
  size?: "small" | "desk" | "room";
  /** Only the sign; the word is still read out. */
  signOnly?: boolean;
};

export function Meaning({ kind, words, size = "desk", signOnly }: MeaningProps) {
  const { Icon, word } = FACES[kind];
  return (
    <span className={styles.badge} data-kind={kind} data-size={size} data-sign={signOnly || undefined}>
      <Icon aria-hidden size={size === "room" ? 52 : size === "small" ? 14 : 16} strokeWidth={2.1} />
      <span className={signOnly ? "unseen" : undefined}>{words ?? word}</span>
    </span>
  );
}
