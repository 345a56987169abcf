// The offer of a chaperone, answered by the patient: one tap, and a second for who, unless staff named somebody before.
import { Choice } from "../../parts";
import type { Colleague, Tongue } from "../../practice";
import { roleIn, wordsIn } from "./patientWords";
import type { ChaperoneChoice, Prepared } from "./prepared";

export function ChaperoneQuestion({
  tongue,
  colleagues,
  prepared,
  value,
  onChange,
  missing,
}: {
  tongue: Tongue;
  colleagues: Colleague[];
  prepared: Prepared;
  value: ChaperoneChoice;
  onChange: (next: ChaperoneChoice) => void;
  missing: boolean;
}) {
  const words = wordsIn(tongue);
  const named = colleagues.find((one) => one.staffId === prepared.chaperoneId);
  const known = { staffId: named?.staffId ?? null, trained: named ? prepared.chaperoneTrained : null };
  const needed = value.wants === "accepted" || (value.wants !== null && prepared.chaperoneRequired);
  const yesNo = [
    { value: "yes", label: words.yes },
    { value: "no", label: words.no },
  ];
  const refuse = (open: boolean, refusal: string) => (missing && open ? { refusal } : {});
  return (
    <>
      {prepared.chaperoneRequired && <p>{words.examinerAsks}</p>}
      {named && (
        <p>{words.canBePresent(named.name, roleIn(tongue, named.role), prepared.chaperoneTrained !== false)}</p>
      )}
      <Choice
        size="room"
        label={words.wantChaperone}
        value={value.wants}
        options={[
          { value: "accepted", label: words.yesPlease },
          { value: "declined", label: words.noThanks },
        ]}
        onChange={(wants) => onChange({ ...value, wants, ...known })}
        {...refuse(value.wants === null, words.answerFirst)}
      />
      {needed && !named && (
        <Choice
          size="room"
          label={words.whoPresent}
          value={value.staffId}
          options={colleagues.map((one) => ({
            value: one.staffId,
            label: one.name,
            hint: roleIn(tongue, one.role),
          }))}
          onChange={(staffId) => onChange({ ...value, staffId, trained: null })}
          {...refuse(value.staffId === null, words.chooseWho)}
        />
      )}
      {needed && value.staffId !== null && (!named || prepared.chaperoneTrained === null) && (
        <Choice
          size="room"
          label={words.staffTrained}
          value={value.trained === null ? null : value.trained ? "yes" : "no"}
          options={yesNo}
          onChange={(next) => onChange({ ...value, trained: next === "yes" })}
          {...refuse(value.trained === null, words.staffAnswer)}
        />
      )}
      {prepared.minor?.kind === "guardian" && value.wants === "declined" && !needed && (
        <Choice
          size="room"
          label={words.guardianToo}
          value={value.guardianToo === null ? null : value.guardianToo ? "yes" : "no"}
          options={yesNo}
          onChange={(next) => onChange({ ...value, guardianToo: next === "yes" })}
          {...refuse(value.guardianToo === null, words.answerFirst)}
        />
      )}
    </>
  );
}
