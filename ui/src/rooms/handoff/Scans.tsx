// Requisitions on paper: scanned in, with two identifiers read from each and typed; a paper that names somebody else is refused.
import { FileScan } from "lucide-react";
import { useId, useState } from "react";
import { Button, Dialog, dateAndClock, Refusal, refusalOf, TextField, useNotify } from "../../parts";
import { useAct, useAsk } from "../../practice";
import styles from "./handoff.module.css";

export function Scans({ procedureId }: { procedureId: string }) {
  const scans = useAsk("requisitionScans", procedureId).value ?? [];
  const print = useAct("printRequisitionScan");
  const notify = useNotify();
  const [attaching, setAttaching] = useState(false);
  const keep = async (scanId: string) => {
    const paper = await print.run(scanId);
    if (paper) notify("done", `${paper.file} lies in ${paper.folder}`);
  };
  return (
    <section className={styles.scans} aria-label="Requisitions on paper">
      {scans.map((scan) => (
        <p key={scan.scanId}>
          Requisition on paper ({scan.kind.toUpperCase()}), scanned in {dateAndClock(scan.at)} by {scan.by}{" "}
          <Button variant="quiet" busy={print.busy} onPress={() => void keep(scan.scanId)}>
            Write it as a file
          </Button>
        </p>
      ))}
      <Button icon={FileScan} keys="q" onPress={() => setAttaching(true)}>
        Attach a requisition on paper
      </Button>
      <Refusal refusal={print.refusal} />
      {attaching && <Attach procedureId={procedureId} onClose={() => setAttaching(false)} />}
    </section>
  );
}

const FIELDS = ["file", "name", "birthDate", "mrn"];

function Attach({ procedureId, onClose }: { procedureId: string; onClose: () => void }) {
  const attach = useAct("attachRequisition");
  const id = useId();
  const [file, setFile] = useState("");
  const [identifiers, setIdentifiers] = useState({ name: "", birthDate: "", mrn: "" });
  const said = (field: string) => refusalOf(attach.refusal, field);
  const set = (part: Partial<typeof identifiers>) => setIdentifiers({ ...identifiers, ...part });
  const read = (chosen: File | undefined) => {
    setFile("");
    if (!chosen) return;
    const reader = new FileReader();
    // `data:application/pdf;base64,…`: only what follows the comma is the file.
    reader.onload = () => setFile(String(reader.result).split(",")[1] ?? "");
    reader.readAsDataURL(chosen);
  };
  const keep = async () => {
    if (await attach.run({ procedureId, file, identifiers })) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Attach a requisition on paper"
      actions={
        <>
          <Button variant="primary" busy={attach.busy} isDisabled={file === ""} onPress={() => void keep()}>
            Compare and attach
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <p>Type two identifiers as they stand on the paper. They are compared with this patient.</p>
      <label htmlFor={id}>Scan: PDF, JPEG or PNG</label>
      <input
        id={id}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        onChange={(event) => read(event.target.files?.[0])}
      />
      {said("file") && <p role="alert">{said("file")}</p>}
      <TextField
        label="Name on the paper"
        value={identifiers.name}
        onChange={(name) => set({ name })}
        refusal={said("name")}
      />
      <TextField
        label="Birth date on the paper"
        placeholder="1961-04-09"
        value={identifiers.birthDate}
        onChange={(birthDate) => set({ birthDate })}
        refusal={said("birthDate")}
      />
      <TextField
        label="Our number on the paper"
        value={identifiers.mrn}
        onChange={(mrn) => set({ mrn })}
        refusal={said("mrn")}
      />
      <Refusal refusal={attach.refusal} shownFields={FIELDS} />
    </Dialog>
  );
}
