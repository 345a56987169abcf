// The station stopped during the massage, and nobody saw its end: somebody who was there says what happened.
import { useState } from "react";
import { Button, clock, Refusal, useGo } from "../../parts";
import {
  type CollectionView,
  type InterruptionView,
  type MassageAccount,
  type StopReason,
  useAct,
} from "../../practice";
import styles from "./collection.module.css";
import { STOP_REASONS } from "./words";

export function Interrupted({ view, interruption }: { view: CollectionView; interruption: InterruptionView }) {
  const account = useAct("accountForMassage");
  const [broken, setBroken] = useState(false);
  const go = useGo();
  const { procedureId, patientId, visitId } = view;
  const say = async (what: MassageAccount) => {
    const told = await account.run({ procedureId, account: what });
    if (told?.procedureStatus === "aborted-safety") go({ name: "stop", patientId, visitId, procedureId });
  };
  return (
    <section className={styles.now} role="alertdialog" aria-label="What happened?">
      <p className={styles.reason}>
        The station stopped at <strong>{clock(interruption.stopped, true)}</strong> during massage, which had begun at{" "}
        {clock(interruption.began, true)}. What happened?
      </p>
      <p className={styles.hint}>How long it took is then “not known”: nobody measured it.</p>
      <Refusal refusal={account.refusal} />
      <div className={styles.reasons}>
        <Button size="room" busy={account.busy} onPress={() => void say({ kind: "completed" })}>
          It was completed
        </Button>
        <Button size="room" pressed={broken} onPress={() => setBroken(true)}>
          It was broken off
        </Button>
        <Button size="room" busy={account.busy} onPress={() => void say({ kind: "not-begun" })}>
          There was no stroke
        </Button>
      </div>
      {broken && (
        <>
          <h3 className={styles.legend}>Broken off because</h3>
          <div className={styles.reasons}>
            {(Object.keys(STOP_REASONS) as StopReason[]).map((reason) => (
              <Button key={reason} size="room" onPress={() => void say({ kind: "broken-off", reason })}>
                {STOP_REASONS[reason]}
              </Button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
