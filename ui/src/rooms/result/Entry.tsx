// A report typed in: the whole of it once, then every number again without the first one in sight. The practice compares.
import { useState } from "react";
import { Button, Choice, PageHead, Refusal, refusalOf, TextField, YesNo } from "../../parts";
import { type LeukocyteMethod, type ResultRoom, type SeenBy, type Symptoms, useAct, useDraft } from "../../practice";
import { GlassForm } from "./GlassForm";
import { ReportFields } from "./ReportFields";
import styles from "./result.module.css";
import { SecondEntry } from "./SecondEntry";
import { type Again, BLANK, BLANK_GLASS, bothEntries, type Role, type Typed, type TypedGlass } from "./words";

const METHODS: { value: LeukocyteMethod; label: string }[] = [
  { value: "wet-mount", label: "Wet mount, /HPF" },
  { value: "gram", label: "Gram, /field" },
  { value: "chamber", label: "Chamber, /µL" },
  { value: "dipstick", label: "Dipstick" },
];

const SYMPTOMS: { value: Symptoms; label: string }[] = [
  { value: "none", label: "None" },
  { value: "shorter", label: "Under 3 months" },
  { value: "lasting", label: "3 months or more" },
  { value: "not-known", label: "Not known" },
];

/** The refusals that stand beside their fields on this page. */
const SHOWN = [
  "source",
  "scan",
  "noScan",
  "read",
  "read.name",
  "read.birth-date",
  "read.mrn",
  "read.accession",
  "symptoms",
  "antibiotic7d",
  "reason",
];

export function Entry({ room, onDone }: { room: ResultRoom; onDone: () => void }) {
  const draft = useDraft<Typed>("result", room.procedureId, BLANK);
  const enter = useAct("enterResult");
  const [again, setAgain] = useState<Again | null>(null);
  const [seenBy, setSeenBy] = useState<SeenBy | null>(null);
  const [scan, setScan] = useState<string | null>(null);
  const typed = draft.value;
  const set = (part: Partial<Typed>) => draft.set((now) => ({ ...now, ...part }));
  const setGlass = (role: Role, part: Partial<TypedGlass>) =>
    draft.set((now) => ({
      ...now,
      glasses: { ...now.glasses, [role]: { ...(now.glasses[role] ?? BLANK_GLASS), ...part } },
    }));
  const beside = (field: string) => refusalOf(enter.refusal, field);
  const keep = async () => {
    if (await enter.run(bothEntries(room, typed, { again: again ?? {}, seenBy, scan }))) onDone();
  };
  if (again !== null) {
    return (
      <SecondEntry
        room={room}
        typed={typed}
        again={again}
        onChange={(field, value) => setAgain((now) => ({ ...now, [field]: value }))}
        seenBy={seenBy}
        onSeenBy={setSeenBy}
        onKeep={() => void keep()}
        onBack={() => setAgain(null)}
        busy={enter.busy}
        refusal={enter.refusal}
      />
    );
  }
  const method = (label: string, key: "urineMethod" | "epsMethod") => (
    <Choice
      label={label}
      dense
      optional
      value={typed[key]}
      options={METHODS}
      onChange={(value) => set({ [key]: value })}
    />
  );
  return (
    <div className={styles.page}>
      <PageHead
        title={room.versions.length === 0 ? "Type in the report" : "Correct the results"}
        sub="First entry: the whole report, as it is written"
        savedAt={draft.savedAt}
        primary={{ label: "Type the numbers again", keys: "mod+Enter", onPress: () => setAgain({}) }}
      >
        <Button variant="quiet" onPress={onDone}>
          Leave it
        </Button>
      </PageHead>
      <Refusal refusal={enter.refusal} shownFields={SHOWN} />
      <section className={styles.group} aria-labelledby="report">
        <h2 id="report">The report</h2>
        <ReportFields typed={typed} onChange={set} onFile={setScan} beside={beside} />
        <div className={styles.pair}>
          <TextField
            label="Unit of the counts"
            hint="as the report has it, such as cfu/mL or CFU/L"
            value={typed.unit}
            onChange={(unit) => set({ unit })}
          />
          <TextField
            label="Magnification"
            optional
            unit="×"
            inputMode="numeric"
            value={typed.magnification}
            onChange={(magnification) => set({ magnification })}
          />
        </div>
        {method("Leukocytes in urine counted by", "urineMethod")}
        {method("Leukocytes in EPS counted by", "epsMethod")}
      </section>
      <section className={styles.group} aria-labelledby="glasses">
        <h2 id="glasses">The glasses</h2>
        {room.glasses.map((glass) => (
          <GlassForm
            key={glass.role}
            glass={glass}
            typed={typed.glasses[glass.role] ?? BLANK_GLASS}
            onChange={(part) => setGlass(glass.role, part)}
            beside={(field) => beside(`${glass.role}.${field}`)}
          />
        ))}
      </section>
      <section className={styles.group} aria-labelledby="patient">
        <h2 id="patient">The patient at this visit</h2>
        <Choice
          label="Pelvic pain or urinary symptoms, in the last 6 months"
          dense
          value={typed.symptoms}
          options={SYMPTOMS}
          onChange={(symptoms) => set({ symptoms })}
          refusal={beside("symptoms")}
        />
        <YesNo
          label="An antibiotic within 7 days before"
          dense
          value={typed.antibiotic7d}
          onChange={(antibiotic7d) => set({ antibiotic7d })}
          refusal={beside("antibiotic7d")}
        />
        {room.versions.length > 0 && (
          <TextField
            label="Why the earlier values are corrected"
            value={typed.reason}
            onChange={(reason) => set({ reason })}
            refusal={beside("reason")}
          />
        )}
      </section>
    </div>
  );
}
