// What the findings mean before they are kept: whom to refer to, what has changed, and the category the map suggests. The examiner's word is what counts.
import { Button, ComboBox, Meaning, TextField } from "../../parts";
import type { ClinicalT, FindingsReading, StatedFindings } from "../../practice";
import styles from "./exam.module.css";

type CancerProps = {
  reading: FindingsReading | undefined;
  value: StatedFindings;
  set: (part: Partial<StatedFindings>) => void;
  beside: (field: string) => string | undefined;
};

const CATEGORIES: { id: ClinicalT; label: string }[] = [
  { id: "TX", label: "TX, cannot be assessed" },
  { id: "T1", label: "T1, impalpable" },
  { id: "T2a", label: "T2a, half of one side or less" },
  { id: "T2b", label: "T2b, more than half of one side" },
  { id: "T2c", label: "T2c, both sides" },
  { id: "T3a", label: "T3a, outside the capsule" },
  { id: "T3b", label: "T3b, into a seminal vesicle" },
  { id: "T4", label: "T4, fixed or into what lies beside" },
];

export function Cancer({ reading, value, set, beside }: CancerProps) {
  const suggestion = reading?.suggestion;
  const alerts = [...(reading?.referrals ?? []), ...(reading?.againstAllergies ?? [])];
  return (
    <>
      {alerts.length > 0 && (
        <div className={styles.alerts} role="status">
          {alerts.map((words) => (
            <Meaning key={words} kind="override" words={words} />
          ))}
          <TextField
            label="What is arranged"
            size="arm"
            optional
            value={value.arranged ?? ""}
            onChange={(arranged) => set({ arranged: arranged || null })}
          />
        </div>
      )}
      {(value.impression === "suspicious" || reading?.asksCategory) && (
        <div className={styles.category}>
          {value.impression === "suspicious" && (
            <TextField
              label="What makes it suspicious"
              size="arm"
              value={value.rationale ?? ""}
              onChange={(rationale) => set({ rationale: rationale || null })}
              refusal={beside("rationale")}
            />
          )}
          <ComboBox
            label="Suspected clinical T category, by finger alone"
            optional
            value={value.suspectedT}
            items={CATEGORIES}
            onChange={(suspectedT) => set({ suspectedT: suspectedT as ClinicalT | null })}
            refusal={beside("suspectedT")}
          />
          {suggestion && value.suspectedT !== suggestion.category && (
            <p className={styles.suggestion}>
              The map suggests {suggestion.category}
              {suggestion.question ? "?" : ""}: {suggestion.because}.
              <Button variant="quiet" onPress={() => set({ suspectedT: suggestion.category })}>
                State {suggestion.category}
              </Button>
            </p>
          )}
        </div>
      )}
    </>
  );
}
