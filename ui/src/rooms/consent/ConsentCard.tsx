// One consent as it stands on record: state, evidence, the signature as it was drawn, and its seal, which can be checked byte by byte.
import { Printer, ShieldCheck, ShieldX } from "lucide-react";
import { useState } from "react";
import { Button, dateAndClock, Refusal, strokePath, TextDiff, useNotify } from "../../parts";
import { type ConsentView, type TextChanges, useAct } from "../../practice";
import styles from "./consent.module.css";
import { EvidenceFacts, Fact } from "./EvidenceFacts";
import { howAgreed, readable, STATE_WORDS } from "./prepared";
import { WitnessSigns } from "./WitnessSigns";

export function ConsentCard({ consent, changes }: { consent: ConsentView; changes: TextChanges | undefined }) {
  const { given, declined, withdrawal, expired, text } = consent;
  return (
    <article
      className={styles.card}
      data-state={consent.state}
      aria-label={`${text.title}: ${STATE_WORDS[consent.state]}`}
    >
      <header className={styles.cardHead}>
        <strong>{STATE_WORDS[consent.state]}</strong>
        <span>{text.title}</span>
      </header>
      <dl className={styles.facts}>
        <Fact label="Asked">
          {dateAndClock(consent.offeredAt)}, {consent.offeredBy.name}
        </Fact>
        {given && (
          <>
            <Fact label="Given">
              {dateAndClock(given.at)}, {howAgreed(consent)}; recorded by {given.recordedBy.name}
            </Fact>
            <Fact label="Chaperone">{chaperoneWords(consent)}</Fact>
            <EvidenceFacts evidence={given.evidence} />
            {consent.state === "given" && <Fact label="Stands until">{dateAndClock(given.until)} at most</Fact>}
          </>
        )}
        {declined && (
          <Fact label="Declined">{`${dateAndClock(declined.at)}, ${declined.reason ?? "no reason given"}`}</Fact>
        )}
        {withdrawal && (
          <Fact label="Withdrawn">
            {dateAndClock(withdrawal.at)}, {withdrawal.reason ?? "no reason given"}; recorded by{" "}
            {withdrawal.recordedBy.name}
            {withdrawal.collected.length > 0 && `; specimens: ${wishWords(withdrawal)}`}
          </Fact>
        )}
        {expired && <Fact label="Ran out">{dateAndClock(expired.at)}</Fact>}
        <Fact label="Text">
          {text.id} {text.version}, {text.language}
          {consent.spoken ? `, read out in ${consent.spoken}` : ""}
          {text.approval === "not-reviewed-by-a-translator" ? "; translation not reviewed" : ""}
          {text.review ? `; translation reviewed by ${text.review.reviewer}` : ""}
        </Fact>
      </dl>
      {changes && <Changed consent={consent} changes={changes} />}
      {given?.evidence.agreement.method === "drawn" && <Ink signature={given.evidence.agreement.signature} />}
      <div className={styles.acts}>
        <ToFile consentId={consent.consentId} act="printConsent" words="Write PDF" />
        {given?.evidence.agreement.method === "paper-scanned" && (
          <ToFile consentId={consent.consentId} act="printConsentScan" words="Write the signed paper" />
        )}
        {consent.state === "given" && <WitnessSigns consent={consent} />}
      </div>
      {given && <Seal consentId={consent.consentId} sha256={given.sha256} />}
    </article>
  );
}

function Changed({ consent, changes }: { consent: ConsentView; changes: TextChanges }) {
  return (
    <details className={styles.changed}>
      <summary>
        Agreed to version {consent.text.version}; {changes.versionNow} is read today. What has changed
      </summary>
      <TextDiff label="What has changed in the text" statements={changes.changes} />
    </details>
  );
}

function ToFile(props: { consentId: string; act: "printConsent" | "printConsentScan"; words: string }) {
  const notify = useNotify();
  const print = useAct(props.act);
  const write = async () => {
    const paper = await print.run(props.consentId);
    if (paper) notify("done", `Written to ${paper.folder}: ${paper.file}`);
  };
  return (
    <>
      <Button icon={Printer} busy={print.busy} onPress={() => void write()}>
        {props.words}
      </Button>
      <Refusal refusal={print.refusal} />
    </>
  );
}

function Ink({
  signature,
}: {
  signature: { width: number; height: number; strokes: { x: number; y: number; t: number }[][] };
}) {
  return (
    <svg
      className={styles.ink}
      viewBox={`0 0 ${signature.width} ${signature.height}`}
      role="img"
      aria-label="The signature as it was drawn"
    >
      {signature.strokes.map((stroke, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sealed drawing never changes.
        <path key={index} d={strokePath(stroke)} />
      ))}
    </svg>
  );
}

function Seal({ consentId, sha256 }: { consentId: string; sha256: string }) {
  const verify = useAct("verifyConsent");
  const [report, setReport] = useState<{ sound: boolean; faults: string[] } | null>(null);
  const check = async () => setReport((await verify.run(consentId)) ?? null);
  return (
    <div className={styles.seal}>
      <p>
        <span className={styles.small}>Seal (SHA-256)</span>
        <code className={styles.hash}>{readable(sha256)}</code>
      </p>
      <Button busy={verify.busy} onPress={() => void check()}>
        Check the seal
      </Button>
      <Refusal refusal={verify.refusal} />
      {report?.sound && (
        <p className={styles.sound} role="status">
          <ShieldCheck aria-hidden size={18} /> Every byte is as it was sealed.
        </p>
      )}
      {report && !report.sound && (
        <div className={styles.broken} role="alert">
          <ShieldX aria-hidden size={18} />
          <ul>
            {report.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** What becomes of what was taken before a withdrawal. */
function wishWords({ specimens, answered }: NonNullable<ConsentView["withdrawal"]>): string {
  const wish = answered?.wish ?? specimens;
  return wish === "send" ? "may be sent" : wish === "discard" ? "discarded" : "held until the patient answers";
}

/** The chaperone of a consent, in one line. */
export function chaperoneWords(consent: ConsentView): string {
  const chaperone = consent.given?.evidence.chaperone;
  if (!chaperone) return "not recorded";
  if (chaperone.present) {
    const confirmed = chaperone.present.confirmed === "not-confirmed" ? "" : "; confirmed by own sign-on";
    const trained = chaperone.present.trained ? "" : ", not trained as a chaperone";
    return `${chaperone.present.name}, ${chaperone.present.role}${trained}${confirmed}`;
  }
  return chaperone.response === "declined" ? "offered, declined" : "offered";
}
