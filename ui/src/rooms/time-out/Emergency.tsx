// The examination that cannot wait: one reason, said once, stands for consent, interpreter and chaperone. Never for a massage, and never against a refusal.
import { useState } from "react";
import { Button, Choice, PassphraseField, Refusal, refusalOf, TextField } from "../../parts";
import { type EmergencyCapacity, type TimeOutRoom, useAct, useWho } from "../../practice";
import styles from "./time-out.module.css";

/** What one decision of an emergency covers. */
const COVERED = [
  "consent-not-recorded",
  "interpreter-missing",
  "chaperone-offer-missing",
  "chaperone-unavailable",
  "capacity-lacking",
];
const FIELDS = ["reason", "capacity", "patientTold", "passphrase"];

export function Emergency({ room }: { room: TimeOutRoom }) {
  const urologist = useWho().roles.includes("urologist");
  const act = useAct("declareEmergency");
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [capacity, setCapacity] = useState<EmergencyCapacity | null>(null);
  const [told, setTold] = useState<boolean | null>(null);
  const [passphrase, setPassphrase] = useState("");
  if (room.emergency) {
    return <p className={styles.emergency}>Emergency examination declared. A colleague reviews it within 72 hours.</p>;
  }
  if (!urologist || room.timeOut !== null || !waits(room)) return null;
  const declare = async () => {
    const request = { visitId: room.visitId, reason, capacity, patientTold: told, passphrase };
    if (await act.run(request)) setPassphrase("");
  };
  if (!open) {
    return (
      <Button size="room" keys="e" onPress={() => setOpen(true)}>
        The examination cannot wait
      </Button>
    );
  }
  return (
    <section className={styles.override} aria-labelledby="emergency">
      <h2 id="emergency">Emergency examination</h2>
      <p>The examination alone; no massage and no strokes. A colleague reviews it within 72 hours.</p>
      <TextField
        label="Why it cannot wait"
        value={reason}
        onChange={setReason}
        refusal={refusalOf(act.refusal, "reason")}
        autoFocus
      />
      <Choice<EmergencyCapacity>
        label="Capacity"
        dense
        value={capacity}
        options={[
          { value: "present", label: "The patient can decide" },
          { value: "best-interests", label: "Cannot: best interests, emergency", tone: "note" },
        ]}
        onChange={setCapacity}
        refusal={refusalOf(act.refusal, "capacity")}
      />
      <Choice
        label="The patient was told that it cannot wait"
        dense
        value={told === null ? null : told ? "yes" : "no"}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
        onChange={(answer) => setTold(answer === "yes")}
        refusal={refusalOf(act.refusal, "patientTold")}
      />
      <PassphraseField
        label="Your passphrase"
        value={passphrase}
        onChange={setPassphrase}
        refusal={refusalOf(act.refusal, "passphrase")}
      />
      <Refusal refusal={act.refusal} shownFields={FIELDS} />
      <Button busy={act.busy} onPress={() => void declare()}>
        Declare an emergency examination
      </Button>
    </section>
  );
}

/** Whether it is consent that the examination waits for. */
function waits(room: TimeOutRoom): boolean {
  const examination = room.verdicts.acts.find((verdict) => verdict.act === "dre");
  if (!examination || examination.fired.some((fired) => fired.id === "consent-refused")) return false;
  const covered = examination.fired.some((fired) => COVERED.includes(fired.id));
  return covered || examination.missing.some((missing) => missing.askedOf === "derived");
}
