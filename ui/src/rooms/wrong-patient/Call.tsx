// The telephone call to the laboratory: whom, when, and what was said.
import { useState } from "react";
import { Button, Refusal, refusalOf, TextField } from "../../parts";
import { useAct } from "../../practice";
import styles from "./wrong-patient.module.css";

export function Call({ wrongPatientId }: { wrongPatientId: string }) {
  const call = useAct("callAboutWrongPatient");
  const [spokenTo, setSpokenTo] = useState("");
  const [words, setWords] = useState("");
  const [minutes, setMinutes] = useState("0");
  const said = (field: string) => refusalOf(call.refusal, field);
  const minutesAgo = /^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) : -1;
  return (
    <div className={styles.form}>
      <Refusal refusal={call.refusal} shownFields={["spokenTo", "words", "minutesAgo"]} />
      <TextField label="Spoke to" value={spokenTo} onChange={setSpokenTo} refusal={said("spokenTo")} />
      <TextField label="What was said" value={words} onChange={setWords} refusal={said("words")} />
      <TextField
        label="Minutes ago"
        inputMode="numeric"
        value={minutes}
        onChange={setMinutes}
        refusal={said("minutesAgo")}
      />
      <Button
        variant="primary"
        busy={call.busy}
        onPress={() => void call.run(wrongPatientId, { spokenTo, words, minutesAgo })}
      >
        Record the call
      </Button>
    </div>
  );
}
