// What was entered afterwards so far, with both times; and first what the rules said of it.
import { clock, dateAndClock, Meaning, meaningOf } from "../../parts";
import type { AfterwardsRoom, ToldView } from "../../practice";
import styles from "./afterwards.module.css";

export function Entered({ room }: { room: AfterwardsRoom }) {
  const judged = room.told.filter((told) => told.judged !== null);
  const told = room.told.filter((one) => one.judged === null);
  return (
    <aside className={styles.side} aria-label="Entered afterwards">
      <h2>The rules say</h2>
      {judged.length === 0 && <p className={styles.small}>They are asked when it is recorded, and refuse nothing.</p>}
      {judged.map((one) => (
        <Judged key={`${one.title} ${one.happened} ${one.noted}`} told={one} />
      ))}
      <h2>Entered afterwards</h2>
      {told.length === 0 && <p className={styles.small}>Nothing yet.</p>}
      <ol className={styles.entered}>
        {told.map((one) => (
          <li key={`${one.title} ${one.happened} ${one.noted}`}>
            <strong>
              {clock(one.happened)} {one.title}
            </strong>
            <p>{one.words}</p>
            <p className={styles.small}>
              Entered {dateAndClock(one.noted)} by {one.by}
              {one.stoodBy ? `, ${one.stoodBy} stood by` : ""}: {one.because}
            </p>
          </li>
        ))}
      </ol>
    </aside>
  );
}

function Judged({ told }: { told: ToldView }) {
  const { judged } = told;
  if (!judged) return null;
  const against = judged.absolute.length > 0 || judged.withoutConsent || judged.gateOpen || judged.afterAStop;
  return (
    <article className={styles.judged} data-against={against || undefined}>
      <header>
        <strong>
          {clock(told.happened)} {told.title}
        </strong>
        {against ? <Meaning kind="stop" words="Incident opened" /> : <Meaning kind={meaningOf(judged.word)} />}
      </header>
      <p>{told.words}.</p>
    </article>
  );
}
