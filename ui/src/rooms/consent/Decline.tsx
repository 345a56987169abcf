// Saying no: asked once more, without a reason being owed, and recorded as the patient's answer.
import { Button, Refusal } from "../../parts";
import { type ConsentView, useAct } from "../../practice";
import { refusedIn, wordsIn } from "./patientWords";
import styles from "./reading.module.css";

export function Decline({
  consent,
  onBack,
  onDone,
}: {
  consent: ConsentView;
  onBack: () => void;
  onDone: (declined: ConsentView) => void;
}) {
  const decline = useAct("declineConsent");
  const { language } = consent.text;
  const words = wordsIn(language);
  const record = async () => {
    const { consentId, version } = consent;
    const declined = await decline.run({ consentId, version, reason: null });
    if (declined) onDone(declined);
  };
  return (
    <main className={styles.screen} lang={language}>
      <p className={styles.top}>
        <span>{consent.text.title}</span>
      </p>
      <div className={styles.text}>
        <section aria-label={words.declineTitle}>
          <h1>{words.declineTitle}</h1>
          <p>{words.declineRight}</p>
          <p>{words.declineAsk}</p>
          {decline.refusal && (
            <Refusal
              refusal={{
                ...decline.refusal,
                message: refusedIn(language, decline.refusal.code, decline.refusal.message),
              }}
            />
          )}
        </section>
      </div>
      <footer className={styles.foot}>
        <Button variant="quiet" size="room" onPress={onBack}>
          {words.goBack}
        </Button>
        <Button variant="primary" size="room" busy={decline.busy} onPress={() => void record()}>
          {words.decline}
        </Button>
      </footer>
    </main>
  );
}
