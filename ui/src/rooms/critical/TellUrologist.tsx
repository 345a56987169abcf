// The urologist knows, and has decided: who, when, and in which words.
import { useState } from "react";
import { Button, Choice, Dialog, Refusal, refusalOf, TextField } from "../../parts";
import { type CriticalAction, type CriticalRoom, type CriticalView, useAct } from "../../practice";
import styles from "./critical.module.css";
import { ACTIONS, minutes } from "./words";

export type TellUrologistProps = { room: CriticalRoom; critical: CriticalView; onClose: () => void };

export function TellUrologist({ room, critical, onClose }: TellUrologistProps) {
  const tell = useAct("tellUrologist");
  const here = room.urologists.find((one) => one.here);
  const [urologist, setUrologist] = useState<string | null>(here?.staffId ?? null);
  const [action, setAction] = useState<CriticalAction | null>(null);
  const [words, setWords] = useState("");
  const [ago, setAgo] = useState("0");
  const said = (field: string) => refusalOf(tell.refusal, field);
  const keep = async () => {
    const { criticalId } = critical;
    if (await tell.run({ criticalId, urologist, action, words, minutesAgo: minutes(ago) })) onClose();
  };
  return (
    <Dialog
      title="The urologist was told"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={tell.busy} onPress={() => void keep()}>
            Keep this
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Refusal refusal={tell.refusal} shownFields={["urologist", "action", "words", "minutesAgo"]} />
        <Choice
          label="Who was told"
          dense
          value={urologist}
          options={room.urologists.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          onChange={setUrologist}
          refusal={said("urologist")}
        />
        <Choice
          label="What the urologist decided"
          dense
          value={action}
          options={ACTIONS}
          onChange={setAction}
          refusal={said("action")}
        />
        <TextField
          label="In the urologist’s words"
          multiline
          value={words}
          onChange={setWords}
          refusal={said("words")}
        />
        <TextField label="Minutes ago" inputMode="numeric" value={ago} onChange={setAgo} refusal={said("minutesAgo")} />
      </div>
    </Dialog>
  );
}
