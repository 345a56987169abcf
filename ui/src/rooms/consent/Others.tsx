// Who else has a part: an interpreter, a trainee, somebody who sees it signed.
import { Choice, TextField } from "../../parts";
import type { ConsentRoom } from "../../practice";
import styles from "./consent.module.css";
import type { Gaps, Prepared, PreparedInterpreter } from "./prepared";

const NONE = "none";
const NOBODY: PreparedInterpreter = { language: "", kind: "in-person", name: "", family: false, minor: false };

/** What the interpreter is to the patient; one choice, because only one of the three may interpret without a mark. */
const WHO = [
  { value: "service", label: "Neither" },
  { value: "family", label: "Of the family", hint: "discouraged, and printed" },
  { value: "minor", label: "Under 18", hint: "may not interpret" },
] as const;

export function Others({
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
  const interpreter = value.interpreter ?? NOBODY;
  const set = (change: Partial<PreparedInterpreter>) => {
    const next = { ...interpreter, ...change };
    put({ interpreter: next.language === "" && next.name === "" ? null : next });
  };
  const who = interpreter.minor ? "minor" : interpreter.family ? "family" : "service";
  const others = room.colleagues.filter((one) => one.staffId !== room.me);
  return (
    <>
      <div className={styles.pair}>
        <TextField
          optional
          label="Interpreter’s language"
          value={interpreter.language}
          onChange={(language) => set({ language })}
        />
        <TextField
          optional
          label="Interpreter’s name or number"
          value={interpreter.name}
          onChange={(name) => set({ name, language: interpreter.language || (value.spoken ?? "") })}
          refusal={gaps.interpreter}
        />
      </div>
      {value.interpreter !== null && (
        <>
          <Choice
            label="Takes part"
            value={interpreter.kind}
            options={[
              { value: "in-person", label: "In the room", hint: "signs as well" },
              { value: "video", label: "By video" },
              { value: "telephone", label: "By telephone", hint: "does not sign" },
            ]}
            onChange={(kind) => set({ kind })}
          />
          <Choice
            label="The interpreter is"
            value={who}
            options={[...WHO]}
            onChange={(next) => set({ family: next !== "service", minor: next === "minor" })}
          />
        </>
      )}
      <div className={styles.pair}>
        <TextField
          optional
          label="Trainee who will examine"
          value={value.traineeName}
          onChange={(traineeName) => put({ traineeName })}
          {...(value.traineeName === "" ? {} : { hint: "The patient is asked about them by name." })}
        />
        <TextField
          optional
          label="Trainee’s role"
          value={value.traineeRole}
          onChange={(traineeRole) => put({ traineeRole })}
        />
      </div>
      <Choice
        stacked
        label="Witness who sees it signed"
        value={value.witnessId ?? NONE}
        options={[
          { value: NONE, label: "Nobody, none is needed" },
          ...others.map((one) => ({ value: one.staffId, label: one.name, hint: one.role })),
        ]}
        onChange={(next) => put({ witnessId: next === NONE ? null : next })}
      />
    </>
  );
}
