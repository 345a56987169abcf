// Before a table leaves: the passphrase again, and for names a urologist beside the administrator.
import { useState } from "react";
import { Button, Dialog, PassphraseField, Refusal, refusalOf, TextField, useNotify } from "../../parts";
import { type MakeExport, useAct } from "../../practice";
import styles from "./exports.module.css";
import { counted } from "./words";

export type ConfirmProps = {
  table: Pick<MakeExport, "contents" | "month" | "identified" | "purpose" | "folder">;
  rows: number;
  needsUrologist: boolean;
  onClose: () => void;
};

export function Confirm({ table, rows, needsUrologist, onClose }: ConfirmProps) {
  const make = useAct("makeExport");
  const notify = useNotify();
  const [passphrase, setPassphrase] = useState("");
  const [secondName, setSecondName] = useState("");
  const [secondPassphrase, setSecondPassphrase] = useState("");
  const said = (field: string) => refusalOf(make.refusal, field);
  const leave = async () => {
    const second = needsUrologist ? { secondName, secondPassphrase } : { secondName: null, secondPassphrase: null };
    const made = await make.run({ ...table, passphrase, ...second });
    if (!made) return;
    notify("done", `${made.rows} rows written to ${made.target}.`);
    onClose();
  };
  return (
    <Dialog
      title={table.identified ? "Let names leave this house" : "Make this table"}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={make.busy} onPress={() => void leave()}>
            Write the table
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <p className={styles.words}>
        {counted(rows, table.contents)} of {table.month},{" "}
        {table.identified ? "with names, birth dates and numbers" : "without names, days or numbers"}. It is written
        down with your name, the reason and the digest of the file.
      </p>
      <Refusal refusal={make.refusal} shownFields={["passphrase", "secondName", "secondPassphrase"]} />
      <PassphraseField
        label="Your passphrase"
        value={passphrase}
        onChange={setPassphrase}
        refusal={said("passphrase")}
        autoFocus
      />
      {needsUrologist && (
        <div className={styles.second}>
          <TextField
            label="Urologist who confirms"
            value={secondName}
            onChange={setSecondName}
            hint="Sign-on name"
            refusal={said("secondName")}
          />
          <PassphraseField
            label="Their passphrase"
            hint="Typed by the urologist, here, now."
            value={secondPassphrase}
            onChange={setSecondPassphrase}
            refusal={said("secondPassphrase")}
          />
        </div>
      )}
    </Dialog>
  );
}
