// The patient of a critical result: told and how, not reached, or written to; with the hour.
import { useState } from "react";
import {
  BLANK_TELLING,
  Button,
  Dialog,
  Refusal,
  refusalOf,
  TELLING_FIELDS,
  TellingFields,
  TextField,
  tellingRequest,
} from "../../parts";
import { type CriticalRoom, type CriticalView, useAct } from "../../practice";
import styles from "./critical.module.css";
import { minutes } from "./words";

export type ReachProps = { room: CriticalRoom; critical: CriticalView; onClose: () => void };

export function Reach({ room, critical, onClose }: ReachProps) {
  const reach = useAct("reachPatient");
  const [typed, setTyped] = useState(BLANK_TELLING);
  const [ago, setAgo] = useState("0");
  const { patient } = room;
  const missed = critical.steps.filter(
    ({ step }) => step.step === "patient" && step.telling.what === "not-reached",
  ).length;
  const keep = async () => {
    const telling = tellingRequest(typed);
    if (await reach.run({ criticalId: critical.criticalId, telling, minutesAgo: minutes(ago) })) onClose();
  };
  return (
    <Dialog
      title="Reaching the patient"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={reach.busy} onPress={() => void keep()}>
            {typed.what === "letter" ? "Write the letter" : "Keep this"}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.value}>
          {patient.underCustody ? "In custody: health unit " : ""}
          {patient.phone ?? "No number is known"}
        </p>
        <Refusal refusal={reach.refusal} shownFields={[...TELLING_FIELDS, "minutesAgo"]} />
        <TellingFields
          value={typed}
          onChange={setTyped}
          underCustody={patient.underCustody}
          mayLeaveMessage={patient.mayLeaveMessage === "unknown" ? null : patient.mayLeaveMessage === "yes"}
          missed={missed}
          said={(field) => refusalOf(reach.refusal, field)}
        />
        <TextField
          label="Minutes ago"
          inputMode="numeric"
          value={ago}
          onChange={setAgo}
          refusal={refusalOf(reach.refusal, "minutesAgo")}
        />
      </div>
    </Dialog>
  );
}
