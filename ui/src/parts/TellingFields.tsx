// The questions of one attempt to tell a patient: told and how, not reached, or a letter. Only what belongs to the chosen one is asked.
import { CheckGroup } from "./CheckGroup";
import { Choice, YesOrNo } from "./Choice";
import styles from "./TellingFields.module.css";
import { TextField } from "./TextField";
import type { Identifier, TellingTyped, ToldWay } from "./telling";

const IDENTIFIERS: { value: Identifier; label: string }[] = [
  { value: "name", label: "Name" },
  { value: "birth-date", label: "Birth date" },
  { value: "mrn", label: "Clinic number" },
];

export type TellingFieldsProps = {
  value: TellingTyped;
  onChange: (value: TellingTyped) => void;
  underCustody: boolean;
  /** null: nobody has asked; then no message is left. */
  mayLeaveMessage: boolean | null;
  /** How many attempts have reached nobody. */
  missed: number;
  said: (field: string) => string | undefined;
};

export function TellingFields({ value, onChange, underCustody, mayLeaveMessage, missed, said }: TellingFieldsProps) {
  const set = (part: Partial<TellingTyped>) => onChange({ ...value, ...part });
  const ways: { value: ToldWay; label: string }[] = underCustody
    ? [
        { value: "health-unit", label: "Through the health unit" },
        { value: "in-person", label: "Face to face" },
      ]
    : [
        { value: "telephone", label: "By telephone" },
        { value: "in-person", label: "Face to face" },
      ];
  return (
    <div className={styles.fields}>
      <Choice
        label="What came of it"
        value={value.what}
        options={[
          { value: "told", label: "The patient was told" },
          { value: "not-reached", label: "Not reached" },
          { value: "letter", label: "A letter" },
        ]}
        onChange={(what) => set({ what })}
      />
      {value.what === "told" && (
        <>
          <Choice
            label="How"
            dense
            value={value.by}
            options={ways}
            onChange={(by) => set({ by })}
            refusal={said("by")}
          />
          {value.by === "telephone" && (
            <CheckGroup
              label="Asked on the telephone, and right: two at least"
              none={null}
              value={value.identifiers}
              options={IDENTIFIERS}
              onChange={(identifiers) => set({ identifiers: identifiers ?? [] })}
              refusal={said("identifiers")}
            />
          )}
          {value.by === "health-unit" && (
            <TextField
              label="Who at the health unit was told"
              value={value.to}
              onChange={(to) => set({ to })}
              refusal={said("to")}
            />
          )}
          <TextField
            label="What was said"
            multiline
            value={value.said}
            onChange={(text) => set({ said: text })}
            refusal={said("said")}
          />
          <TextField
            label="What was agreed"
            optional
            value={value.plan}
            onChange={(plan) => set({ plan })}
            refusal={said("plan")}
          />
        </>
      )}
      {value.what === "not-reached" && (
        <>
          <YesOrNo
            label="A message was left"
            dense
            hint={
              mayLeaveMessage === null
                ? "Nobody has asked whether one may be left: leave none."
                : mayLeaveMessage
                  ? "It says “please call the clinic”, and nothing else."
                  : "The patient does not want messages."
            }
            {...(mayLeaveMessage ? {} : { alarming: "yes" as const })}
            value={value.messageLeft}
            onChange={(messageLeft) => set({ messageLeft })}
            refusal={said("messageLeft")}
          />
          <TextField
            label="Note"
            optional
            value={value.note}
            onChange={(note) => set({ note })}
            refusal={said("note")}
          />
        </>
      )}
      {value.what === "letter" && (
        <>
          <Choice
            label="What the letter does"
            dense
            hint={`Tried without reaching anybody: ${missed}`}
            value={value.kind}
            options={[
              { value: "asks-to-call", label: "Asks to call the clinic, and says nothing else" },
              { value: "tells-the-result", label: "Tells the result: the patient asked for it in writing" },
            ]}
            stacked
            onChange={(kind) => set({ kind })}
            refusal={said("kind")}
          />
          {value.kind === "tells-the-result" && (
            <TextField
              label="What it says"
              multiline
              value={value.letter}
              onChange={(letter) => set({ letter })}
              refusal={said("said")}
            />
          )}
        </>
      )}
    </div>
  );
}
