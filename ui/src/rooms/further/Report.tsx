// What the laboratory reports of one container: its lines, each value twice, and two identifiers compared.
import { useState } from "react";
import { Button, CheckGroup, Dialog, glassCode, Refusal, refusalOf, TextField } from "../../parts";
import { type FurtherTube, type ReportIdentifier, type TypedReportLine, useAct } from "../../practice";
import styles from "./further.module.css";

const IDENTIFIERS: { value: ReportIdentifier; label: string }[] = [
  { value: "name", label: "Name" },
  { value: "birth-date", label: "Birth date" },
  { value: "mrn", label: "Our number" },
  { value: "accession", label: "Number of the tube" },
];

export function Report({ tube, onClose }: { tube: FurtherTube; onClose: () => void }) {
  const enter = useAct("enterFurtherReport");
  const known = tube.reports.at(-1);
  const begun = known?.report.lines.map((line) => ({ ...line, valueAgain: "" }));
  const [lines, setLines] = useState<TypedReportLine[]>(begun ?? [{ test: tube.test, value: "", valueAgain: "" }]);
  const [identifiers, setIdentifiers] = useState<ReportIdentifier[]>([]);
  const [reason, setReason] = useState("");
  const said = (field: string) => refusalOf(enter.refusal, field);
  const set = (at: number, part: Partial<TypedReportLine>) =>
    setLines(lines.map((line, other) => (other === at ? { ...line, ...part } : line)));
  const keep = async () => {
    const { specimenId } = tube;
    const request = {
      specimenId,
      afterVersion: tube.reports.length,
      identifiers,
      lines,
      reason: known ? reason : null,
    };
    if (await enter.run(request)) onClose();
  };
  const fields = lines.flatMap((_, at) => ["test", "value", "valueAgain"].map((field) => `lines.${at}.${field}`));
  return (
    <Dialog
      width="wide"
      isOpen
      onClose={onClose}
      title={`Report of ${glassCode(tube.role)}`}
      actions={
        <>
          <Button variant="primary" busy={enter.busy} onPress={() => void keep()}>
            Keep the report
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <CheckGroup<ReportIdentifier>
        label="On the report, compared with this patient"
        none={null}
        value={identifiers}
        options={IDENTIFIERS}
        onChange={(next) => setIdentifiers(next ?? [])}
        refusal={said("identifiers")}
      />
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line never moves.
        <fieldset key={at} className={styles.line}>
          <legend className="unseen">{`Line ${at + 1}`}</legend>
          <TextField
            label={`Test ${at + 1}`}
            value={line.test}
            onChange={(test) => set(at, { test })}
            refusal={said(`lines.${at}.test`)}
          />
          <TextField
            label={`Value ${at + 1}, with its unit`}
            value={line.value}
            onChange={(value) => set(at, { value })}
            refusal={said(`lines.${at}.value`)}
          />
          <TextField
            label={`Value ${at + 1} again`}
            value={line.valueAgain}
            onChange={(valueAgain) => set(at, { valueAgain })}
            refusal={said(`lines.${at}.valueAgain`)}
          />
        </fieldset>
      ))}
      {lines.length < 12 && (
        <Button variant="quiet" onPress={() => setLines([...lines, { test: "", value: "", valueAgain: "" }])}>
          Another line
        </Button>
      )}
      {known && (
        <TextField
          label="Why the earlier report is corrected"
          value={reason}
          onChange={setReason}
          refusal={said("reason")}
        />
      )}
      <Refusal refusal={enter.refusal} shownFields={["identifiers", "reason", ...fields]} />
    </Dialog>
  );
}
