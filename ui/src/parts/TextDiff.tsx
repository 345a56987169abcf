// What changed between two versions of a text, statement by statement: added words underlined, removed ones struck through, and each said in words.
import styles from "./TextDiff.module.css";

export type DiffChange = "same" | "added" | "removed" | "changed";
export type DiffStatement = {
  statement: string;
  change: DiffChange;
  words: { change: DiffChange; text: string }[];
};

const CHANGES: Record<DiffChange, string> = {
  same: "The same",
  added: "Added",
  removed: "Removed",
  changed: "Changed",
};

/** `right-to-stop` as `Right to stop`. */
function named(statement: string): string {
  const words = statement.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function TextDiff({ label, statements }: { label: string; statements: DiffStatement[] }) {
  if (statements.length === 0) return <p className={styles.none}>Both versions say the same.</p>;
  return (
    <ol className={styles.diff} aria-label={label}>
      {statements.map((one) => (
        <li key={one.statement}>
          <p className={styles.head}>
            <strong>{named(one.statement)}</strong> <span data-change={one.change}>{CHANGES[one.change]}</span>
          </p>
          <p className={styles.words}>
            {one.words.map((run, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the words of a version never change.
              <Run key={index} run={run} />
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Run({ run }: { run: { change: DiffChange; text: string } }) {
  if (run.change === "added") {
    return (
      <>
        <ins>
          <span className={styles.heard}>added: </span>
          {run.text}
        </ins>{" "}
      </>
    );
  }
  if (run.change === "removed") {
    return (
      <>
        <del>
          <span className={styles.heard}>removed: </span>
          {run.text}
        </del>{" "}
      </>
    );
  }
  return <>{run.text} </>;
}
