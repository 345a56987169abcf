// The recovery kit: shown once, printed, and two of its groups typed back from the paper before the clinic opens.
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Button, PageHead, Paper, Refusal } from "../../parts";
import { type RecoveryKitView, useAct } from "../../practice";
import styles from "./FirstRun.module.css";
import { groupFields, KitGroups } from "./KitGroups";

export type KitProps = {
  kit: RecoveryKitView;
  /** It takes the place of an older one, which opens nothing any more. */
  replaces: boolean;
  onDone: () => void;
};

export function Kit({ kit, replaces, onDone }: KitProps) {
  const confirm = useAct("confirmRecoveryKit");
  const [printed, setPrinted] = useState(false);
  const [answers, setAnswers] = useState<string[]>(kit.asked.map(() => ""));

  const check = async () => {
    if ((await confirm.run({ answers })) !== undefined) onDone();
  };
  if (!printed) {
    return (
      <main className={styles.page}>
        <div className={styles.wide}>
          <PageHead
            title={replaces ? "Print the new recovery kit" : "Print the recovery kit"}
            sub={
              replaces
                ? "The old one opens nothing any more. Destroy its paper."
                : "Step 2 of 2. It is the only way in when every passphrase is forgotten."
            }
            primary={{ label: "It is printed", keys: "mod+Enter", onPress: () => setPrinted(true) }}
          />
          <p>
            It waits as a PDF at <strong className={styles.path}>{kit.savedTo}</strong>. Print it, keep it in a safe
            outside this room, then type two of its groups back. The file is removed afterwards.
          </p>
          <Paper label="Recovery kit" pages={[kit.page]} />
        </div>
      </main>
    );
  }
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <PageHead
          title="Type two groups back"
          sub="From the paper, so that we know it can be read."
          primary={{ label: "The kit is on paper", keys: "mod+Enter", busy: confirm.busy, onPress: () => void check() }}
        >
          <Button variant="quiet" icon={ArrowLeft} onPress={() => setPrinted(false)}>
            Show the kit again
          </Button>
        </PageHead>
        <Refusal refusal={confirm.refusal} shownFields={groupFields(kit.asked)} />
        <KitGroups
          asked={kit.asked}
          answers={answers}
          onChange={setAnswers}
          onEnter={() => void check()}
          refusal={confirm.refusal}
        />
      </div>
    </main>
  );
}
