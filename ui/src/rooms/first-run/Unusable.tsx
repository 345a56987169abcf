// Something lies in the folder that this program cannot open. It was not touched; the words say which and what to do.
import { Refusal } from "../../parts";
import type { Refusal as Words } from "../../practice";
import styles from "./FirstRun.module.css";

export function Unusable({ refusal }: { refusal: Words }) {
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <h1>This vault cannot be opened here</h1>
        <Refusal refusal={refusal} />
        <p className={styles.quiet}>
          Start the program again when this is mended, or choose another folder with --vault.
        </p>
      </div>
    </main>
  );
}
