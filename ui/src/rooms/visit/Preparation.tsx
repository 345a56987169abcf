// The preparation sheet as it prints, in the language of the patient, and which were made.
import { Printer } from "lucide-react";
import { useState } from "react";
import { Button, Choice, Meaning, Paper, Refusal } from "../../parts";
import { type Language, useAct, useAskWhen, type VisitRoom } from "../../practice";
import { Made } from "./Made";
import styles from "./visit.module.css";

export function Preparation({ room }: { room: VisitRoom }) {
  const make = useAct("makePreparation");
  const { visitId } = room.visit;
  const [language, setLanguage] = useState<Language | null>(null);
  const wanted = room.mayPrepare && language !== null;
  const pages = useAskWhen(wanted, "preparationPages", { visitId, language: language ?? "en" });
  const chosen = room.languages.find((one) => one.language === language);
  return (
    <section aria-labelledby="preparation" className={styles.half}>
      <h2 id="preparation">Preparation sheet</h2>
      {room.mayPrepare ? (
        <>
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
              busy={make.busy}
              isDisabled={language === null}
              onPress={() => language && void make.run({ visitId, language })}
            >
              Print the sheet
            </Button>
            {room.patient.underCustody && <span className={styles.small}>The sheet goes to the health unit.</span>}
          </div>
        </>
      ) : (
        <p className={styles.small}>It is made before the patient comes.</p>
      )}
      <Refusal refusal={make.refusal ?? pages.refusal} />
      <Made room={room} kind="preparation" label="Sheets that were made" />
      {wanted && pages.value && <Paper label="The sheet as it prints" pages={pages.value} />}
    </section>
  );
}
