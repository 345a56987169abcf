// Finding a patient as one types: family name, given name, birth date or number.
import { UserPlus } from "lucide-react";
import { useDeferredValue, useEffect, useState } from "react";
import { capitals, PageHead, Refusal, shortDate, Table, TextField, useGo } from "../../parts";
import { type PatientRow, useAskWhen } from "../../practice";
import styles from "./patient.module.css";

const COLUMNS = [
  { id: "name", head: "Name", width: "minmax(0, 2fr)", cell: (row: PatientRow) => <Name row={row} /> },
  { id: "born", head: "Birth date", width: "140px", cell: (row: PatientRow) => shortDate(row.birthDate) },
  { id: "mrn", head: "MRN", width: "180px", cell: (row: PatientRow) => row.mrn },
];

function Name({ row }: { row: PatientRow }) {
  return (
    <>
      <strong className={styles.family}>{capitals(row.family)}</strong>, {row.given}
    </>
  );
}

export function Find() {
  const go = useGo();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const answer = useAskWhen(wanted.length >= 1, "findPatients", wanted);
  // While the next letters are looked up, the rows of the last ones stay: an empty flash reads as “nobody”.
  const [rows, setRows] = useState<PatientRow[]>([]);
  useEffect(() => {
    if (answer.value) setRows(answer.value);
  }, [answer.value]);
  const shown = wanted === "" ? [] : (answer.value ?? rows);
  const open = (row: PatientRow) => go({ name: "patient", patientId: row.patientId });
  // Enter speaks of the letters as they stood when it was pressed: a scanner is done before their answer has come, and
  // the rows still on screen may be those of fewer letters.
  const [entered, setEntered] = useState("");
  const only = answer.value?.length === 1 ? answer.value[0] : undefined;
  useEffect(() => {
    if (only && entered !== "" && entered === wanted) go({ name: "patient", patientId: only.patientId });
  }, [only, entered, wanted, go]);
  return (
    <div className={styles.list}>
      <PageHead
        title="Find a patient"
        primary={{
          label: "Register a patient",
          icon: UserPlus,
          keys: "mod+n",
          onPress: () => go({ name: "register" }),
        }}
      />
      <TextField
        label="Name, birth date or MRN"
        value={text}
        onChange={(now) => {
          setText(now);
          setEntered("");
        }}
        autoFocus
        onEnter={() => setEntered(text.trim())}
        hint="A few letters do. Birth dates as 9 4 1961 or 1961. Or scan a wristband or card."
      />
      <Refusal refusal={answer.refusal} />
      {wanted !== "" && (
        <Table
          label="Patients found"
          columns={COLUMNS}
          rows={shown}
          rowKey={(row) => row.patientId}
          onOpen={open}
          empty={
            answer.value && (
              <p>
                Nobody by “{wanted}”. Try fewer letters or the birth date; if the patient is new, register them with
                Ctrl N.
              </p>
            )
          }
        />
      )}
    </div>
  );
}
