// The finding gate: five answers, none filled in. One explicit press, also by the pedal, answers all five and is recorded as such.
import { useState } from "react";
import { Button, GateFields, NONE_OF_THE_STOP_FINDINGS, OPEN_GATE, Refusal, refusalOf } from "../../parts";
import { type StatedGate, useAct } from "../../practice";
import styles from "./exam.module.css";

const FIELDS = ["inspection", "inspectionText", "tenderness", "consistency", "warmth", "fluctuance"];

/** The key that a foot pedal sends. */
const PEDAL = "F9";

export function Gate({ visitId, onStop }: { visitId: string; onStop: () => void }) {
  const act = useAct("answerGate");
  const [gate, setGate] = useState<StatedGate>(OPEN_GATE);
  const give = async (answers: StatedGate) => {
    const room = await act.run({ visitId, gate: answers });
    if (room?.stop) onStop();
  };
  const set = (part: Partial<StatedGate>) => {
    // What was refused is being put right; the next press says what is still missing.
    act.forget();
    setGate((before) => ({ ...before, ...part }));
  };
  return (
    <div className={styles.gate}>
      <div className={styles.none}>
        <Button
          size="room"
          variant="primary"
          wide
          keys={PEDAL}
          busy={act.busy}
          onPress={() => void give({ ...OPEN_GATE, noneOfTheStopFindings: true })}
        >
          None of the stop findings
        </Button>
        <p>{NONE_OF_THE_STOP_FINDINGS}</p>
      </div>
      <GateFields size="room" value={gate} onChange={set} beside={(field) => refusalOf(act.refusal, field)} />
      <Refusal refusal={act.refusal} shownFields={FIELDS} />
      <Button size="room" keys="mod+Enter" busy={act.busy} onPress={() => void give(gate)}>
        Keep the five answers
      </Button>
    </div>
  );
}
