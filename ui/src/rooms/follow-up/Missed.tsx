// Nobody was reached: the attempt is kept, and after one the call may be given up for another way.
import { useState } from "react";
import { Button, Choice, Dialog, Refusal, refusalOf, TextField, useGo, YesOrNo } from "../../parts";
import { type CallRoom, type TypedAttempt, useAct } from "../../practice";
import styles from "./follow-up.module.css";

export function Missed({ room, onClose }: { room: CallRoom; onClose: () => void }) {
  const go = useGo();
  const log = useAct("logCall");
  const [what, setWhat] = useState<"not-reached" | "ended">("not-reached");
  const [messageLeft, setMessageLeft] = useState<boolean | null>(null);
  const [words, setWords] = useState("");
  const keep = async () => {
    const attempt: TypedAttempt =
      what === "ended" ? { what, words } : { what, messageLeft: messageLeft === true, note: words };
    if (!(await log.run({ visitId: room.call.visitId, attempt }))) return;
    onClose();
    go({ name: "follow-up" });
  };
  return (
    <Dialog
      title="Not reached"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            keys="mod+Enter"
            busy={log.busy}
            isDisabled={what === "not-reached" && messageLeft === null}
            onPress={() => void keep()}
          >
            {what === "ended" ? "Give up the call" : "Keep the attempt"}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <div className={styles.missed}>
        <Refusal refusal={log.refusal} shownFields={["words", "note"]} />
        <Choice
          label="What now"
          value={what}
          options={[
            { value: "not-reached", label: "Try again later" },
            { value: "ended", label: "Give up: another way was taken" },
          ]}
          onChange={setWhat}
        />
        {what === "not-reached" && (
          <YesOrNo
            label="A message was left"
            hint={
              {
                yes: "It says “please call the clinic”, and nothing else.",
                no: "The patient does not want messages.",
                unknown: "Nobody has asked whether one may be left: leave none.",
              }[room.call.mayLeaveMessage]
            }
            {...(room.call.mayLeaveMessage === "yes" ? {} : { alarming: "yes" as const })}
            value={messageLeft}
            onChange={setMessageLeft}
          />
        )}
        <TextField
          label={what === "ended" ? "What was done instead" : "Note"}
          optional={what !== "ended"}
          multiline
          value={words}
          onChange={setWords}
          refusal={refusalOf(log.refusal, what === "ended" ? "words" : "note")}
        />
      </div>
    </Dialog>
  );
}
