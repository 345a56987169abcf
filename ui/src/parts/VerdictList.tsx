// What the rules say to each act, as it builds up: the word, then every reason with what was seen and where the rule is from.
import { Meaning, meaningOf } from "./Meaning";
import styles from "./VerdictList.module.css";
import { actWords } from "./words";

/** One item or rule that fired, as the practice words it. */
export type FiredWords = {
  id: string;
  severity: string;
  stands: string;
  reason: string;
  evidence: string[];
  mitigation: string | null;
  source: string;
  /** Its stop passes with what is missing. */
  passes?: boolean;
};

/** The verdict on one act. */
export type VerdictWords = {
  act: string;
  word: string;
  fired: FiredWords[];
  missing: { id: string; sentence: string }[];
};

/** Whether a rule ends the act for this visit, and not only until something is entered. */
export function endsTheAct({ fired }: VerdictWords): boolean {
  return fired.some((one) => one.severity === "absolute" && !one.passes);
}

const STANDS: Record<string, string> = { mitigated: "precaution confirmed", overridden: "overridden by the urologist" };
/** Longer lists say how many more there are: nobody reads twenty open questions. */
const SHOWN = 3;

export type VerdictListProps = {
  verdicts: VerdictWords[];
  size?: "desk" | "room";
  /** The version of items and rules, printed beneath. */
  version?: string;
};

export function VerdictList({ verdicts, size = "desk", version }: VerdictListProps) {
  return (
    <section className={styles.verdicts} data-size={size} aria-label="Verdict" aria-live="polite">
      {verdicts.map((verdict) => (
        <article key={verdict.act} className={styles.verdict} aria-label={actWords(verdict.act)}>
          <header className={styles.head}>
            <h2>{actWords(verdict.act)}</h2>
            <Meaning kind={meaningOf(verdict.word)} />
          </header>
          <ul className={styles.reasons}>
            {verdict.fired.map((fired) => (
              <li key={fired.id} data-severity={fired.stands === "stands" ? fired.severity : "note"}>
                <p>{fired.reason}</p>
                {STANDS[fired.stands] && <p className={styles.small}>{STANDS[fired.stands]}</p>}
                <details className={styles.why}>
                  <summary>{fired.id}: what was seen, and the source</summary>
                  {fired.evidence.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                  <p className={styles.small}>{fired.source}</p>
                </details>
              </li>
            ))}
            {verdict.missing.slice(0, SHOWN).map((missing) => (
              <li key={missing.id} data-severity="missing">
                <p>{missing.sentence}</p>
              </li>
            ))}
            {verdict.missing.length > SHOWN && (
              <li data-severity="missing">
                <p>and {verdict.missing.length - SHOWN} more</p>
              </li>
            )}
          </ul>
        </article>
      ))}
      {version && <p className={styles.small}>{version}, awaiting clinical sign-off</p>}
    </section>
  );
}
