// Registering a patient: what identifies first, then what the laboratory and the staff need. What is typed is kept as it is typed.
import {
  BirthDateField,
  Button,
  Choice,
  PageHead,
  Refusal,
  refusalOf,
  TextField,
  useBack,
  useGo,
  YesNo,
} from "../../parts";
import { type LaboratorySex, useAct, useDraft, type YesNoUnknown } from "../../practice";
import styles from "./patient.module.css";

type Typed = {
  mrn: string;
  family: string;
  given: string;
  birthDate: string | null;
  sex: LaboratorySex | null;
  gender: string;
  nameUsed: string;
  pronoun: string;
  hasProstate: YesNoUnknown | null;
  phone: string;
  mayLeaveMessage: "yes" | "no" | "unknown" | null;
  allergies: string;
  underCustody: "yes" | "no" | null;
};

const EMPTY: Typed = {
  mrn: "",
  family: "",
  given: "",
  birthDate: null,
  sex: null,
  gender: "",
  nameUsed: "",
  pronoun: "",
  hasProstate: null,
  phone: "",
  mayLeaveMessage: null,
  allergies: "",
  underCustody: null,
};

const FIELDS = Object.keys(EMPTY);
const YES_NO = [
  { value: "yes" as const, label: "Yes" },
  { value: "no" as const, label: "No" },
];

export function Register() {
  const go = useGo();
  const back = useBack();
  const register = useAct("registerPatient", { chart: true });
  const draft = useDraft("register-patient", "", EMPTY);
  const typed = draft.value;
  const put = (part: Partial<Typed>) => draft.set((now) => ({ ...now, ...part }));
  const said = (field: string) => refusalOf(register.refusal, field);
  const twin = register.refusal?.code === "patient-similar";

  const save = async (anotherPerson: boolean) => {
    const patient = await register.run({
      ...typed,
      mrn: typed.mrn.trim() || null,
      birthDate: typed.birthDate ?? "",
      sex: typed.sex ?? "unknown",
      gender: typed.gender || null,
      nameUsed: typed.nameUsed || null,
      pronoun: typed.pronoun || null,
      hasProstate: typed.hasProstate ?? "unknown",
      phone: typed.phone || null,
      mayLeaveMessage: typed.mayLeaveMessage ?? "unknown",
      allergies: typed.allergies || null,
      underCustody: typed.underCustody === "yes",
      anotherPerson,
    });
    if (patient) go({ name: "patient", patientId: patient.patientId });
  };
  if (!draft.ready) return null;
  return (
    <div className={styles.page}>
      <PageHead
        title="Register a patient"
        sub={draft.takenUp ? "Taken up where you left it." : undefined}
        savedAt={draft.savedAt}
        primary={{ label: "Register", keys: "mod+Enter", busy: register.busy, onPress: () => void save(false) }}
      >
        {draft.takenUp && (
          <Button variant="quiet" onPress={() => draft.set(EMPTY)}>
            Begin anew
          </Button>
        )}
        <Button variant="quiet" keys="Escape" onPress={back}>
          Back
        </Button>
      </PageHead>
      <Refusal refusal={twin ? null : register.refusal} shownFields={FIELDS} />
      {twin && (
        <div className={styles.twin}>
          <Refusal refusal={register.refusal} shownFields={FIELDS} />
          <Button busy={register.busy} onPress={() => void save(true)}>
            This is another person: register
          </Button>
        </div>
      )}
      <div className={styles.columns}>
        <section className={styles.group} aria-labelledby="identity">
          <h2 id="identity">Identity</h2>
          <div className={styles.pair}>
            <TextField
              label="Family name"
              value={typed.family}
              onChange={(family) => put({ family })}
              refusal={said("family")}
              autoFocus
            />
            <TextField
              label="Given names"
              value={typed.given}
              onChange={(given) => put({ given })}
              refusal={said("given")}
            />
          </div>
          <BirthDateField
            value={typed.birthDate}
            onChange={(birthDate) => put({ birthDate })}
            refusal={said("birthDate")}
          />
          <TextField
            label="MRN"
            optional
            value={typed.mrn}
            onChange={(mrn) => put({ mrn })}
            refusal={said("mrn")}
            hint="Left empty, the clinic issues its own number."
          />
          <Choice<LaboratorySex>
            label="Sex for the laboratory"
            value={typed.sex}
            options={[
              { value: "male", label: "Male" },
              { value: "female", label: "Female" },
              { value: "other", label: "Other" },
              { value: "unknown", label: "Not known" },
            ]}
            onChange={(sex) => put({ sex })}
            refusal={said("sex")}
            hint="Chooses reference ranges; it never decides what may be done."
          />
          <YesNo
            label="Has a prostate"
            value={typed.hasProstate}
            onChange={(hasProstate) => put({ hasProstate })}
            refusal={said("hasProstate")}
          />
        </section>
        <section className={styles.group} aria-labelledby="person">
          <h2 id="person">The person</h2>
          <div className={styles.pair}>
            <TextField
              label="Name used"
              optional
              value={typed.nameUsed}
              onChange={(nameUsed) => put({ nameUsed })}
              refusal={said("nameUsed")}
            />
            <TextField
              label="Pronoun"
              optional
              value={typed.pronoun}
              onChange={(pronoun) => put({ pronoun })}
              refusal={said("pronoun")}
            />
          </div>
          <TextField
            label="Gender"
            optional
            value={typed.gender}
            onChange={(gender) => put({ gender })}
            refusal={said("gender")}
            hint="In the patient's own word."
          />
          <TextField
            label="Allergies"
            optional
            value={typed.allergies}
            onChange={(allergies) => put({ allergies })}
            refusal={said("allergies")}
            hint="In words, with what happened: latex, rash."
          />
          <TextField
            label="Safe phone number"
            optional
            inputMode="tel"
            value={typed.phone}
            onChange={(phone) => put({ phone })}
            refusal={said("phone")}
          />
          <Choice
            inline
            label="A message may be left there"
            value={typed.mayLeaveMessage}
            options={[...YES_NO, { value: "unknown", label: "Not asked" }]}
            onChange={(mayLeaveMessage) => put({ mayLeaveMessage })}
            refusal={said("mayLeaveMessage")}
          />
          <Choice
            inline
            label="Comes under custody, with an escort"
            value={typed.underCustody}
            options={YES_NO}
            onChange={(underCustody) => put({ underCustody })}
            refusal={said("underCustody")}
          />
        </section>
      </div>
    </div>
  );
}
