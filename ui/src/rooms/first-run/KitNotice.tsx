// The recovery kit is not proven to be on paper: until it is, nobody can be registered. Stands across the window, asks for the same two groups again, or has a new kit made.
import { useState } from "react";
import { Button, Dialog, PassphraseField, Refusal, refusalOf } from "../../parts";
import { mayKeepClinic, type RecoveryKitView, useAct, useWho } from "../../practice";
import styles from "./FirstRun.module.css";
import { groupFields, KitGroups } from "./KitGroups";

export type KitNoticeProps = {
  /** The groups to be typed back; none when there is no kit at all. */
  asked: number[];
  onMade: (kit: RecoveryKitView) => void;
};

type Asking = "groups" | "new" | null;

export function KitNotice({ asked, onMade }: KitNoticeProps) {
  const who = useWho();
  const [open, setOpen] = useState<Asking>(null);
  const keeps = mayKeepClinic(who.roles);
  const missing = asked.length === 0;
  const words = missing
    ? "The recovery kit was used and there is no new one, so no patient can be registered."
    : "The recovery kit is not yet typed back, so no patient can be registered.";
  return (
    <section className={styles.notice} aria-label="Recovery kit">
      <span>
        {words} {keeps ? "" : "Ask an administrator to do it."}
      </span>
      {keeps && (
        <Button onPress={() => setOpen(missing ? "new" : "groups")}>
          {missing ? "Make a new kit" : "Type two groups back"}
        </Button>
      )}
      {open === "groups" && <TypeBack asked={asked} onNew={() => setOpen("new")} onClose={() => setOpen(null)} />}
      {open === "new" && <MakeKit onMade={onMade} onClose={() => setOpen(null)} />}
    </section>
  );
}

function TypeBack({ asked, onNew, onClose }: { asked: number[]; onNew: () => void; onClose: () => void }) {
  const confirm = useAct("confirmRecoveryKit");
  const [answers, setAnswers] = useState<string[]>([]);
  const check = async () => {
    if ((await confirm.run({ answers })) !== undefined) onClose();
  };
  return (
    <Dialog
      title="Type two groups back"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={confirm.busy} onPress={() => void check()}>
            The kit is on paper
          </Button>
          <Button onPress={onClose}>Later</Button>
          <Button variant="quiet" onPress={onNew}>
            The page is lost
          </Button>
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
  );
}

function MakeKit({ onMade, onClose }: { onMade: (kit: RecoveryKitView) => void; onClose: () => void }) {
  const make = useAct("makeRecoveryKit");
  const [passphrase, setPassphrase] = useState("");
  const run = async () => {
    const kit = await make.run(passphrase);
    setPassphrase("");
    if (kit) onMade(kit);
  };
  return (
    <Dialog
      title="Make a new recovery kit"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={make.busy} onPress={() => void run()}>
            Make the kit
          </Button>
          <Button onPress={onClose}>Later</Button>
        </>
      }
    >
      <p>It is shown once, to be printed. Every older kit opens nothing any more.</p>
      <Refusal refusal={make.refusal} shownFields={["passphrase"]} />
      <PassphraseField
        label="Your passphrase"
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => void run()}
        refusal={refusalOf(make.refusal, "passphrase")}
        autoFocus
      />
    </Dialog>
  );
}
