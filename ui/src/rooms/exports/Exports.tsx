// The exports room: which month, with or without names, what for; a preview of the columns; the ledger of what left.
import { FileDown } from "lucide-react";
import { useState } from "react";
import { Choice, PageHead, Refusal, refusalOf, TextField } from "../../parts";
import { useAskWhen, useToday } from "../../practice";
import { Confirm } from "./Confirm";
import styles from "./exports.module.css";
import { Ledger } from "./Ledger";
import { Preview } from "./Preview";

export function Exports() {
  const today = useToday();
  const [typed, setTyped] = useState<string | null>(null);
  const [names, setNames] = useState<"without" | "with">("without");
  const [purpose, setPurpose] = useState("");
  const [folder, setFolder] = useState("");
  const [confirming, setConfirming] = useState(false);
  const month = typed ?? today.slice(0, 7);
  const whole = /^\d{4}-\d{2}$/.test(month);
  const preview = useAskWhen(whole, "previewExport", { month, identified: names === "with" });
  const rows = preview.value?.rows ?? 0;
  return (
    <div className={styles.page}>
      <PageHead
        title="Exports"
        sub="A month's procedures as a table for somebody outside"
        primary={{
          label: "Make this table",
          icon: FileDown,
          keys: "mod+Enter",
          isDisabled: rows === 0,
          onPress: () => setConfirming(true),
        }}
      />
      <Refusal refusal={preview.refusal} shownFields={["month"]} />
      <div className={styles.form}>
        <TextField
          label="Month"
          value={month}
          onChange={setTyped}
          hint="Year and month, such as 2026-11"
          refusal={refusalOf(preview.refusal, "month")}
        />
        <Choice
          label="Patients"
          value={names}
          onChange={setNames}
          options={[
            { value: "without", label: "Without names", hint: "Year and age only" },
            { value: "with", label: "With names", hint: "A urologist confirms", tone: "override" },
          ]}
        />
        <TextField
          label="What for, and for whom"
          value={purpose}
          onChange={setPurpose}
          hint="Stands in the audit trail."
        />
        <TextField
          label="Folder"
          optional
          value={folder}
          onChange={setFolder}
          placeholder={preview.value?.folder ?? ""}
          hint="Nothing that is there is replaced."
        />
      </div>
      {preview.value && <Preview preview={preview.value} />}
      <Ledger />
      {confirming && (
        <Confirm
          table={{ month, identified: names === "with", purpose, folder: folder.trim() === "" ? null : folder }}
          rows={rows}
          needsUrologist={preview.value?.needsUrologist ?? false}
          onClose={() => setConfirming(false)}
        />
      )}
    </div>
  );
}
