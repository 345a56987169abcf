// Founding the clinic: its name and clock, and the first person with a passphrase.
import { ArrowLeft } from "lucide-react";
import { useMemo, useState } from "react";
import {
  Button,
  CheckGroup,
  Choice,
  ComboBox,
  NewPassphrase,
  PageHead,
  Refusal,
  refusalOf,
  TextField,
  useNewPassphrase,
} from "../../parts";
import { type RecoveryKitView, type Role, type TemperatureUnit, useAct } from "../../practice";
import styles from "./FirstRun.module.css";

export type CreateClinicProps = { onCreated: (kit: RecoveryKitView) => void; onBack: () => void };

const FIELDS = [
  "clinicName",
  "zone",
  "siteLetter",
  "temperatureUnit",
  "singleHanded",
  "signOnName",
  "name",
  "roles",
  "passphrase",
];

/** Every zone this machine knows, by its IANA name. */
function zones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
}

export function CreateClinic({ onCreated, onBack }: CreateClinicProps) {
  const create = useAct("createClinic");
  const [clinicName, setClinicName] = useState("");
  const [zone, setZone] = useState<string | null>(() => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC");
  const [siteLetter, setSiteLetter] = useState("U");
  const [temperatureUnit, setUnit] = useState<TemperatureUnit>("degC");
  const [solo, setSolo] = useState<"yes" | "no">("no");
  const [name, setName] = useState("");
  const [signOnName, setSignOnName] = useState("");
  const [roles, setRoles] = useState<Role[]>(["administrator"]);
  const typed = useNewPassphrase();
  const items = useMemo(() => zones().map((one) => ({ id: one, label: one.replaceAll("_", " ") })), []);
  const said = (field: string) => refusalOf(create.refusal, field);

  const found = async () => {
    const passphrase = typed.take();
    if (passphrase === null) return;
    const kit = await create.run({
      clinicName,
      zone: zone ?? "",
      siteLetter,
      temperatureUnit,
      singleHanded: solo === "yes",
      name,
      signOnName,
      roles,
      passphrase,
    });
    if (kit) onCreated(kit);
  };
  return (
    <main className={styles.page}>
      <div className={styles.wide}>
        <PageHead
          title="Create the clinic"
          sub="Step 1 of 2. The recovery kit comes next."
          primary={{ label: "Create the clinic", keys: "mod+Enter", busy: create.busy, onPress: () => void found() }}
        >
          <Button variant="quiet" icon={ArrowLeft} onPress={onBack}>
            Back
          </Button>
        </PageHead>
        <Refusal refusal={create.refusal} shownFields={FIELDS} />
        <div className={styles.columns}>
          <section className={styles.group} aria-labelledby="clinic-head">
            <h2 id="clinic-head">The clinic</h2>
            <TextField
              label="Clinic name"
              value={clinicName}
              onChange={setClinicName}
              refusal={said("clinicName")}
              hint="As papers and labels print it."
              autoFocus
            />
            <ComboBox
              label="Time zone"
              value={zone}
              items={items}
              onChange={setZone}
              refusal={said("zone")}
              hint="“Today” is this zone's day."
            />
            <div className={styles.pair}>
              <TextField
                label="Site letter"
                value={siteLetter}
                onChange={(text) => setSiteLetter(text.toUpperCase().slice(-1))}
                refusal={said("siteLetter")}
                hint={`Begins every specimen number: ${siteLetter || "U"}26-000123-3 7.`}
              />
              <Choice
                label="Temperature"
                value={temperatureUnit}
                options={[
                  { value: "degC", label: "°C" },
                  { value: "degF", label: "°F" },
                ]}
                onChange={setUnit}
                refusal={said("temperatureUnit")}
              />
            </div>
            <Choice
              label="Is one person the whole clinic?"
              value={solo}
              options={[
                { value: "no", label: "No, several people" },
                { value: "yes", label: "Yes, single-handed" },
              ]}
              onChange={(next) => {
                setSolo(next);
                setRoles(next === "yes" ? ["urologist", "administrator"] : ["administrator"]);
              }}
              hint={
                solo === "yes"
                  ? "One person may be urologist and administrator; the audit says so."
                  : "The administrator keeps the clinic and opens no chart."
              }
              refusal={said("singleHanded")}
            />
          </section>
          <section className={styles.group} aria-labelledby="person-head">
            <h2 id="person-head">The first person</h2>
            <div className={styles.pair}>
              <TextField
                label="Name"
                value={name}
                onChange={setName}
                refusal={said("name")}
                hint="As papers print it."
              />
              <TextField
                label="Sign-on name"
                value={signOnName}
                onChange={setSignOnName}
                refusal={said("signOnName")}
                hint="Short; shown on the lock page."
              />
            </div>
            <CheckGroup<Role>
              label="Is"
              value={roles}
              none={null}
              options={[
                { value: "urologist", label: "Urologist" },
                { value: "nurse", label: "Nurse" },
                { value: "administrator", label: "Administrator" },
              ]}
              onChange={(next) => setRoles(next ?? [])}
              refusal={said("roles")}
            />
            <NewPassphrase
              typed={typed}
              names={[name, signOnName, clinicName]}
              refusal={said("passphrase")}
              onEnter={() => void found()}
            />
            <p className={styles.quiet}>
              Nobody can read the records without a passphrase or the recovery kit, not even the makers of this program.
            </p>
          </section>
        </div>
      </div>
    </main>
  );
}
