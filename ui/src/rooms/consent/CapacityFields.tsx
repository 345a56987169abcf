// Whether the patient can decide; who does when they cannot; and who assessed it.
import { Choice, TextField } from "../../parts";
import type { Capacity, Colleague } from "../../practice";

export function CapacityFields({
  value,
  assessedBy,
  colleagues,
  onChange,
  onAssessedBy,
  refusal,
}: {
  value: Capacity | null;
  assessedBy: string;
  colleagues: Colleague[];
  onChange: (next: Capacity) => void;
  onAssessedBy: (staffId: string) => void;
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
      {value !== null && value.capacity !== "present" && (
        <Choice
          stacked
          label="Who assessed it"
          value={assessedBy}
          options={colleagues.map((one) => ({ value: one.staffId, label: one.name, hint: one.role }))}
          onChange={onAssessedBy}
        />
      )}
    </>
  );
}
