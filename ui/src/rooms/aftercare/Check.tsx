// The check before leaving: each answered, or all four well in one explicit act, as it is done at the gate.
import { UserRoundCheck } from "lucide-react";
import { Button, refusalOf, TextField, YesOrNo } from "../../parts";
import type { CheckDeparture, Refusal } from "../../practice";
import styles from "./aftercare.module.css";

export type Answers = Omit<CheckDeparture, "visitId">;

export const EMPTY: Answers = {
  feelsWell: null,
  canStand: null,
  passedUrine: null,
  faint: null,
  reach: "",
  reachConfirmed: false,
};

export type CheckProps = {
  asksUrine: boolean;
  answers: Answers;
  onChange: (next: Partial<Answers>) => void;
  refusal: Refusal | null;
};

export function Check({ asksUrine, answers, onChange, refusal }: CheckProps) {
  const well = { feelsWell: true, canStand: true, faint: false, passedUrine: asksUrine ? true : null };
  const question = (field: keyof Answers, label: string, alarming: "yes" | "no") => (
    <YesOrNo
      label={label}
      inline
      alarming={alarming}
      value={answers[field] as boolean | null}
      onChange={(value) => onChange({ [field]: value })}
      refusal={refusalOf(refusal, field)}
    />
  );
  return (
    <section aria-labelledby="check" className={styles.check}>
      <h2 id="check">How the patient is</h2>
      <Button keys="w" icon={UserRoundCheck} onPress={() => onChange(well)}>
        {asksUrine ? "Well, stands, has passed urine, was not faint" : "Well, stands, was not faint"}
      </Button>
      {question("feelsWell", "Feels well", "no")}
      {question("canStand", "Stood up, and can stand", "no")}
      {asksUrine && question("passedUrine", "Has passed urine", "no")}
      {question("faint", "Felt faint at any time", "yes")}
      <TextField
        label="Number we may call, or how else to reach the patient"
        value={answers.reach}
        onChange={(reach) => onChange({ reach, reachConfirmed: false })}
        refusal={refusalOf(refusal, "reach") ?? refusalOf(refusal, "reachConfirmed")}
      />
      <Button
        keys="k"
        pressed={answers.reachConfirmed}
        onPress={() => onChange({ reachConfirmed: !answers.reachConfirmed })}
      >
        The patient confirms it
      </Button>
    </section>
  );
}
