// A small word that what was typed is kept, and since when.

import styles from "./Saved.module.css";
import { clock } from "./when";

/** `at` is the moment of the last kept draft; null before the first. */
export function Saved({ at }: { at: string | null | undefined }) {
  return (
    <span className={styles.saved} role="status">
      {at ? `saved ${clock(at, true)}` : ""}
    </span>
  );
}
