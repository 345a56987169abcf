// What the verification of the trail found: whole, or which entries are not.
import { CircleCheck, OctagonX } from "lucide-react";
import type { TrailVerdict } from "../../practice";
import styles from "./audit.module.css";

export function Verdict({ verdict }: { verdict: TrailVerdict }) {
  if (verdict.whole) {
    return (
      <div className={styles.whole} role="status">
        <CircleCheck aria-hidden size={18} />
        <p>
          The trail is whole: {verdict.entries} entries, each in its place and unchanged. Its head begins{" "}
          <code>{verdict.head.slice(0, 16)}</code>.
        </p>
      </div>
    );
  }
  return (
    <div className={styles.broken} role="alert">
      <OctagonX aria-hidden size={18} />
      <div>
        <p>
          <strong>The trail is not whole.</strong> Change nothing more, and call whoever looks after this vault.
        </p>
        <ul>
          {verdict.faults.map((fault) => (
            <li key={`${fault.seq}${fault.what}`}>
              Entry {fault.seq} {fault.what}.
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
