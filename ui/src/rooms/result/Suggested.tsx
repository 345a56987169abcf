// What the rules suggest: the row, the reason with its values, the source, what it cannot tell, and why it may be provisional.
import type { Suggestion } from "../../practice";
import styles from "./result.module.css";
import { rowWords } from "./words";

export function Suggested({ suggestion }: { suggestion: Suggestion }) {
  const { provisional, cautions } = suggestion;
  return (
    <section className={styles.suggested} aria-labelledby="suggestion">
      <h2 id="suggestion">Suggestion</h2>
      <p className={styles.verdict}>
        {suggestion.suggestion}
        {provisional.length > 0 && <span className={styles.provisional}>provisional</span>}
      </p>
      <p>{suggestion.because}</p>
      {provisional.length > 0 && (
        <ul className={styles.marks} aria-label="Why it is provisional">
          {provisional.map((mark) => (
            <li key={mark.id}>{mark.sentence}</li>
          ))}
        </ul>
      )}
      {cautions.length > 0 && (
        <ul className={styles.marks} aria-label="To be seen beside it">
          {cautions.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <dl className={styles.facts}>
        <div>
          <dt>Rule</dt>
          <dd>
            {rowWords(suggestion.row)}: {suggestion.rule}
          </dd>
        </div>
        <div>
          <dt>What it cannot tell</dt>
          <dd>{suggestion.limit}</dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd>{suggestion.source}</dd>
        </div>
        <div>
          <dt>Content</dt>
          <dd>
            rows {suggestion.contentVersion}, organisms {suggestion.organismVersion}
          </dd>
        </div>
      </dl>
    </section>
  );
}
