// Every number of the report a second time. The first entry is not on this page: whoever copies it has not read the report again.
import { Button, GlassGlyph, glassCode, PageHead, Refusal, refusalOf, TextField } from "../../parts";
import type { Refusal as Refused, ResultRoom } from "../../practice";
import styles from "./result.module.css";
import { type Again, fieldOf, type Role, type Typed } from "./words";

export type SecondEntryProps = {
  room: ResultRoom;
  typed: Typed;
  again: Again;
  onChange: (field: string, value: string) => void;
  onKeep: () => void;
  onBack: () => void;
  busy: boolean;
  refusal: Refused | null;
};

/** The numbers of one glass that are typed again. */
function numbers(typed: Typed, role: Role): { field: string; label: string }[] {
  const glass = typed.glasses[role];
  if (!glass) return [];
  const code = glassCode(role);
  return [
    ...(glass.culture === "no-growth" && glass.limit.trim() !== ""
      ? [{ field: fieldOf.limit(role), label: `Limit of ${code}` }]
      : []),
    ...glass.isolates.map((isolate, place) => ({
      field: fieldOf.count(role, place),
      label: `${isolate.organism.trim() || `Organism ${place + 1}`} in ${code}`,
    })),
    ...(glass.leukocytes.trim() !== "" ? [{ field: fieldOf.leukocytes(role), label: `Leukocytes in ${code}` }] : []),
  ];
}

export function SecondEntry(props: SecondEntryProps) {
  const { room, typed, again, refusal } = props;
  const glasses = room.glasses
    .map((glass) => ({ role: glass.role, numbers: numbers(typed, glass.role) }))
    .filter((glass) => glass.numbers.length > 0);
  const shown = glasses.flatMap((glass) => glass.numbers.map((number) => number.field));
  return (
    <div className={styles.page}>
      <PageHead
        title="Type the numbers again"
        sub="Second entry: look at the report, not at what was typed"
        primary={{ label: "Keep these results", keys: "mod+Enter", busy: props.busy, onPress: props.onKeep }}
      >
        <Button variant="quiet" onPress={props.onBack}>
          Back to the first entry
        </Button>
      </PageHead>
      <Refusal refusal={refusal} shownFields={shown} />
      {glasses.length === 0 && <p>No number was typed: nothing has to be typed again.</p>}
      {glasses.map((glass, place) => (
        <fieldset key={glass.role} className={styles.glass}>
          <legend>
            <GlassGlyph role={glass.role} state="collected" size={34} label="" />
            {glassCode(glass.role)}
          </legend>
          <div className={styles.fields}>
            {glass.numbers.map((number, at) => (
              <TextField
                key={number.field}
                label={number.label}
                autoFocus={place === 0 && at === 0}
                value={again[number.field] ?? ""}
                onChange={(value) => props.onChange(number.field, value)}
                refusal={refusalOf(refusal, number.field)}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
