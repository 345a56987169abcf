// The aftercare sheet as it prints, in the language of the patient, and which were given.
import { Printer } from "lucide-react";
import { useState } from "react";
import { Button, Choice, dateAndClock, Meaning, Paper, Refusal } from "../../parts";
import { type AftercareRoom, type Language, useAct, useAskWhen } from "../../practice";
import styles from "./aftercare.module.css";

export function Sheet({ room }: { room: AftercareRoom }) {
  const give = useAct("giveSheet");
  const [language, setLanguage] = useState<Language | null>(room.sheets.at(-1)?.language ?? null);
  const pages = useAskWhen(language !== null, "sheetPages", { visitId: room.visitId, language: language ?? "en" });
  const chosen = room.languages.find((one) => one.language === language);
  return (
    <section aria-labelledby="sheet" className={styles.half}>
      <h2 id="sheet">Aftercare sheet</h2>
      <Choice
        label="Language of the sheet"
        hideLabel
        value={language}
        options={room.languages.map((one) => ({ value: one.language, label: one.name }))}
        onChange={setLanguage}
      />
      {chosen && !chosen.reviewed && (
        <p className={styles.standing}>
          <Meaning kind="note" size="small" words="Not reviewed" />
          <span>No qualified translator has read this text; the sheet says so.</span>
        </p>
      )}
      <div className={styles.give}>
        <Button
          icon={Printer}
          keys="p"
          busy={give.busy}
          isDisabled={language === null}
          onPress={() => language && void give.run({ visitId: room.visitId, language })}
        >
          Print and give the sheet
        </Button>
        {room.patient.underCustody && <span className={styles.small}>The sheet goes to the health unit.</span>}
      </div>
      <Refusal refusal={give.refusal ?? pages.refusal} />
      <ul className={styles.made} aria-label="Sheets that were given">
        {room.sheets.map((sheet) => (
          <li key={sheet.at}>
            <Meaning kind="clear" size="small" words="Given" /> {sheet.name}, version {sheet.version} ·{" "}
            {dateAndClock(sheet.at)}, {sheet.by} <span className={styles.small}>{sheet.file}</span>
          </li>
        ))}
      </ul>
      {pages.value && <Paper label="The sheet as it prints" pages={pages.value} />}
    </section>
  );
}
