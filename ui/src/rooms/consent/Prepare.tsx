// What is settled before the patient is given the screen: the text, the examiner, who could be chaperone, capacity, interpreter, trainee.
import { useState } from "react";
import { Button, Choice, type RefusalWords, refusalOf, TextField } from "../../parts";
import type { Capacity, ConsentRoom } from "../../practice";
import styles from "./consent.module.css";
import type { owed, Prepared } from "./prepared";

const NONE = "none";

export function Prepare({
  room,
  value,
  onChange,
  refusal,
  gaps,
}: {
  room: ConsentRoom;
  value: Prepared;
  onChange: (next: Prepared) => void;
  refusal: RefusalWords | null;
  gaps: ReturnType<typeof owed>;
}) {
  const [more, setMore] = useState(value.interpreter !== null || value.traineeName !== "");
  const put = (change: Partial<Prepared>) => onChange({ ...value, ...change });
  const text = room.texts.find((one) => one.id === value.textId);
  const examiners = room.colleagues.filter((one) => one.examines);
  const others = room.colleagues.filter((one) => one.staffId !== value.examinerId);
  return (
    <section className={styles.group} aria-labelledby="prepare">
      <h2 id="prepare">Before the patient reads</h2>
      <Choice
        stacked
        label="Text"
        value={value.textId}
        options={room.texts.map((one) => ({
          value: one.id,
          label: one.title,
          hint: `Version ${one.version}, ${one.minimumForm === "written" ? "signed or witnessed" : "in words"}`,
        }))}
        onChange={(textId) => put({ textId })}
        refusal={refusalOf(refusal, "textId")}
      />
      {text?.approval === "awaiting-clinical-sign-off" && (
        <p className={styles.mark}>This text awaits clinical sign-off: not for clinical use.</p>
      )}
      <Choice
        stacked
        label="Who will examine"
        value={value.examinerId}
        options={examiners.map((one) => ({ value: one.staffId, label: one.name, hint: one.role }))}
        onChange={(examinerId) => put({ examinerId })}
        refusal={refusalOf(refusal, "examinerId")}
      />
      <Choice
        stacked
        label="Chaperone who could be present"
        value={value.chaperoneId ?? NONE}
        options={[
          ...others.map((one) => ({ value: one.staffId, label: one.name, hint: one.role })),
          { value: NONE, label: "Nobody chosen yet" },
        ]}
        onChange={(next) => put({ chaperoneId: next === NONE ? null : next, chaperoneTrained: null })}
      />
      {value.chaperoneId !== null && (
        <Choice
          inline
          label="Trained as a chaperone"
          value={value.chaperoneTrained === null ? null : value.chaperoneTrained ? "yes" : "no"}
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
          onChange={(next) => put({ chaperoneTrained: next === "yes" })}
          refusal={gaps.trained}
        />
      )}
      <Choice
        inline
        label="The examiner requires a chaperone"
        value={value.chaperoneRequired ? "yes" : "no"}
        options={[
          { value: "no", label: "No" },
          { value: "yes", label: "Yes" },
        ]}
        onChange={(next) => put({ chaperoneRequired: next === "yes" })}
      />
      <CapacityFields value={value.capacity} onChange={(capacity) => put({ capacity })} refusal={gaps.capacity} />
      {more ? (
        <Others value={value} put={put} />
      ) : (
        <Button variant="quiet" onPress={() => setMore(true)}>
          Interpreter or trainee
        </Button>
      )}
    </section>
  );
}

function CapacityFields({
  value,
  onChange,
  refusal,
}: {
  value: Capacity | null;
  onChange: (next: Capacity) => void;
  refusal: string | undefined;
}) {
  const begin = (kind: Capacity["capacity"]): Capacity => {
    if (kind === "fluctuating") return { capacity: "fluctuating", presentNow: "" };
    if (kind === "lacking") {
      return { capacity: "lacking", representative: { name: "", basis: "proxy", documentSeen: false } };
    }
    return { capacity: "present" };
  };
  return (
    <>
      <Choice
        label="The patient can understand, keep in mind, weigh and say a decision"
        value={value?.capacity ?? null}
        refusal={refusal}
        options={[
          { value: "present", label: "Yes" },
          { value: "fluctuating", label: "It comes and goes" },
          { value: "lacking", label: "No" },
        ]}
        onChange={(kind) => onChange(begin(kind))}
      />
      {value?.capacity === "fluctuating" && (
        <TextField
          label="Why it is there now"
          value={value.presentNow}
          onChange={(presentNow) => onChange({ ...value, presentNow })}
        />
      )}
      {value?.capacity === "lacking" && (
        <>
          <TextField
            label="Who decides for the patient"
            value={value.representative.name}
            onChange={(name) => onChange({ ...value, representative: { ...value.representative, name } })}
          />
          <Choice
            stacked
            label="By what right"
            value={value.representative.basis}
            options={[
              { value: "proxy", label: "Proxy or power of attorney" },
              { value: "guardian", label: "Guardian" },
              { value: "best-interests", label: "Best-interests decision" },
            ]}
            onChange={(basis) => onChange({ ...value, representative: { ...value.representative, basis } })}
          />
          <Choice
            inline
            label="Document seen"
            value={value.representative.documentSeen ? "yes" : "no"}
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
            onChange={(seen) =>
              onChange({ ...value, representative: { ...value.representative, documentSeen: seen === "yes" } })
            }
          />
        </>
      )}
    </>
  );
}

function Others({ value, put }: { value: Prepared; put: (change: Partial<Prepared>) => void }) {
  const interpreter = value.interpreter ?? { language: "", kind: "in-person" as const, name: "", family: false };
  const set = (change: Partial<typeof interpreter>) => {
    const next = { ...interpreter, ...change };
    put({ interpreter: next.language === "" && next.name === "" ? null : next });
  };
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
          onChange={(name) => set({ name })}
        />
      </div>
      {value.interpreter !== null && (
        <Choice
          label="Takes part"
          value={interpreter.kind}
          options={[
            { value: "in-person", label: "In the room" },
            { value: "video", label: "By video" },
            { value: "telephone", label: "By telephone" },
          ]}
          onChange={(kind) => set({ kind })}
        />
      )}
      <div className={styles.pair}>
        <TextField
          optional
          label="Trainee who will examine"
          value={value.traineeName}
          onChange={(traineeName) => put({ traineeName })}
        />
        <TextField
          optional
          label="Trainee’s role"
          value={value.traineeRole}
          onChange={(traineeRole) => put({ traineeRole })}
        />
      </div>
    </>
  );
}
