// Two charts of one person: the other one is found, both stand side by side, and two people say that they are one.
import { useDeferredValue, useState } from "react";
import {
  Button,
  Choice,
  capitals,
  NOBODY,
  PageHead,
  Refusal,
  refusalOf,
  shortDate,
  TextField,
  TWO_PEOPLE_FIELDS,
  TwoPeople,
  useBack,
  useGo,
  usePlace,
} from "../../parts";
import { type PatientRow, useAct, useAsk, useAskWhen, useClinic } from "../../practice";
import styles from "./merge.module.css";

export function Merge() {
  const { patientId = "" } = usePlace();
  const go = useGo();
  const back = useBack();
  const { singleHanded } = useClinic();
  const chart = useAsk("patient", patientId);
  const merge = useAct("mergePatients", { chart: true });
  const [text, setText] = useState("");
  const [other, setOther] = useState<PatientRow | null>(null);
  const [stays, setStays] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [second, setSecond] = useState(NOBODY);
  const wanted = useDeferredValue(text.trim());
  const found = useAskWhen(wanted.length >= 2, "findPatients", wanted);
  const here = chart.value;
  if (!here) return <Refusal refusal={chart.refusal} />;
  const others = (found.value ?? []).filter((row) => row.patientId !== here.patientId).slice(0, 6);
  const said = (field: string) => refusalOf(merge.refusal, field);
  const act = async () => {
    if (!other || !stays) return;
    const mergedId = stays === other.patientId ? here.patientId : other.patientId;
    if (await merge.run({ keptId: stays, mergedId, reason, second })) go({ name: "patient", patientId: stays });
  };
  return (
    <div className={styles.page}>
      <PageHead
        title="Merge two charts"
        sub="Nothing is moved: both histories are read as one, and can be taken apart again."
        primary={{
          label: "Merge the charts",
          keys: "mod+Enter",
          busy: merge.busy,
          isDisabled: other === null || stays === null,
          onPress: () => void act(),
        }}
      >
        <Button variant="quiet" keys="Escape" onPress={back}>
          Back
        </Button>
      </PageHead>
      <Refusal refusal={merge.refusal} shownFields={["reason", "mergedId", ...TWO_PEOPLE_FIELDS]} />
      <div className={styles.group}>
        <TextField
          autoFocus
          label="The other chart: name, birth date or MRN"
          value={text}
          onChange={(next) => {
            setText(next);
            setOther(null);
            setStays(null);
          }}
        />
        <Refusal refusal={found.refusal} />
        {others.length > 0 && (
          <Choice
            stacked
            label="The same person"
            value={other?.patientId ?? null}
            options={others.map((row) => ({ value: row.patientId, label: nameOf(row), hint: bornOf(row) }))}
            onChange={(id) => setOther(others.find((row) => row.patientId === id) ?? null)}
            refusal={said("mergedId")}
          />
        )}
        {other && (
          <Choice
            stacked
            label="Which name, birth date and number stay"
            value={stays}
            options={[here, other].map((row) => ({ value: row.patientId, label: nameOf(row), hint: bornOf(row) }))}
            onChange={setStays}
          />
        )}
        <TextField
          label="How it is known that they are one person"
          value={reason}
          onChange={setReason}
          refusal={said("reason")}
        />
        <TwoPeople value={second} onChange={setSecond} singleHanded={singleHanded} said={said} />
      </div>
    </div>
  );
}

const nameOf = (row: PatientRow) => `${capitals(row.family)}, ${row.given}`;
const bornOf = (row: PatientRow) => `born ${shortDate(row.birthDate)} · MRN ${row.mrn}`;
