// The end of the patient's screen: what was recorded, and the PIN or passphrase with which staff take the window back.
import { LockKeyhole } from "lucide-react";
import { useState } from "react";
import { Button, clock, PassphraseField, refusalOf, strokePath, useKeys } from "../../parts";
import { type ConsentView, useAct, useSecret } from "../../practice";
import { readable } from "./prepared";
import styles from "./reading.module.css";

export function HandBack({
  consent,
  onBack,
  onResume,
}: {
  consent?: ConsentView;
  onBack: () => void;
  /** Back to the text, when the screen was asked for in the middle of it. */
  onResume?: () => void;
}) {
  const leave = useAct("leaveReading");
  const secret = useSecret("leave-reading");
  const [typed, setTyped] = useState("");
  // Swallows the key: it stands for “stop” everywhere else, and must not open anything here.
  useKeys([{ keys: "Escape", words: "Nothing", run: () => {} }]);
  const enter = async () => {
    if (typed === "") return;
    const answer = await leave.run(typed);
    setTyped("");
    if (answer !== undefined) onBack();
    else secret.again();
  };
  const agreement = consent?.given?.evidence.agreement;
  return (
    <main className={styles.screen}>
      <div className={styles.text}>
        <section aria-label="Thank you" role="status">
          <h1>{consent ? "Thank you" : "Please hand the screen back"}</h1>
          {consent?.given && (
            <p>Your agreement was recorded at {clock(consent.given.at)}. You can still stop at any time.</p>
          )}
          {consent?.declined && <p>Your answer was recorded at {clock(consent.declined.at)}. Nothing will be done.</p>}
          {consent && <p>Please hand the screen back to the member of staff.</p>}
          {agreement?.method === "drawn" && (
            <svg
              className={styles.signed}
              viewBox={`0 0 ${agreement.signature.width} ${agreement.signature.height}`}
              role="img"
              aria-label="Your signature"
            >
              {agreement.signature.strokes.map((stroke, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a sealed drawing never changes.
                <path key={index} d={strokePath(stroke)} />
              ))}
            </svg>
          )}
          {consent?.given && (
            <p className={styles.hash}>
              Sealed: text {consent.text.id} {consent.text.version} · {readable(consent.given.sha256)}
            </p>
          )}
        </section>
      </div>
      <footer className={styles.foot}>
        {onResume && (
          <Button variant="quiet" size="room" onPress={onResume}>
            Go on reading
          </Button>
        )}
        <div className={styles.unlock}>
          <PassphraseField
            label={`Staff: ${secret.digits ? "your PIN" : "your passphrase"}`}
            hint={secret.hint}
            digits={secret.digits}
            value={typed}
            onChange={setTyped}
            onEnter={() => void enter()}
            refusal={refusalOf(leave.refusal, "passphrase") ?? leave.refusal?.message}
          />
          <Button icon={LockKeyhole} busy={leave.busy} onPress={() => void enter()}>
            Take the screen back
          </Button>
        </div>
      </footer>
    </main>
  );
}
