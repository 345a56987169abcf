// Whose visit it was: the right patient is found by name, the reason is written, and two people say who they are.
import { useDeferredValue, useState } from "react";
import {
  Button,
  Choice,
  capitals,
  kindWords,
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
} from "../../parts";
import { type PatientRow, useAct, useAskWhen, type WrongPatientRoom } from "../../practice";
import styles from "./wrong-patient.module.css";

export function Begin({ room }: { room: WrongPatientRoom }) {
  const go = useGo();
  const back = useBack();
  const putRight = useAct("putRightPatient", { chart: true });
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<PatientRow | null>(null);
  const [reason, setReason] = useState("");
  const [second, setSecond] = useState(NOBODY);
  const wanted = useDeferredValue(text.trim());
  const found = useAskWhen(wanted.length >= 2, "findPatients", wanted);
  const others = (found.value ?? []).filter((row) => row.patientId !== room.patient.patientId).slice(0, 6);
  const said = (field: string) => refusalOf(putRight.refusal, field);
  const { patient, visitId } = room;
  const act = async () => {
    if (!chosen) return;
    const done = await putRight.run({ visitId, patientId: chosen.patientId, reason, second });
    if (done) go({ name: "wrong-patient", patientId: chosen.patientId, visitId: done.visitId });
  };
  return (
    <div className={styles.page}>
      <PageHead
        title="Recorded on the wrong patient"
        sub={`${kindWords(room.kind)}, recorded on ${capitals(patient.family)}, ${patient.given}, born ${shortDate(patient.birthDate)}`}
        {...(room.whyNot
          ? {}
          : {
              primary: {
                label: "Move the visit",
                keys: "mod+Enter",
                busy: putRight.busy,
                isDisabled: chosen === null,
                onPress: () => void act(),
              },
            })}
      >
        <Button variant="quiet" keys="Escape" onPress={back}>
          Back
        </Button>
      </PageHead>
      {room.whyNot && <p role="status">{room.whyNot}</p>}
      <Refusal refusal={putRight.refusal} shownFields={["reason", "patientId", ...TWO_PEOPLE_FIELDS]} />
      {!room.whyNot && (
        <div className={styles.columns}>
          <section className={styles.group} aria-labelledby="who">
            <h2 id="who">Who was really here</h2>
            <TextField
              autoFocus
              label="Name, birth date or MRN"
              value={text}
              onChange={(next) => {
                setText(next);
                setChosen(null);
              }}
              hint="Somebody who is not registered is registered first."
            />
            {others.length > 0 && (
              <Choice
                stacked
                label="The right patient"
                value={chosen?.patientId ?? null}
                options={others.map((row) => ({
                  value: row.patientId,
                  label: `${capitals(row.family)}, ${row.given}`,
                  hint: `born ${shortDate(row.birthDate)} · MRN ${row.mrn}`,
                }))}
                onChange={(id) => setChosen(others.find((row) => row.patientId === id) ?? null)}
                refusal={said("patientId")}
              />
            )}
            <Refusal refusal={found.refusal} />
            <TextField label="How it came about" value={reason} onChange={setReason} refusal={said("reason")} />
            <TwoPeople value={second} onChange={setSecond} singleHanded={room.singleHanded} said={said} />
          </section>
          <section className={styles.group} aria-labelledby="follows">
            <h2 id="follows">What follows at once</h2>
            <ul className={styles.follows}>
              <li>This visit stays readable here, marked “entered in error”.</li>
              <li>The other chart gets it with everything that was recorded, and its tubes with their numbers.</li>
              <li>
                Every tube is quarantined: not packed, not ordered, not labelled until it is relabelled or discarded.
              </li>
              <li>{room.ordered ? "The order at the laboratory is cancelled." : "No order has gone out."}</li>
              <li>The consent stays sealed here. The right patient signs a late statement.</li>
              <li>An incident is opened.</li>
            </ul>
          </section>
        </div>
      )}
    </div>
  );
}
