// How the examination was done: stated where it matters, and never filled in beforehand.
import { Choice, NumberField, TextField } from "../../parts";
import type { StatedFindings } from "../../practice";
import styles from "./exam.module.css";

type CircumstancesProps = {
  value: StatedFindings;
  set: (part: Partial<StatedFindings>) => void;
  beside: (field: string) => string | undefined;
};

export function Circumstances({ value, set, beside }: CircumstancesProps) {
  const number = (given: number | null) => (given === null ? null : Math.round(given));
  return (
    <div className={styles.circumstances}>
      <Choice
        label="Gloves"
        inline
        size="arm"
        value={value.glove}
        options={[
          { value: "nitrile", label: "Nitrile" },
          { value: "vinyl", label: "Vinyl" },
          { value: "latex", label: "Latex" },
        ]}
        onChange={(glove) => set({ glove })}
      />
      <Choice
        label="Lubricant"
        inline
        size="arm"
        value={value.lubricant}
        options={[
          { value: "plain", label: "Plain" },
          { value: "lidocaine", label: "Lidocaine" },
          { value: "other", label: "Other" },
        ]}
        onChange={(lubricant) => set({ lubricant })}
      />
      {value.lubricant === "other" && (
        <TextField
          label="Name of the lubricant"
          size="arm"
          value={value.lubricantName ?? ""}
          onChange={(lubricantName) => set({ lubricantName })}
          refusal={beside("lubricantName")}
        />
      )}
      <Choice
        label="Position"
        inline
        size="arm"
        value={value.position}
        options={[
          { value: "left-lateral", label: "Left" },
          { value: "right-lateral", label: "Right" },
          { value: "standing-flexed", label: "Standing" },
          { value: "knee-elbow", label: "Knee-elbow" },
          { value: "supine", label: "Back" },
        ]}
        onChange={(position) => set({ position })}
      />
      <Choice
        label="Route"
        inline
        size="arm"
        value={value.route}
        options={[
          { value: "rectal", label: "Rectal" },
          { value: "vaginal", label: "Vaginal" },
        ]}
        onChange={(route) => set({ route })}
      />
      <Choice
        label="Pelvic floor"
        inline
        size="arm"
        value={value.pelvicFloor}
        options={[
          { value: "normal", label: "Normal" },
          { value: "tender-right", label: "Tender R", tone: "note" },
          { value: "tender-left", label: "Tender L", tone: "note" },
          { value: "tender-both", label: "Both", tone: "note" },
          { value: "not-assessed", label: "Not assessed" },
        ]}
        onChange={(pelvicFloor) => set({ pelvicFloor })}
      />
      <Choice
        label="Stool"
        inline
        size="arm"
        value={value.stool}
        options={[
          { value: "none", label: "None" },
          { value: "soft", label: "Soft" },
          { value: "impacted", label: "Impacted" },
        ]}
        onChange={(stool) => set({ stool })}
      />
      <div className={styles.pair}>
        <NumberField
          label="Pain before"
          unit="of 10"
          size="arm"
          optional
          value={value.painBefore}
          onChange={(pain) => set({ painBefore: number(pain) })}
        />
        <NumberField
          label="Pain afterwards"
          unit="of 10"
          size="arm"
          optional
          value={value.painAfter}
          onChange={(pain) => set({ painAfter: number(pain) })}
        />
      </div>
      <TextField
        label="Supervised by"
        size="arm"
        optional
        value={value.supervisedBy ?? ""}
        onChange={(supervisedBy) => set({ supervisedBy: supervisedBy || null })}
      />
      <TextField
        label="Why it could not be completed"
        size="arm"
        optional
        value={value.incomplete ?? ""}
        onChange={(incomplete) => set({ incomplete: incomplete || null })}
      />
    </div>
  );
}
