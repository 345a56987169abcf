// What waits for somebody: counts in words, the strip above the day's list.
import type { OpenLoop } from "../../practice";
import styles from "./Today.module.css";

export function OpenLoops({ loops }: { loops: OpenLoop[] }) {
  const open = loops.filter((loop) => loop.count > 0);
  if (open.length === 0) return null;
  return (
    <ul className={styles.loops} aria-label="Open loops">
      {open.map((loop) => (
        <li key={loop.kind}>
          <strong>{loop.count}</strong> {loop.words}
        </li>
      ))}
    </ul>
  );
}
