// The head of a screen in the procedure room: the current step and the verdict, read from two metres.
import type { ReactNode } from "react";
import { Meaning, meaningOf, meaningWord } from "./Meaning";
import styles from "./RoomHead.module.css";
import { actWords } from "./words";

export type RoomHeadProps = {
  /** The current step, in a few words. */
  title: string;
  /** What the rules say to each act; the last one is what today is about. */
  verdicts?: { act: string; word: string }[];
  /** A clock, in place of the verdict or beside it. */
  children?: ReactNode;
};

export function RoomHead({ title, verdicts = [], children }: RoomHeadProps) {
  const last = verdicts.at(-1);
  const kind = meaningOf(last?.word ?? "");
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      {last && <Meaning kind={kind} size="room" words={`${actWords(last.act)}: ${meaningWord(kind).toLowerCase()}`} />}
      {children}
    </header>
  );
}
