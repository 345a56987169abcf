// Every number of the report a second time, or a second person who looks at report and screen. Who types again does not see the first entry: whoever copies it has not read the report again.
import {
  Button,
  Choice,
  GlassGlyph,
  glassCode,
  PageHead,
  PassphraseField,
  Refusal,
  refusalOf,
  TextField,
} from "../../parts";
import type { Refusal as Refused, ResultRoom, SeenBy } from "../../practice";
import styles from "./result.module.css";
import { type Again, fieldOf, type Role, type Typed } from "./words";

export type SecondEntryProps = {
  room: ResultRoom;
  typed: Typed;
  again: Again;
  onChange: (field: string, value: string) => void;
  /** Somebody else looks; null while the numbers are typed again. */
  seenBy: SeenBy | null;
  onSeenBy: (seenBy: SeenBy | null) => void;
  onKeep: () => void;
  onBack: () => void;
  busy: boolean;
  refusal: Refused | null;
};

type Asked = { field: string; label: string; first: string };

/** The numbers of one glass that are typed again, each with its first entry. */
function numbers(typed: Typed, role: Role): Asked[] {
  const glass = typed.glasses[role];
  if (!glass) return [];
  const code = glassCode(role);
  return [
    ...(glass.culture === "no-growth" && glass.limit.trim() !== ""
      ? [{ field: fieldOf.limit(role), label: `Limit of ${code}`, first: glass.limit }]
      : []),
    ...glass.isolates.map((isolate, place) => ({
      field: fieldOf.count(role, place),
      label: `${isolate.organism.trim() || `Organism ${place + 1}`} in ${code}`,
      first: isolate.count,
    })),
    ...(glass.leukocytes.trim() !== ""
      ? [{ field: fieldOf.leukocytes(role), label: `Leukocytes in ${code}`, first: glass.leukocytes }]
      : []),
  ];
}

export function SecondEntry(props: SecondEntryProps) {
  const { room, typed, again, refusal, seenBy, onSeenBy } = props;
  const glasses = room.glasses
    .map((glass) => ({ role: glass.role, numbers: numbers(typed, glass.role) }))
    .filter((glass) => glass.numbers.length > 0);
  const shown = seenBy
    ? ["seenName", "seenPassphrase"]
    : glasses.flatMap((glass) => glass.numbers.map((number) => number.field));
  return (
    <div className={styles.page}>
      <PageHead
        title={seenBy ? "Somebody else looks at the numbers" : "Type the numbers again"}
        sub={
          seenBy
            ? "A second person compares report and screen, and says so by their own passphrase"
            : "Second entry: look at the report, not at what was typed"
        }
        primary={{ label: "Keep these results", keys: "mod+Enter", busy: props.busy, onPress: props.onKeep }}
      >
        <Button variant="quiet" onPress={props.onBack}>
          Back to the first entry
        </Button>
      </PageHead>
      <Refusal refusal={refusal} shownFields={shown} />
      <Choice
        label="How the numbers are checked"
        dense
        value={seenBy ? "seen" : "typed"}
        options={[
          { value: "typed", label: "Typed again" },
          { value: "seen", label: "Seen by a second person" },
        ]}
        onChange={(how) => onSeenBy(how === "seen" ? { name: "", passphrase: "" } : null)}
      />
      {seenBy && (
        <div className={styles.pair}>
          <TextField
            label="Second person signs on as"
            value={seenBy.name}
            onChange={(name) => onSeenBy({ ...seenBy, name })}
            refusal={refusalOf(refusal, "seenName")}
          />
          <PassphraseField
            label="Their passphrase"
            value={seenBy.passphrase}
            onChange={(passphrase) => onSeenBy({ ...seenBy, passphrase })}
            refusal={refusalOf(refusal, "seenPassphrase")}
          />
        </div>
      )}
      {glasses.length === 0 && <p>No number was typed: nothing has to be typed again.</p>}
      {glasses.map((glass, place) => (
        <fieldset key={glass.role} className={styles.glass}>
          <legend>
            <GlassGlyph role={glass.role} state="collected" size={34} label="" />
            {glassCode(glass.role)}
          </legend>
          <div className={styles.fields}>
            {glass.numbers.map((number, at) =>
              seenBy ? (
                <p key={number.field} className={styles.seen}>
                  <span>{number.label}</span> <strong>{number.first.trim() || "nothing"}</strong>
                </p>
              ) : (
                <TextField
                  key={number.field}
                  label={number.label}
                  autoFocus={place === 0 && at === 0}
                  value={again[number.field] ?? ""}
                  onChange={(value) => props.onChange(number.field, value)}
                  refusal={refusalOf(refusal, number.field)}
                />
              ),
            )}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
