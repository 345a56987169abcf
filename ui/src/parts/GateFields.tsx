// The five answers of the finding gate, none filled in: felt now in room size, or copied from paper.
import { CheckGroup } from "./CheckGroup";
import { Choice } from "./Choice";
import styles from "./GateFields.module.css";
import { TextField } from "./TextField";

type Inspection = "clear" | "fissure" | "thrombosed-hemorrhoid" | "abscess" | "other";
type Tenderness = "none" | "mild" | "moderate" | "severe";
type Consistency = "soft" | "normal" | "firm" | "hard" | "boggy" | "fluctuant" | "mixed";

/** The answers as the practice takes them. */
export type GateAnswers = {
  noneOfTheStopFindings: boolean;
  inspection: Inspection[];
  inspectionText: string | null;
  tenderness: Tenderness | null;
  consistency: Consistency | null;
  warmth: boolean | null;
  fluctuance: boolean | null;
};

export const OPEN_GATE: GateAnswers = {
  noneOfTheStopFindings: false,
  inspection: [],
  inspectionText: null,
  tenderness: null,
  consistency: null,
  warmth: null,
  fluctuance: null,
};

/** What one press “none of the stop findings” states. */
export const NONE_OF_THE_STOP_FINDINGS =
  "States: inspection shows nothing that stops us, not tender, normal consistency, not warm, nothing fluctuates.";

const INSPECTION: { value: Inspection; label: string }[] = [
  { value: "fissure", label: "Fissure" },
  { value: "thrombosed-hemorrhoid", label: "Thrombosed haemorrhoid" },
  { value: "abscess", label: "Abscess, cellulitis or fistula" },
  { value: "other", label: "Other" },
];
const TENDERNESS: { value: Tenderness; label: string; tone?: "note" | "stop" }[] = [
  { value: "none", label: "None" },
  { value: "mild", label: "Mild" },
  { value: "moderate", label: "Moderate", tone: "note" },
  { value: "severe", label: "Severe", tone: "stop" },
];
const CONSISTENCY: { value: Consistency; label: string; tone?: "note" | "stop" }[] = [
  { value: "soft", label: "Soft" },
  { value: "normal", label: "Normal" },
  { value: "firm", label: "Firm" },
  { value: "hard", label: "Hard", tone: "note" },
  { value: "boggy", label: "Boggy", tone: "note" },
  { value: "fluctuant", label: "Fluctuant", tone: "stop" },
  { value: "mixed", label: "Mixed" },
];
const YES_NO = [
  { value: "yes" as const, label: "Yes", tone: "note" as const },
  { value: "no" as const, label: "No" },
];

export type GateFieldsProps = {
  value: GateAnswers;
  onChange: (part: Partial<GateAnswers>) => void;
  beside: (field: string) => string | undefined;
  size?: "room";
};

export function GateFields({ value, onChange, beside, size }: GateFieldsProps) {
  const flag = (answer: boolean | null) => (answer === null ? null : answer ? "yes" : "no");
  const sized = size ? { size } : {};
  return (
    <>
      <CheckGroup
        label="Inspection"
        {...sized}
        tone="note"
        none="Nothing that stops us"
        value={value.inspection.length === 0 ? null : value.inspection.filter((one) => one !== "clear")}
        options={INSPECTION}
        onChange={(seen) => onChange({ inspection: seen === null ? [] : seen.length === 0 ? ["clear"] : seen })}
        refusal={beside("inspection")}
      />
      {value.inspection.includes("other") && (
        <TextField
          label="What else was seen"
          {...sized}
          value={value.inspectionText ?? ""}
          onChange={(inspectionText) => onChange({ inspectionText })}
          refusal={beside("inspectionText")}
        />
      )}
      <Choice
        label="Tenderness"
        {...sized}
        value={value.tenderness}
        options={TENDERNESS}
        onChange={(tenderness) => onChange({ tenderness })}
        refusal={beside("tenderness")}
      />
      <Choice
        label="Consistency"
        {...sized}
        value={value.consistency}
        options={CONSISTENCY}
        onChange={(consistency) => onChange({ consistency })}
        refusal={beside("consistency")}
      />
      <div className={styles.pair}>
        <Choice
          label="Warm to the finger"
          {...sized}
          value={flag(value.warmth)}
          options={YES_NO}
          onChange={(warmth) => onChange({ warmth: warmth === "yes" })}
          refusal={beside("warmth")}
        />
        <Choice
          label="Anything fluctuates"
          {...sized}
          value={flag(value.fluctuance)}
          options={YES_NO}
          onChange={(fluctuance) => onChange({ fluctuance: fluctuance === "yes" })}
          refusal={beside("fluctuance")}
        />
      </div>
    </>
  );
}
