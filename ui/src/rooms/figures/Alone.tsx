// What somebody put right alone in this month, where elsewhere a second person would have had to confirm it.
import { dateAndClock } from "../../parts";
import type { AloneRow } from "../../practice";
import styles from "./figures.module.css";

export function Alone({ rows }: { rows: AloneRow[] }) {
  return (
    <section className={styles.alone} aria-labelledby="alone">
      <h2 id="alone">Stops lifted alone</h2>
      <ul>
        {rows.map((row) => (
          <li key={`${row.at} ${row.what}`}>
            {dateAndClock(row.at)}, {row.by}: {row.what}
            {row.reason && <> ({row.reason})</>}
          </li>
        ))}
      </ul>
      <p className={styles.small}>They are counted above. Whoever reviews the figures of that person has seen them.</p>
    </section>
  );
}
