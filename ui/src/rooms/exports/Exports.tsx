// The exports room: which month, with or without names, what for; a preview of the columns; the ledger of what left.
import { FileDown } from "lucide-react";
import { useState } from "react";
import { Choice, PageHead, Refusal, refusalOf, TextField } from "../../parts";
import { type ExportContents, useAskWhen, useToday } from "../../practice";
import { Confirm } from "./Confirm";
import styles from "./exports.module.css";
import { Ledger } from "./Ledger";
import { Preview } from "./Preview";

export function Exports() {
  const today = useToday();
  const [typed, setTyped] = useState<string | null>(null);
  const [contents, setContents] = useState<ExportContents>("procedures");
  const [names, setNames] = useState<"without" | "with">("without");
  const [purpose, setPurpose] = useState("");
  const [folder, setFolder] = useState("");
  const [confirming, setConfirming] = useState(false);
  const month = typed ?? today.slice(0, 7);
  const whole = /^\d{4}-\d{2}$/.test(month);
  const identified = contents === "procedures" && names === "with";
  const preview = useAskWhen(whole, "previewExport", { contents, month, identified });
  const rows = preview.value?.rows ?? 0;
  return (
    <div className={styles.page}>
      <PageHead
        title="Exports"
        sub="A month as a table for somebody outside"
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
          label="Table"
          value={contents}
          onChange={setContents}
          options={[
            { value: "procedures", label: "Procedures", hint: "A row for each that was begun" },
            { value: "overrides", label: "Overrides", hint: "Never with names of patients" },
          ]}
        />
        {contents === "procedures" && (
          <Choice
            label="Patients"
            value={names}
            onChange={setNames}
            options={[
              { value: "without", label: "Without names", hint: "Year and age only" },
              { value: "with", label: "With names", hint: "A urologist confirms", tone: "override" },
            ]}
          />
        )}
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
      {preview.value && <Preview preview={preview.value} contents={contents} />}
      <Ledger />
      {confirming && (
        <Confirm
          table={{ contents, month, identified, purpose, folder: folder.trim() === "" ? null : folder }}
          rows={rows}
          needsUrologist={preview.value?.needsUrologist ?? false}
          onClose={() => setConfirming(false)}
        />
      )}
    </div>
  );
}
