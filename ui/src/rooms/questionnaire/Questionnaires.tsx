// NIH-CPSI and IPSS of a patient: the last scores, their course, every sheet, and the numbers of a new one typed in.
import { FilePlus } from "lucide-react";
import { useState } from "react";
import { Choice, PageHead, Refusal, usePlace } from "../../parts";
import { type Questionnaire, type QuestionnaireKind, type Sheet, useAsk } from "../../practice";
import styles from "./questionnaire.module.css";
import { SheetForm } from "./SheetForm";
import { Sheets } from "./Sheets";
import { Trend } from "./Trend";

export function Questionnaires() {
  const { patientId = "" } = usePlace();
  const asked = useAsk("questionnaires", patientId);
  const [kind, setKind] = useState<QuestionnaireKind>("nih-cpsi");
  const [typing, setTyping] = useState<{ replaces: Sheet | null } | null>(null);
  const room = asked.value;
  const form = room?.forms.find((one) => one.id === kind);
  if (!room || !form) return <Refusal refusal={asked.refusal} />;
  if (typing) {
    const close = () => setTyping(null);
    return <SheetForm form={form} patientId={patientId} today={room.today} replaces={typing.replaces} onDone={close} />;
  }
  const sheets = room.sheets.filter((sheet) => sheet.kind === kind);
  const counted = sheets.filter((sheet) => !sheet.replaced);
  return (
    <div className={styles.page}>
      <PageHead
        title="Questionnaires"
        sub="Numbers only: the patient fills in the clinic’s own licensed paper"
        primary={{
          label: `Type in ${form.title}`,
          icon: FilePlus,
          keys: "mod+Enter",
          onPress: () => setTyping({ replaces: null }),
        }}
      />
      <Choice
        label="Questionnaire"
        hideLabel
        dense
        value={kind}
        options={room.forms.map((one) => ({ value: one.id, label: one.title }))}
        onChange={setKind}
      />
      {counted.length === 0 ? (
        <p>No {form.title} was typed in yet.</p>
      ) : (
        <>
          <Last form={form} sheet={counted[counted.length - 1] as Sheet} />
          <Trend form={form} sheets={counted} />
        </>
      )}
      {sheets.length > 0 && <Sheets form={form} sheets={sheets} onMistyped={(replaces) => setTyping({ replaces })} />}
      <p className={styles.small}>
        Asks about {form.recall}. {form.source}. {form.change.source}.
      </p>
    </div>
  );
}

/** The last sheet in figures. */
function Last({ form, sheet }: { form: Questionnaire; sheet: Sheet }) {
  const { total, domains, items, missing } = sheet.score;
  return (
    <section aria-label={`Last ${form.title}`} className={styles.last}>
      <p className={styles.total}>
        {total ? (
          <>
            <strong>{total.value}</strong> of {total.most} <span>{total.band}</span>
          </>
        ) : (
          <>
            No total <span>not answered: {missing.join(", ")}</span>
          </>
        )}
      </p>
      <dl className={styles.domains}>
        {[...domains, ...items].map((one) => (
          <div key={one.id}>
            <dt>{one.title}</dt>
            <dd>
              {one.score ? `${one.score.value} of ${one.score.most}` : "no sum"}
              {one.score?.band && ` · ${one.score.band}`}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
