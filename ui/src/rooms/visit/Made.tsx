// Papers of one kind that were made for this visit, each with its hour, its author and its file.
import { dateAndClock, Meaning } from "../../parts";
import type { BookingPaperKind, VisitRoom } from "../../practice";
import styles from "./visit.module.css";

export function Made({ room, kind, label }: { room: VisitRoom; kind: BookingPaperKind; label: string }) {
  const papers = room.papers.filter((paper) => paper.kind === kind);
  if (papers.length === 0) return null;
  return (
    <ul className={styles.made} aria-label={label}>
      {papers.map((paper) => (
        <li key={`${paper.at}${paper.file}`}>
          <Meaning kind="clear" size="small" words="Made" /> {paper.said} · {dateAndClock(paper.at)}, {paper.by}{" "}
          <span className={styles.small}>{paper.file}</span>
        </li>
      ))}
    </ul>
  );
}
