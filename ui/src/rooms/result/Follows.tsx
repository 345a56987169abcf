// What follows from a result: the urologist says so once for each version, and only then is the patient told.
import { useState } from "react";
import { Button, Choice, dateAndClock, Refusal, refusalOf, TextField } from "../../parts";
import { type ResultAction, type ResultRoom, type ResultVersion, useAct } from "../../practice";
import styles from "./result.module.css";

const ACTIONS: { value: ResultAction; label: string }[] = [
  { value: "none", label: "Nothing more" },
  { value: "call", label: "Call" },
  { value: "visit", label: "Another visit" },
  { value: "treat", label: "Treat" },
];

export function Follows({ room, version }: { room: ResultRoom; version: ResultVersion }) {
  const read = useAct("acknowledgeResult");
  const [action, setAction] = useState<ResultAction | null>(null);
  const [plan, setPlan] = useState("");
  const known = version.acknowledged;
  const { resultId } = version;
  return (
    <section aria-labelledby="follows" className={styles.suggested}>
      <h2 id="follows">What follows</h2>
      {known && (
        <>
          <p className={styles.follows}>{ACTIONS.find((one) => one.value === known.action)?.label}</p>
          {known.plan && <p>{known.plan}</p>}
          <p className={styles.quiet}>
            Read by {known.by}, {dateAndClock(known.at)}
          </p>
        </>
      )}
      {!known && !room.mayAcknowledge && <p>The urologist has not said yet.</p>}
      {room.mayAcknowledge && (
        <>
          <Refusal refusal={read.refusal} shownFields={["action", "plan"]} />
          <Choice
            label="What follows from it"
            hideLabel
            dense
            value={action}
            options={ACTIONS}
            onChange={setAction}
            refusal={refusalOf(read.refusal, "action")}
          />
          <TextField
            label="Plan, for whoever tells the patient"
            optional={action === "none"}
            multiline
            value={plan}
            onChange={setPlan}
            refusal={refusalOf(read.refusal, "plan")}
          />
          <div className={styles.acts}>
            <Button
              variant="primary"
              keys="mod+Enter"
              busy={read.busy}
              onPress={() => void read.run({ resultId, action, plan: plan.trim() === "" ? null : plan })}
            >
              I have read it
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
