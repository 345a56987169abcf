// What is asked of a report before its numbers: how it came, its scan, and two identifiers as they stand on it. The practice compares them; ticking a box would compare nothing.
import { Choice, DateField, ScanField, TextField } from "../../parts";
import type { ReportIdentifier, ReportSource } from "../../practice";
import styles from "./result.module.css";
import { SOURCES, type Typed } from "./words";

export type ReportFieldsProps = {
  typed: Typed;
  onChange: (part: Partial<Typed>) => void;
  onFile: (file: string | null) => void;
  beside: (field: string) => string | undefined;
};

export function ReportFields({ typed, onChange, onFile, beside }: ReportFieldsProps) {
  const read = (kind: ReportIdentifier, text: string) => onChange({ read: { ...typed.read, [kind]: text } });
  return (
    <>
      <Choice
        label="How it came"
        dense
        value={typed.source}
        options={Object.entries(SOURCES).map(([value, label]) => ({ value: value as ReportSource, label }))}
        onChange={(source) => onChange({ source })}
        refusal={beside("source")}
      />
      <div className={styles.pair}>
        <ScanField label="Scan of the report" onFile={onFile} refusal={beside("scan")} />
        <TextField
          label="Or why there is no scan"
          value={typed.noScan}
          onChange={(noScan) => onChange({ noScan })}
          refusal={beside("noScan")}
        />
      </div>
      <fieldset className={styles.read}>
        <legend>Read on the report: two at least, as they stand there</legend>
        {beside("read") && (
          <p role="alert" className={styles.refused}>
            {beside("read")}
          </p>
        )}
        <div className={styles.pair}>
          <TextField
            label="Name on the report"
            value={typed.read.name ?? ""}
            onChange={(text) => read("name", text)}
            refusal={beside("read.name")}
          />
          <DateField
            label="Birth date on the report"
            value={typed.read["birth-date"] || null}
            onChange={(day) => read("birth-date", day ?? "")}
            refusal={beside("read.birth-date")}
          />
          <TextField
            label="Clinic number on the report"
            value={typed.read.mrn ?? ""}
            onChange={(text) => read("mrn", text)}
            refusal={beside("read.mrn")}
          />
          <TextField
            label="Number of set or tube on the report"
            value={typed.read.accession ?? ""}
            onChange={(text) => read("accession", text)}
            refusal={beside("read.accession")}
          />
        </div>
      </fieldset>
    </>
  );
}
