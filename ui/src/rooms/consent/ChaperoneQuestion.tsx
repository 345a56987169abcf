// The offer of a chaperone, answered by the patient: one tap, and a second for who, unless staff named somebody before.
import { Choice } from "../../parts";
import type { Colleague } from "../../practice";
import type { ChaperoneChoice, Prepared } from "./prepared";

export function ChaperoneQuestion({
  colleagues,
  prepared,
  value,
  onChange,
  missing,
}: {
  colleagues: Colleague[];
  prepared: Prepared;
  value: ChaperoneChoice;
  onChange: (next: ChaperoneChoice) => void;
  missing: boolean;
}) {
  const named = colleagues.find((one) => one.staffId === prepared.chaperoneId);
  const known = { staffId: named?.staffId ?? null, trained: named ? prepared.chaperoneTrained : null };
  const needed = value.wants === "accepted" || (value.wants !== null && prepared.chaperoneRequired);
  return (
    <>
      {prepared.chaperoneRequired && <p>The examiner asks that a chaperone be present.</p>}
      {named && (
        <p>
          {`${named.name}, ${named.role}, can be present`}
          {prepared.chaperoneTrained === false ? ", but is not trained as a chaperone." : "."}
        </p>
      )}
      <Choice
        size="room"
        label="Would you like a chaperone to be present?"
        value={value.wants}
        options={[
          { value: "accepted", label: "Yes, please" },
          { value: "declined", label: "No, thank you" },
        ]}
        onChange={(wants) => onChange({ wants, ...known })}
        {...(missing && value.wants === null ? { refusal: "Please answer this question before you go on." } : {})}
      />
      {needed && !named && (
        <Choice
          size="room"
          label="Who will be present"
          value={value.staffId}
          options={colleagues.map((one) => ({ value: one.staffId, label: one.name, hint: one.role }))}
          onChange={(staffId) => onChange({ ...value, staffId, trained: null })}
          {...(missing && value.staffId === null ? { refusal: "Please choose who will be present." } : {})}
        />
      )}
      {needed && value.staffId !== null && (!named || prepared.chaperoneTrained === null) && (
        <Choice
          size="room"
          label="For the member of staff: are they trained as a chaperone?"
          value={value.trained === null ? null : value.trained ? "yes" : "no"}
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
          onChange={(next) => onChange({ ...value, trained: next === "yes" })}
          {...(missing && value.trained === null
            ? { refusal: "Please hand the screen to the member of staff for this answer." }
            : {})}
        />
      )}
    </>
  );
}
