// A patient under 18: who decides, why it is done now, and the second clinician who concurs before a massage.
import { useState } from "react";
import { Button, Choice, clock, Dialog, PassphraseField, Refusal, refusalOf, TextField } from "../../parts";
import { type ConsentRoom, useAct } from "../../practice";
import styles from "./consent.module.css";
import type { Gaps, Prepared, PreparedMinor } from "./prepared";

const BEGIN: PreparedMinor = { kind: "guardian", name: "", relation: "", assent: null, note: "", reason: "" };

export function MinorFields({
  room,
  value,
  put,
  gaps,
}: {
  room: ConsentRoom;
  value: Prepared;
  put: (change: Partial<Prepared>) => void;
  gaps: Gaps;
}) {
  const { minor } = value;
  const set = (change: Partial<PreparedMinor>) => put({ minor: { ...(minor ?? BEGIN), ...change } });
  return (
    <>
      <Choice
        stacked
        label="The patient is under 18: who decides"
        value={minor?.kind ?? null}
        options={[
          { value: "guardian", label: "A guardian consents, and the patient agrees" },
          { value: "mature", label: "The patient alone, able to decide" },
        ]}
        onChange={(kind) => set({ kind })}
        refusal={gaps.minor}
      />
      {minor?.kind === "guardian" && (
        <>
          <div className={styles.pair}>
            <TextField label="Guardian’s name" value={minor.name} onChange={(name) => set({ name })} />
            <TextField
              label="What they are to the patient"
              value={minor.relation}
              onChange={(relation) => set({ relation })}
            />
          </div>
          <Choice
            inline
            label="The patient agrees as well"
            value={minor.assent === null ? null : minor.assent ? "yes" : "no"}
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
            onChange={(next) => set({ assent: next === "yes" })}
          />
        </>
      )}
      {minor?.kind === "mature" && (
        <TextField
          multiline
          label="What shows that they can decide alone"
          value={minor.note}
          onChange={(note) => set({ note })}
        />
      )}
      {minor && (
        <TextField label="Why it is done before 18" value={minor.reason} onChange={(reason) => set({ reason })} />
      )}
      {value.textId !== "dre" && <Concurrence room={room} refusal={gaps.concurrence} />}
    </>
  );
}

function Concurrence({ room, refusal }: { room: ConsentRoom; refusal: string | undefined }) {
  const [open, setOpen] = useState(false);
  if (room.concurrence) {
    const { by, at } = room.concurrence;
    return (
      <p className={styles.small}>
        {by.name}, {by.role}, concurred at {clock(at)} by own sign-on.
      </p>
    );
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>A second clinician concurs</Button>
      {refusal && (
        <p className={styles.mark} role="alert">
          {refusal}
        </p>
      )}
      {open && <Concur visitId={room.visitId} onClose={() => setOpen(false)} />}
    </>
  );
}

function Concur({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const concur = useAct("concurForMinor");
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const say = async () => {
    const answer = await concur.run({ visitId, name, passphrase });
    setPassphrase("");
    if (answer !== undefined) onClose();
  };
  return (
    <Dialog
      title="A second clinician concurs"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={concur.busy} onPress={() => void say()}>
            I concur
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </>
      }
    >
      <p>Somebody else than the examiner agrees that a massage or strokes are right for this patient under 18.</p>
      {concur.refusal?.fields.length === 0 && <Refusal refusal={concur.refusal} />}
      <TextField autoFocus label="Sign-on name of the second clinician" value={name} onChange={setName} />
      <PassphraseField
        label="Their passphrase"
        hint="Typed by them, here, now."
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => void say()}
        refusal={refusalOf(concur.refusal, "passphrase")}
      />
    </Dialog>
  );
}
