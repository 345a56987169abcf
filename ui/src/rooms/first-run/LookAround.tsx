// The people of the fictional clinic and their passphrases, to sign on as any of them.
import { PageHead } from "../../parts";
import type { LookAroundView } from "../../practice";
import styles from "./FirstRun.module.css";

export function LookAround({ fiction, onDone }: { fiction: LookAroundView; onDone: () => void }) {
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <PageHead
          title="A fictional clinic is ready"
          sub="Sign on as any of these people. Everybody in it is invented."
          primary={{ label: "Go to sign-on", keys: "mod+Enter", onPress: onDone }}
        />
        <dl className={styles.people}>
          {fiction.people.map((person) => (
            <div key={person.name}>
              <dt>{person.name}</dt>
              <dd>{person.role}</dd>
              <dd>
                <code className={styles.secret}>{person.passphrase}</code>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </main>
  );
}
