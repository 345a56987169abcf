// One version of one text: what changed since the one before, the whole text, and its review.
import { Languages } from "lucide-react";
import { useState } from "react";
import { Button, dateAndClock, Refusal, shortDate, TextDiff } from "../../parts";
import { type TextView, useAsk } from "../../practice";
import { Review } from "./Review";
import styles from "./texts.module.css";
import { LANGUAGES, standing } from "./words";

export function OneText({ row }: { row: TextView }) {
  const { id, language, version } = row;
  const reading = useAsk("readConsentText", { id, language, version });
  const [reviewing, setReviewing] = useState(false);
  const text = reading.value?.text;
  const changes = reading.value?.changes;
  return (
    <section className={styles.one} aria-labelledby="one-text">
      <h2 id="one-text">
        {row.title}, {version}
      </h2>
      <p className={styles.small}>
        {LANGUAGES[language]}; {standing(row)}. Read from {shortDate(row.effectiveFrom)}
        {row.effectiveUntil ? ` to ${shortDate(row.effectiveUntil)}` : ""}.
      </p>
      <Refusal refusal={reading.refusal} />
      {row.approval === "not-reviewed-by-a-translator" && (
        <Button variant="primary" icon={Languages} keys="r" onPress={() => setReviewing(true)}>
          Mark as reviewed
        </Button>
      )}
      {row.review && (
        <p>
          Read by {row.review.reviewer}, {row.review.qualification}, on {shortDate(row.review.reviewedOn)}; recorded by{" "}
          {row.review.recordedBy}, {dateAndClock(row.review.recordedAt)}.
        </p>
      )}
      {changes && row.earlier && (
        <>
          <h3>What has changed since {row.earlier}</h3>
          <TextDiff label={`What has changed since ${row.earlier}`} statements={changes} />
        </>
      )}
      {text && (
        <div lang={language} className={styles.text}>
          {text.groups.map((group) => (
            <div key={group.group}>
              <h3>{group.title}</h3>
              {group.elements.map((said) => (
                <div key={said.element}>
                  <p>{said.text}</p>
                  {said.element === "risks" && (
                    <ul>
                      {text.risks.map((risk) => (
                        <li key={risk.risk}>{risk.text}</li>
                      ))}
                    </ul>
                  )}
                </div>
              ))}
            </div>
          ))}
          <p className={styles.statement}>{text.statement}</p>
        </div>
      )}
      <p className={styles.hash}>SHA-256 {row.sha256}</p>
      {reviewing && <Review row={row} onClose={() => setReviewing(false)} />}
    </section>
  );
}
