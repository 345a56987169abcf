// The end of the patient's screen: what was recorded, and the PIN or passphrase with which staff take the window back.
import { LockKeyhole } from "lucide-react";
import { useState } from "react";
import { Button, clock, PassphraseField, refusalOf, strokePath, useKeys } from "../../parts";
import { type ConsentView, type Tongue, useAct, useSecret } from "../../practice";
import { refusedIn, wordsIn } from "./patientWords";
import { readable } from "./prepared";
import styles from "./reading.module.css";

export function HandBack({
  tongue,
  consent,
  onBack,
  onResume,
}: {
  tongue: Tongue;
  consent?: ConsentView;
  onBack: () => void;
  /** Back to the text, when the screen was asked for in the middle of it. */
  onResume?: () => void;
}) {
  const words = wordsIn(tongue);
  const leave = useAct("leaveReading");
  const countersign = useAct("countersignConsent");
  // What was just given is signed by who asked for it, with the same word that leads back.
  const signs = consent?.given ? consent.consentId : null;
  const secret = useSecret(signs ? "countersign" : "leave-reading");
  const refusal = countersign.refusal ?? leave.refusal;
  const [typed, setTyped] = useState("");
  // Swallows the key: it stands for “stop” everywhere else, and must not open anything here.
  useKeys([{ keys: "Escape", words: "Nothing", run: () => {} }]);
  const enter = async () => {
    if (typed === "") return;
    const answer = signs
      ? await countersign.run({ consentId: signs, part: "clinician", passphrase: typed })
      : await leave.run(typed);
    setTyped("");
    if (answer !== undefined) onBack();
    else secret.again();
  };
  const agreement = consent?.given?.evidence.agreement;
  return (
    <main className={styles.screen} lang={tongue}>
      <div className={styles.text}>
        <section aria-label={words.thanks} role="status">
          <h1>{consent ? words.thanks : words.handBack}</h1>
          {consent?.given && <p>{words.recorded(clock(consent.given.at))}</p>}
          {consent?.declined && <p>{words.declined(clock(consent.declined.at))}</p>}
          {consent && <p>{words.handBackPlease}</p>}
          {agreement?.method === "drawn" && (
            <svg
              className={styles.signed}
              viewBox={`0 0 ${agreement.signature.width} ${agreement.signature.height}`}
              role="img"
              aria-label={words.yourSignature}
            >
              {agreement.signature.strokes.map((stroke, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a sealed drawing never changes.
                <path key={index} d={strokePath(stroke)} />
              ))}
            </svg>
          )}
          {consent?.given && (
            <p className={styles.hash}>
              {words.sealed} {consent.text.id} {consent.text.version} · {readable(consent.given.sha256)}
            </p>
          )}
        </section>
      </div>
      <footer className={styles.foot}>
        {onResume && (
          <Button variant="quiet" size="room" onPress={onResume}>
            {words.goOn}
          </Button>
        )}
        <div className={styles.unlock}>
          <PassphraseField
            label={secret.digits ? words.staffPin : words.staffPassphrase}
            hint={signs ? words.staffSigns : undefined}
            digits={secret.digits}
            value={typed}
            onChange={setTyped}
            onEnter={() => void enter()}
            refusal={
              refusal ? refusedIn(tongue, refusal.code, refusalOf(refusal, "passphrase") ?? refusal.message) : undefined
            }
          />
          <Button icon={LockKeyhole} busy={leave.busy || countersign.busy} onPress={() => void enter()}>
            {words.staffTakesBack}
          </Button>
        </div>
      </footer>
    </main>
  );
}
