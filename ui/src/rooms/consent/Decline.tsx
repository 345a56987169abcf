// Saying no: asked once more, without a reason being owed, and recorded as the patient's answer.
import { Button, Refusal } from "../../parts";
import { type ConsentView, useAct } from "../../practice";
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
  const record = async () => {
    const { consentId, version } = consent;
    const declined = await decline.run({ consentId, version, reason: null });
    if (declined) onDone(declined);
  };
  return (
    <main className={styles.screen}>
      <p className={styles.top}>
        <span>{consent.text.title}</span>
      </p>
      <div className={styles.text}>
        <section aria-label="Saying no">
          <h1>You do not want this today</h1>
          <p>That is your right, and you do not have to say why. Your other care will not suffer.</p>
          <p>If you would rather ask something first, go back and ask.</p>
          <Refusal refusal={decline.refusal} />
        </section>
      </div>
      <footer className={styles.foot}>
        <Button variant="quiet" size="room" onPress={onBack}>
          Go back
        </Button>
        <Button variant="primary" size="room" busy={decline.busy} onPress={() => void record()}>
          I do not want this
        </Button>
      </footer>
    </main>
  );
}
