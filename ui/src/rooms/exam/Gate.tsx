// The finding gate: five answers, none filled in. One explicit press, also by the pedal, answers all five and is recorded as such.
import { useState } from "react";
import { Button, CheckGroup, Choice, Refusal, refusalOf, TextField } from "../../parts";
import { type Consistency, type Inspection, type StatedGate, type Tenderness, useAct } from "../../practice";
import styles from "./exam.module.css";

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
const OPEN: StatedGate = {
  noneOfTheStopFindings: false,
  inspection: [],
  inspectionText: null,
  tenderness: null,
  consistency: null,
  warmth: null,
  fluctuance: null,
};
const FIELDS = ["inspection", "inspectionText", "tenderness", "consistency", "warmth", "fluctuance"];

/** The key that a foot pedal sends. */
const PEDAL = "F9";

export function Gate({ visitId, onStop }: { visitId: string; onStop: () => void }) {
  const act = useAct("answerGate");
  const [gate, setGate] = useState(OPEN);
  const give = async (answers: StatedGate) => {
    const room = await act.run({ visitId, gate: answers });
    if (room?.stop) onStop();
  };
  const set = (part: Partial<StatedGate>) => {
    // What was refused is being put right; the next press says what is still missing.
    act.forget();
    setGate((before) => ({ ...before, ...part }));
  };
  const beside = (field: string) => refusalOf(act.refusal, field);
  const flag = (value: boolean | null) => (value === null ? null : value ? "yes" : "no");
  return (
    <div className={styles.gate}>
      <div className={styles.none}>
        <Button
          size="room"
          variant="primary"
          wide
          keys={PEDAL}
          busy={act.busy}
          onPress={() => void give({ ...OPEN, noneOfTheStopFindings: true })}
        >
          None of the stop findings
        </Button>
        <p>
          States: inspection shows nothing that stops us, not tender, normal consistency, not warm, nothing fluctuates.
        </p>
      </div>
      <CheckGroup
        label="Inspection"
        size="room"
        tone="note"
        none="Nothing that stops us"
        value={gate.inspection.length === 0 ? null : gate.inspection.filter((one) => one !== "clear")}
        options={INSPECTION}
        onChange={(seen) => set({ inspection: seen === null ? [] : seen.length === 0 ? ["clear"] : seen })}
        refusal={beside("inspection")}
      />
      {gate.inspection.includes("other") && (
        <TextField
          label="What else was seen"
          size="room"
          value={gate.inspectionText ?? ""}
          onChange={(inspectionText) => set({ inspectionText })}
          refusal={beside("inspectionText")}
        />
      )}
      <Choice
        label="Tenderness"
        size="room"
        value={gate.tenderness}
        options={TENDERNESS}
        onChange={(tenderness) => set({ tenderness })}
        refusal={beside("tenderness")}
      />
      <Choice
        label="Consistency"
        size="room"
        value={gate.consistency}
        options={CONSISTENCY}
        onChange={(consistency) => set({ consistency })}
        refusal={beside("consistency")}
      />
      <div className={styles.pair}>
        <Choice
          label="Warm to the finger"
          size="room"
          value={flag(gate.warmth)}
          options={YES_NO}
          onChange={(warmth) => set({ warmth: warmth === "yes" })}
          refusal={beside("warmth")}
        />
        <Choice
          label="Anything fluctuates"
          size="room"
          value={flag(gate.fluctuance)}
          options={YES_NO}
          onChange={(fluctuance) => set({ fluctuance: fluctuance === "yes" })}
          refusal={beside("fluctuance")}
        />
      </div>
      <Refusal refusal={act.refusal} shownFields={FIELDS} />
      <Button size="room" keys="mod+Enter" busy={act.busy} onPress={() => void give(gate)}>
        Keep the five answers
      </Button>
    </div>
  );
}
