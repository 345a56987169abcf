// Each glass with its true time: how much there was, or why there is none. A label of the downtime pack is read from the tube.
import { Choice, GlassGlyph, glassCode, noGlassWords, reasonsForGlass, TextField } from "../../parts";
import type { GlassMeasure, NotObtainedReason, SpecimenRole } from "../../practice";
import type { PartProps } from "./Afterwards";
import styles from "./afterwards.module.css";
import { type GlassLine, NO_GLASS_LINE } from "./sheet";
import { TimeField } from "./TimeField";

export function Glasses({ room, sheet, onChange, beside }: PartProps) {
  const open = room.roles.filter((role) => {
    const glass = room.glasses.find((one) => one.role === role);
    return !glass || glass.status === "planned" || ["stopped", "safety-stop"].includes(glass.reason ?? "");
  });
  if (open.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="glasses-then">
      <h2 id="glasses-then">Glasses</h2>
      {open.map((role) => (
        <Line
          key={role}
          role={role}
          line={sheet.glasses[role] ?? NO_GLASS_LINE}
          onChange={(line) => onChange({ glasses: { ...sheet.glasses, [role]: line } })}
          beside={(field) => beside(`glasses.${role}.${field}`)}
        />
      ))}
    </section>
  );
}

type LineProps = {
  role: SpecimenRole;
  line: GlassLine;
  onChange: (line: GlassLine) => void;
  beside: (field: string) => string | undefined;
};

function Line({ role, line, onChange, beside }: LineProps) {
  const code = glassCode(role);
  const set = (part: Partial<GlassLine>) => onChange({ ...line, ...part });
  const amounts: { value: GlassMeasure | "none"; label: string }[] =
    role === "eps"
      ? [{ value: "drops", label: "Drops" }]
      : [
          { value: "enough", label: "Enough" },
          { value: "low", label: "Low" },
        ];
  return (
    <fieldset className={styles.glass}>
      <legend>
        <GlassGlyph role={role} size={22} label="" /> {code}
      </legend>
      <div className={styles.line}>
        <TimeField label={`${code} at`} value={line.time} onChange={(time) => set({ time })} refusal={beside("time")} />
        <Choice<GlassMeasure | "none">
          label={`Volume of ${code}`}
          dense
          value={line.measure}
          options={[...amounts, { value: "measured", label: "mL" }, { value: "none", label: "None" }]}
          onChange={(measure) => set({ measure })}
          refusal={line.measure === "measured" ? undefined : beside("amount")}
        />
        {line.measure === "measured" && (
          <TextField
            label={`Millilitres of ${code}`}
            unit="mL"
            inputMode="decimal"
            value={line.ml}
            onChange={(ml) => set({ ml })}
            refusal={beside("amount")}
          />
        )}
        {line.measure !== "none" && line.measure !== null && (
          <TextField
            label={`Reserved label on ${code}`}
            optional
            value={line.number}
            onChange={(number) => set({ number })}
            refusal={beside("number")}
          />
        )}
      </div>
      {line.measure === "none" && (
        <Choice<NotObtainedReason>
          label={`Why there is no ${code}`}
          dense
          value={line.reason}
          options={reasonsForGlass(role).map((reason) => ({
            value: reason as NotObtainedReason,
            label: noGlassWords(reason),
          }))}
          onChange={(reason) => set({ reason })}
          refusal={beside("reason") ?? beside("amount")}
        />
      )}
    </fieldset>
  );
}
