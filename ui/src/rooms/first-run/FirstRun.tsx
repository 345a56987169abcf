// The first run: two doors. One founds a clinic, the other opens a fictional one to look around in.
import { DoorOpen, Telescope } from "lucide-react";
import { useState } from "react";
import { Refusal, useKeys } from "../../parts";
import { type LookAroundView, type RecoveryKitView, useAct, useStation } from "../../practice";
import { CreateClinic } from "./CreateClinic";
import styles from "./FirstRun.module.css";
import { Glasses } from "./Glasses";
import { LookAround } from "./LookAround";

export type FirstRunProps = { onFounded: (kit: RecoveryKitView) => void; onDone: () => void };

export function FirstRun({ onFounded, onDone }: FirstRunProps) {
  const station = useStation();
  const [creating, setCreating] = useState(false);
  const [fiction, setFiction] = useState<LookAroundView | null>(null);
  const around = useAct("lookAround");
  const look = async () => setFiction((await around.run()) ?? null);
  useKeys(
    creating || fiction
      ? []
      : [
          { keys: "c", words: "Create the clinic", run: () => setCreating(true) },
          { keys: "l", words: "Look around with a fictional clinic", run: () => void look() },
        ],
  );
  if (fiction) return <LookAround fiction={fiction} onDone={onDone} />;
  if (creating) return <CreateClinic onCreated={onFounded} onBack={() => setCreating(false)} />;
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Glasses />
        <header className={styles.title}>
          <h1>Fourglass</h1>
          <p>The record of a urology clinic's prostate procedures, in one encrypted file on this machine.</p>
        </header>
        <div className={styles.doors}>
          <button type="button" className={styles.door} data-first onClick={() => setCreating(true)}>
            <DoorOpen aria-hidden size={26} strokeWidth={1.7} />
            <strong>Create the clinic</strong>
            <span>Name it, add yourself, choose a passphrase, print the recovery kit. About five minutes.</span>
            <kbd aria-hidden>C</kbd>
          </button>
          <button type="button" className={styles.door} disabled={around.busy} onClick={() => void look()}>
            <Telescope aria-hidden size={26} strokeWidth={1.7} />
            <strong>{around.busy ? "Inventing a clinic…" : "Look around with a fictional clinic"}</strong>
            <span>Invented patients and a year of procedures. Nothing you do there is kept with a real clinic.</span>
            <kbd aria-hidden>L</kbd>
          </button>
        </div>
        <Refusal refusal={around.refusal} />
        <p className={styles.quiet}>
          {station?.state === "empty" && (
            <>
              Nothing is in <span className={styles.path}>{station.folder}</span> yet.{" "}
            </>
          )}
          Fourglass records and checks; it does not diagnose. Not cleared as a medical device.
        </p>
      </div>
    </main>
  );
}
