// What somebody is typing, kept in the vault within two seconds of the last key and taken up again when the screen returns.
import { useCallback, useEffect, useRef, useState } from "react";
import { useHatch } from "./hatch";

/** Kept this long after the last key. */
const AFTER_MS = 900;

export type Draft<T> = {
  value: T;
  set: (next: T | ((now: T) => T)) => void;
  /** When it was last kept; null before the first time. */
  savedAt: string | null;
  /** False until what was kept before has been looked for. */
  ready: boolean;
  /** Something was taken up from before. */
  takenUp: boolean;
};

/**
 * A form's state that survives lock, crash and change of screen. `subject` is what it is about (a visit, a patient)
 * or empty. The practice deletes the draft in the transaction that uses it.
 */
export function useDraft<T extends object>(place: string, subject: string, initial: T): Draft<T> {
  const hatch = useHatch();
  const [value, setValue] = useState(initial);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [ready, setReady] = useState(false);
  const [takenUp, setTakenUp] = useState(false);
  const unsaved = useRef<T | null>(null);

  const keep = useCallback(() => {
    const body = unsaved.current;
    if (body === null) return;
    unsaved.current = null;
    hatch.saveDraft({ place, subject, body: JSON.stringify(body) }).then(
      (kept) => setSavedAt(kept.savedAt),
      // Locked in mid-sentence: the words stay on this screen's hands and are tried again with the next key.
      () => {
        unsaved.current ??= body;
      },
    );
  }, [hatch, place, subject]);

  useEffect(() => {
    let here = true;
    hatch.loadDraft({ place, subject }).then(
      (kept) => {
        if (!here) return;
        if (kept && unsaved.current === null) {
          setValue((now) => ({ ...now, ...(JSON.parse(kept.body) as Partial<T>) }));
          setSavedAt(kept.savedAt);
          setTakenUp(true);
        }
        setReady(true);
      },
      () => here && setReady(true),
    );
    return () => {
      here = false;
    };
  }, [hatch, place, subject]);

  useEffect(() => {
    if (unsaved.current === null || value !== unsaved.current) return;
    const waiting = setTimeout(keep, AFTER_MS);
    return () => clearTimeout(waiting);
  }, [value, keep]);

  // Leaving the screen keeps what the last pause has not.
  useEffect(() => keep, [keep]);

  const set = useCallback((next: T | ((now: T) => T)) => {
    setValue((now) => {
      const after = typeof next === "function" ? next(now) : next;
      unsaved.current = after;
      return after;
    });
  }, []);
  return { value, set, savedAt, ready, takenUp };
}
