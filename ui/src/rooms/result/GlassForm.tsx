// One glass of the report, typed the first time: what grew and how much, leukocytes, and what the report says against it.
import { Plus } from "lucide-react";
import { Button, CheckGroup, Choice, GlassGlyph, glassCode, TextField } from "../../parts";
import type { GlassFlag, ResultGlass, TypedCulture } from "../../practice";
import styles from "./result.module.css";
import type { TypedGlass } from "./words";

const CULTURES: { value: TypedCulture; label: string }[] = [
  { value: "not-reported", label: "Not reported" },
  { value: "no-growth", label: "No growth" },
  { value: "growth", label: "Growth" },
];

const FLAGS: { value: GlassFlag; label: string }[] = [
  { value: "identity", label: "Identity in doubt" },
  { value: "pooled", label: "Pooled" },
  { value: "swab", label: "Sent as a swab" },
];

export type GlassFormProps = {
  glass: ResultGlass;
  typed: TypedGlass;
  onChange: (part: Partial<TypedGlass>) => void;
  /** The refusal beside a field of this glass. */
  beside: (field: string) => string | undefined;
};

export function GlassForm({ glass, typed, onChange, beside }: GlassFormProps) {
  const code = glassCode(glass.role);
  const isolate = (place: number, part: Partial<TypedGlass["isolates"][number]>) =>
    onChange({ isolates: typed.isolates.map((one, at) => (at === place ? { ...one, ...part } : one)) });
  const culture = (value: TypedCulture) =>
    onChange({
      culture: value,
      isolates: value !== "growth" ? [] : typed.isolates.length > 0 ? typed.isolates : [{ organism: "", count: "" }],
      ...(value === "no-growth" ? {} : { limit: "" }),
    });
  return (
    <fieldset className={styles.glass}>
      <legend>
        <GlassGlyph role={glass.role} state={glass.absence ? "not-obtained" : "collected"} size={34} label="" />
        {code}
      </legend>
      {glass.absence ? (
        <p>No result can come of it: {glass.absence}.</p>
      ) : (
        <div className={styles.fields}>
          <Choice
            label={`Culture of ${code}`}
            dense
            value={typed.culture}
            options={CULTURES}
            onChange={culture}
            refusal={beside("culture")}
          />
          {typed.culture === "no-growth" && (
            <TextField
              label={`Limit of ${code}`}
              optional
              hint="as the report states it, such as <10^3"
              value={typed.limit}
              onChange={(limit) => onChange({ limit })}
            />
          )}
          {typed.isolates.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an organism is named by its place until it has a name.
            <div key={place} className={styles.pair}>
              <TextField
                label={`Organism ${place + 1} in ${code}`}
                value={one.organism}
                onChange={(organism) => isolate(place, { organism })}
                refusal={beside(`isolates.${place}.organism`)}
              />
              <TextField
                label={`Count of organism ${place + 1} in ${code}`}
                hint="as the report has it, such as >100,000"
                value={one.count}
                onChange={(count) => isolate(place, { count })}
                refusal={beside(`isolates.${place}.count`)}
              />
            </div>
          ))}
          {typed.culture === "growth" && (
            <Button
              variant="quiet"
              icon={Plus}
              words={`Another organism in ${code}`}
              onPress={() => onChange({ isolates: [...typed.isolates, { organism: "", count: "" }] })}
            >
              Another organism
            </Button>
          )}
          <TextField
            label={`Leukocytes in ${code}`}
            optional
            value={typed.leukocytes}
            onChange={(leukocytes) => onChange({ leukocytes })}
            refusal={beside("leukocytes") ?? beside("method")}
          />
          <CheckGroup
            label={`What the report says against ${code}`}
            optional
            none={null}
            value={typed.flags}
            options={FLAGS}
            onChange={(flags) => onChange({ flags: flags ?? [] })}
          />
        </div>
      )}
    </fieldset>
  );
}
