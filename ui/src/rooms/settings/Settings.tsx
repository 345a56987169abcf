// What an administrator sets for the whole clinic: papers, folders, the label printer, the laboratory. The practice says which settings there are.
import { Check } from "lucide-react";
import { useState } from "react";
import { Button, Choice, PageHead, Refusal, refusalOf, TextField, useGo, useNotify } from "../../parts";
import { type SettingView, useAct, useAsk } from "../../practice";
import styles from "./Settings.module.css";
import { Symptoms } from "./Symptoms";

export function Settings() {
  const settings = useAsk("settings");
  const keep = useAct("keepSettings");
  const notify = useNotify();
  const go = useGo();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const rows = settings.value ?? [];
  const changed = rows.filter((row) => (typed[row.name] ?? row.value) !== row.value);
  const save = async () => {
    const kept = await keep.run(changed.map((row) => ({ name: row.name, value: typed[row.name] ?? "" })));
    if (!kept) return;
    setTyped({});
    notify("done", changed.length === 1 ? "One setting kept." : `${changed.length} settings kept.`);
  };
  return (
    <div className={styles.page}>
      <PageHead
        title="Settings"
        sub="For the whole clinic. Every change stands in the audit trail."
        primary={{
          label: "Keep settings",
          icon: Check,
          keys: "mod+Enter",
          onPress: () => void save(),
          isDisabled: changed.length === 0 || keep.busy,
        }}
      >
        <Button keys="l" onPress={() => go({ name: "laboratory" })}>
          The laboratory’s own values
        </Button>
      </PageHead>
      <Refusal refusal={settings.refusal ?? keep.refusal} shownFields={rows.map((row) => row.name)} />
      <div className={styles.fields}>
        {rows.map((row) => (
          <Field
            key={row.name}
            row={row}
            value={typed[row.name] ?? row.value}
            refusal={refusalOf(keep.refusal, row.name)}
            onChange={(value) => setTyped({ ...typed, [row.name]: value })}
          />
        ))}
      </div>
      <Symptoms />
    </div>
  );
}

type FieldOf = { row: SettingView; value: string; refusal: string | undefined; onChange: (value: string) => void };

function Field({ row, value, refusal, onChange }: FieldOf) {
  const words = { label: row.title, hint: row.hint, refusal };
  if (row.choices.length > 0) {
    const options = row.choices.map((choice) => ({ value: choice, label: CHOICES[choice] ?? choice }));
    const usual = row.name === "label-queue" ? "" : row.choices[0];
    if (row.name === "label-queue") options.unshift({ value: "", label: "None: files only" });
    return <Choice {...words} value={value === "" ? (usual ?? null) : value} options={options} onChange={onChange} />;
  }
  return (
    <TextField
      {...words}
      value={value}
      onChange={onChange}
      multiline={row.severalLines}
      {...(row.usual ? { placeholder: row.usual } : {})}
    />
  );
}

const CHOICES: Record<string, string> = {
  no: "No",
  yes: "Yes, declared",
  a4: "A4",
  "us-letter": "US Letter",
  original: "Original mode",
  enhanced: "Enhanced mode",
  verbal: "In words, recorded",
  written: "Signed, or heard by a witness",
};
