// The clinic's own table of symptom codes: what an order may say of why it is made. Rows are added and ended, never changed.
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button, Choice, DateField, Dialog, Refusal, refusalOf, shortDate, TextField } from "../../parts";
import { type SymptomRow, type SymptomSystem, useAct, useAsk, useToday } from "../../practice";
import styles from "./Settings.module.css";

const SYSTEMS: { value: SymptomSystem; label: string }[] = [
  { value: "I10", label: "ICD-10" },
  { value: "I10C", label: "ICD-10-CM" },
  { value: "I10G", label: "ICD-10-GM" },
  { value: "SCT", label: "SNOMED CT" },
  { value: "L", label: "Our own" },
];

const systemWords = (system: SymptomSystem) => SYSTEMS.find((one) => one.value === system)?.label ?? system;

export function Symptoms() {
  const table = useAsk("symptoms");
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<SymptomRow | null>(null);
  const rows = table.value ?? [];
  return (
    <section className={styles.symptoms} aria-labelledby="symptoms">
      <header className={styles.head}>
        <h2 id="symptoms">Symptom codes</h2>
        <Button icon={Plus} keys="a" onPress={() => setAdding(true)}>
          Add a symptom
        </Button>
      </header>
      <p className={styles.small}>
        An order may carry one of them. With an empty table it carries none. Suspected diagnoses are not coded.
      </p>
      <Refusal refusal={table.refusal} />
      <ul className={styles.rows} aria-label="Symptom codes">
        {rows.map((row) => (
          <li key={row.symptomId}>
            <strong>{row.code}</strong>
            <span>
              {row.text}
              <br />
              <span className={styles.small}>
                {systemWords(row.system)} · from {shortDate(row.from)}
                {row.until ? ` to ${shortDate(row.until)}` : ""} · {row.addedBy}
              </span>
            </span>
            <Button variant="quiet" words={`End: ${row.code}`} onPress={() => setEnding(row)}>
              End
            </Button>
          </li>
        ))}
      </ul>
      {adding && <AddSymptom onClose={() => setAdding(false)} />}
      {ending && <EndSymptom row={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function AddSymptom({ onClose }: { onClose: () => void }) {
  const add = useAct("addSymptom");
  const today = useToday();
  const [code, setCode] = useState("");
  const [text, setText] = useState("");
  const [system, setSystem] = useState<SymptomSystem | null>(null);
  const [from, setFrom] = useState<string | null>(today);
  const [until, setUntil] = useState<string | null>(null);
  const said = (field: string) => refusalOf(add.refusal, field);
  const save = async () => {
    if (await add.run({ code, text, system, from: from ?? "", until })) onClose();
  };
  return (
    <Dialog
      title="Add a symptom"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={add.busy} onPress={() => void save()}>
            Add to the table
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <Refusal refusal={add.refusal} shownFields={["code", "text", "system", "from", "until"]} />
      <TextField autoFocus label="Code" value={code} onChange={setCode} refusal={said("code")} />
      <TextField label="What it means" value={text} onChange={setText} refusal={said("text")} />
      <Choice label="Coding system" value={system} options={SYSTEMS} onChange={setSystem} refusal={said("system")} />
      <DateField label="From" value={from} onChange={setFrom} refusal={said("from")} />
      <DateField label="To" optional value={until} onChange={setUntil} refusal={said("until")} />
    </Dialog>
  );
}

function EndSymptom({ row, onClose }: { row: SymptomRow; onClose: () => void }) {
  const end = useAct("endSymptom");
  const today = useToday();
  const [until, setUntil] = useState<string | null>(today);
  const save = async () => {
    if (await end.run({ symptomId: row.symptomId, until: until ?? "" })) onClose();
  };
  return (
    <Dialog
      title={`End ${row.code}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={end.busy} onPress={() => void save()}>
            End the row
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <Refusal refusal={end.refusal} shownFields={["until"]} />
      <DateField
        autoFocus
        label="Last day"
        hint="Orders that carry it keep it."
        value={until}
        onChange={setUntil}
        refusal={refusalOf(end.refusal, "until")}
      />
    </Dialog>
  );
}
