// The kit is not yet proven to be on paper: until it is, nobody can be registered. Stands across the window and asks for the same two groups again.
import { useState } from "react";
import { Button, Dialog, Refusal } from "../../parts";
import { mayKeepClinic, useAct, useWho } from "../../practice";
import styles from "./FirstRun.module.css";
import { groupFields, KitGroups } from "./KitGroups";

export function KitNotice({ asked }: { asked: number[] }) {
  const who = useWho();
  const confirm = useAct("confirmRecoveryKit");
  const [open, setOpen] = useState(false);
  const [answers, setAnswers] = useState<string[]>([]);
  const check = async () => {
    if ((await confirm.run({ answers })) !== undefined) setOpen(false);
  };
  const keeps = mayKeepClinic(who.roles);
  return (
    <section className={styles.notice} aria-label="Recovery kit">
      <span>
        The recovery kit is not yet typed back, so no patient can be registered.{" "}
        {keeps ? "" : "Ask an administrator to do it."}
      </span>
      {keeps && <Button onPress={() => setOpen(true)}>Type two groups back</Button>}
      <Dialog
        title="Type two groups back"
        isOpen={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button variant="primary" keys="mod+Enter" busy={confirm.busy} onPress={() => void check()}>
              The kit is on paper
            </Button>
            <Button onPress={() => setOpen(false)}>Later</Button>
          </>
        }
      >
        <p>Read them from the printed kit. Its PDF still waits in the papers' folder, as recovery-kit.pdf.</p>
        <Refusal refusal={confirm.refusal} shownFields={groupFields(asked)} />
        <KitGroups
          asked={asked}
          answers={answers}
          onChange={setAnswers}
          onEnter={() => void check()}
          refusal={confirm.refusal}
        />
      </Dialog>
    </section>
  );
}
