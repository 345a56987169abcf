// The report that the results were typed from: how it came, what was read on it, who checked the numbers, and its scan, which only a person opens.
import { FileDown, Paperclip } from "lucide-react";
import { useState } from "react";
import { Button, Dialog, dateAndClock, Refusal, refusalOf, ScanField, useNotify } from "../../parts";
import { type ResultVersion, useAct } from "../../practice";
import styles from "./result.module.css";
import { READ_NAMES, SOURCES } from "./words";

export function Report({ version, mayAttach }: { version: ResultVersion; mayAttach: boolean }) {
  const write = useAct("printResultScan");
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const { scan, checked } = version;
  const facts: [string, string][] = [
    ["Came", version.source ? SOURCES[version.source] : "not recorded"],
    [
      "Read on it",
      version.read.length > 0
        ? version.read.map(({ kind, text }) => `${READ_NAMES[kind]} “${text}”`).join(" · ")
        : version.identifiers.map((kind) => READ_NAMES[kind]).join(" · "),
    ],
    ["Numbers", checked.how === "seen-by" ? `seen by ${checked.name}, own passphrase` : "typed twice"],
    [
      "Scan",
      scan
        ? `${scan.kind.toUpperCase()}, ${size(scan.bytes)}, attached ${dateAndClock(scan.at)} by ${scan.by}`
        : `none: ${version.noScan ?? "not recorded"}`,
    ],
  ];
  const save = async () => {
    const paper = await write.run(version.resultId);
    if (paper) notify("done", `Written to ${paper.folder}: ${paper.file}`);
  };
  return (
    <section aria-labelledby="report" className={styles.suggested}>
      <h2 id="report">The report</h2>
      <Refusal refusal={write.refusal} />
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.acts}>
        {scan && (
          <Button icon={FileDown} keys="s" busy={write.busy} onPress={() => void save()}>
            Write the scan
          </Button>
        )}
        {!scan && mayAttach && (
          <Button icon={Paperclip} keys="s" onPress={() => setOpen(true)}>
            Attach the scan
          </Button>
        )}
      </div>
      {open && <Attach resultId={version.resultId} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Attach({ resultId, onClose }: { resultId: string; onClose: () => void }) {
  const attach = useAct("attachResultScan");
  const [file, setFile] = useState<string | null>(null);
  const keep = async () => {
    if (await attach.run({ resultId, file: file ?? "" })) onClose();
  };
  return (
    <Dialog
      title="Attach the scan of the report"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={attach.busy} onPress={() => void keep()}>
            Attach it
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <Refusal refusal={attach.refusal} shownFields={["scan"]} />
      <ScanField label="Scan of the report" onFile={setFile} refusal={refusalOf(attach.refusal, "scan")} />
    </Dialog>
  );
}

/** `1.2 MB`, `340 kB`, `15 bytes`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
