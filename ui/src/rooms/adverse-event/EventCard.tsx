// One event: its last version whole, the versions before with their reasons, the reviews, and what was known at the act.
import type { ReactNode } from "react";
import { dateAndClock, Meaning, shortDate } from "../../parts";
import type { EventVersion, Risk, StoredEvent } from "../../practice";
import styles from "./adverse-event.module.css";
import { GRADES, OUTCOMES, RELATED, REPORTED_BY, SERIOUS, termWords } from "./words";

export type EventCardProps = { event: StoredEvent; risks: Risk[]; children: ReactNode };

export function EventCard({ event, risks, children }: EventCardProps) {
  const last = event.versions.at(-1);
  if (!last) return null;
  const known = last.event;
  const risk = risks.find((one) => one.risk === event.risk);
  const facts: [string, string][] = [
    [
      "Onset",
      `${shortDate(known.onsetDate)}${known.onsetTime ? `, ${known.onsetTime.slice(0, 5)}` : ", hour not known"}`,
    ],
    ["Reported by", REPORTED_BY[known.reportedBy]],
    ["Relation to the act", RELATED[known.relatedness]],
    ["Expected", known.expected ? "yes" : "no"],
    ["Serious", known.serious ? SERIOUS[known.serious] : "no"],
    ["What was done", known.action],
    ["Outcome", OUTCOMES[known.outcome]],
    ...(known.clavien ? ([["Clavien-Dindo", known.clavien]] as [string, string][]) : []),
    ["Reported outside", known.reportedTo ?? "no"],
    ["Risk", `${risk?.title ?? event.risk}, ${event.snapshot.consented ? "" : "not "}named in the consent`],
    ["Override present", event.snapshot.overrides.length > 0 ? event.snapshot.overrides.join("; ") : "no"],
  ];
  return (
    <article className={styles.card} aria-label={`${termWords(risks, known.term)}, grade ${known.grade}`}>
      <header className={styles.head}>
        <h2>{termWords(risks, known.term)}</h2>
        <Meaning
          kind={known.grade >= 3 ? "stop" : known.grade === 2 ? "override" : "note"}
          words={`Grade ${known.grade}, ${GRADES[known.grade - 1]}`}
        />
        <span className={styles.acts}>{children}</span>
      </header>
      <p>{known.description}</p>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ol className={styles.trail} aria-label="Versions and reviews">
        {event.versions.map((version) => (
          <li key={version.version}>
            Version {version.version}, {dateAndClock(version.at)}, {version.by}
            {version.version < last.version && `: ${short(version, risks)}`}
            {version.reason && `; put right because: ${version.reason}`}
          </li>
        ))}
        {event.reviews.map((review) => (
          <li key={`${review.version} ${review.by}`}>
            Version {review.version} reviewed by {review.by}, {dateAndClock(review.at)}: {review.words}
          </li>
        ))}
      </ol>
      <details>
        <summary>What was known at the act, answer by answer</summary>
        <ul className={styles.answers}>
          {event.snapshot.answers.map((then) => (
            <li key={then.question}>
              {then.question} <strong>{then.answer}</strong>
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}

function short({ event }: EventVersion, risks: Risk[]): string {
  return `${termWords(risks, event.term)}, grade ${event.grade}, ${OUTCOMES[event.outcome].toLowerCase()}`;
}
