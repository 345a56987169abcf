// The check of every signed version: its bytes, the chain of versions, and the signature by its own public key.
import { ShieldCheck, ShieldX } from "lucide-react";
import { useState } from "react";
import { Button, Refusal } from "../../parts";
import { useAct, type VersionReport } from "../../practice";
import styles from "./note.module.css";

export function Checked({ procedureId }: { procedureId: string }) {
  const verify = useAct("verifyNote");
  const [reports, setReports] = useState<VersionReport[] | null>(null);
  const check = async () => setReports((await verify.run(procedureId)) ?? null);
  return (
    <div className={styles.checked}>
      <Button busy={verify.busy} onPress={() => void check()}>
        Check the signatures
      </Button>
      <Refusal refusal={verify.refusal} />
      {reports?.map((report) =>
        report.sound ? (
          <p key={report.version} className={styles.sound} role="status">
            <ShieldCheck aria-hidden size={17} /> Version {report.version}: every byte and the signature stand.
          </p>
        ) : (
          <div key={report.version} className={styles.broken} role="alert">
            <ShieldX aria-hidden size={17} />
            <ul aria-label={`Version ${report.version}`}>
              {report.faults.map((fault) => (
                <li key={fault}>
                  Version {report.version}: {fault}
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </div>
  );
}
