// What the clinic's own laboratory says of each kind of specimen, beside what is shipped: a version for each change, from a day on.
import { Check } from "lucide-react";
import { useState } from "react";
import {
  Button,
  dateAndClock,
  PageHead,
  Refusal,
  refusalOf,
  shortDate,
  TextField,
  useGo,
  useNotify,
} from "../../parts";
import { type LaboratorySpecimen, type TypedLaboratoryValues, useAct, useAsk } from "../../practice";
import styles from "./laboratory.module.css";

export function Laboratory() {
  const go = useGo();
  const asked = useAsk("laboratoryValues");
  const [chosen, setChosen] = useState<string | null>(null);
  const list = asked.value ?? [];
  const one = list.find((specimen) => specimen.role === chosen);
  return (
    <div className={styles.page}>
      <PageHead
        title="The laboratory’s own values"
        sub="What differs from what is shipped. A tube keeps the version it was stamped under."
      >
        <Button variant="quiet" keys="Escape" onPress={() => go({ name: "settings" })}>
          To the settings
        </Button>
      </PageHead>
      <Refusal refusal={asked.refusal} />
      <div className={styles.columns}>
        <ul className={styles.list} aria-label="Kinds of specimen">
          {list.map((specimen) => (
            <li key={specimen.role}>
              <Button pressed={specimen.role === chosen} onPress={() => setChosen(specimen.role)}>
                {specimen.title}
              </Button>
              <span className={styles.small}>{versions(specimen)}</span>
            </li>
          ))}
        </ul>
        {one && <Values key={`${one.role}-${one.versions.length}`} specimen={one} />}
      </div>
    </div>
  );
}

function versions({ versions: all }: LaboratorySpecimen): string {
  const last = all.at(-1);
  return last ? `version ${last.version}, from ${shortDate(last.effectiveOn)}` : "as shipped";
}

const FIELDS: { name: keyof TypedLaboratoryValues; label: string; unit?: string }[] = [
  { name: "container", label: "Container" },
  { name: "minimumMl", label: "Least volume", unit: "mL" },
  { name: "storage", label: "Kept and carried at" },
  { name: "ambientHours", label: "Hours at room temperature", unit: "h" },
  { name: "coldHours", label: "Hours cold", unit: "h" },
  { name: "localCode", label: "The laboratory’s code of the test" },
  { name: "localName", label: "The laboratory’s name of the test" },
];

function Values({ specimen }: { specimen: LaboratorySpecimen }) {
  const keep = useAct("keepLaboratoryValues");
  const notify = useNotify();
  const [values, setValues] = useState(specimen.now);
  const [effectiveOn, setEffectiveOn] = useState(() => new Date().toLocaleDateString("sv-SE"));
  const { role, shipped } = specimen;
  const save = async () => {
    const request = { role, afterVersion: specimen.versions.length, effectiveOn, values };
    if (await keep.run(request)) notify("done", `${specimen.title}: kept`);
  };
  return (
    <section className={styles.values} aria-labelledby="chosen">
      <h2 id="chosen">{specimen.title}</h2>
      {FIELDS.map(({ name, label, unit }) => (
        <TextField
          key={name}
          label={label}
          hint={shipped[name] === "" ? "Nothing is shipped" : `Shipped: ${shipped[name]}`}
          {...(unit ? { unit } : {})}
          value={values[name]}
          onChange={(next) => setValues({ ...values, [name]: next })}
          refusal={refusalOf(keep.refusal, name)}
        />
      ))}
      <TextField
        label="Counts from"
        hint="Not before today"
        value={effectiveOn}
        onChange={setEffectiveOn}
        refusal={refusalOf(keep.refusal, "effectiveOn")}
      />
      <Refusal refusal={keep.refusal} shownFields={[...FIELDS.map(({ name }) => name), "effectiveOn"]} />
      <Button variant="primary" icon={Check} keys="mod+Enter" busy={keep.busy} onPress={() => void save()}>
        Keep these values
      </Button>
      {specimen.versions.length > 0 && (
        <ol className={styles.history} aria-label="Versions">
          {specimen.versions.map((version) => (
            <li key={version.version}>
              <strong>
                {version.version}, from {shortDate(version.effectiveOn)}
              </strong>{" "}
              {said(version.values)}
              <p className={styles.small}>
                {dateAndClock(version.at)}, {version.by}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** What a version says otherwise, in a line. */
function said(values: LaboratorySpecimen["versions"][number]["values"]): string {
  const own = FIELDS.filter(({ name }) => values[name] !== null && values[name] !== undefined);
  if (own.length === 0) return "as shipped again";
  return own.map(({ name, label }) => `${label.toLowerCase()}: ${values[name]}`).join("; ");
}
