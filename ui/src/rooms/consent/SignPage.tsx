// The statement in the first person, and the ways to agree to it: drawn, typed, on paper, or in words that a witness hears.
import { ChevronLeft, Ear, FileUp, Keyboard, PenLine } from "lucide-react";
import { useState } from "react";
import {
  Button,
  Choice,
  type InkStroke,
  PassphraseField,
  Refusal,
  type RefusalWords,
  SignatureInk,
  TextField,
} from "../../parts";
import { type AgreementAnswer, type ConsentRoom, type ConsentView, useSecret } from "../../practice";
import { PaperScan } from "./PaperScan";
import { refusedIn, roleIn, wordsIn } from "./patientWords";
import { type Prepared, signer } from "./prepared";
import styles from "./reading.module.css";

export type SignPageProps = {
  consent: ConsentView;
  room: ConsentRoom;
  prepared: Prepared;
  ink: InkStroke[];
  onInk: (ink: InkStroke[], pointer?: string) => void;
  interpreterInk: InkStroke[];
  onInterpreterInk: (ink: InkStroke[]) => void;
  busy: boolean;
  refusal: (RefusalWords & { code: string }) | null;
  onBack: () => void;
  onDecline: () => void;
  /** The strokes are known above; every other way brings its own answer. */
  onAgree: (agreement: AgreementAnswer | "drawn") => void;
};

type Way = "drawn" | "heard" | "words" | "typed" | "paper";

export function SignPage(props: SignPageProps) {
  const { consent, room, prepared, busy } = props;
  const tongue = consent.text.language;
  const words = wordsIn(tongue);
  const written = consent.text.minimumForm === "written";
  const unreviewed = consent.text.approval === "not-reviewed-by-a-translator";
  const [way, setWay] = useState<Way>(written ? "drawn" : "words");
  const [witness, setWitness] = useState<string | null>(null);
  const [name, setName] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [file, setFile] = useState<string | null>(null);
  const secret = useSecret("countersign");
  const who = signer(prepared);
  const others = room.colleagues.filter((one) => one.staffId !== room.me);
  const interpreter = prepared.interpreter?.kind === "in-person" ? prepared.interpreter : null;
  const refused = props.refusal && refusedIn(tongue, props.refusal.code, props.refusal.message);
  const ready: Record<Way, AgreementAnswer | "drawn" | null> = {
    drawn: "drawn",
    words: { method: "verbal" },
    heard:
      witness === null ? null : { method: "witnessed-verbal", witness: { staffId: witness, name: null, role: null } },
    typed: name === "" || passphrase === "" ? null : { method: "typed", name, passphrase },
    paper: file === null ? null : { method: "paper-scanned", file },
  };
  const agreeing = ready[way];
  const said = { drawn: words.agreeSigned, words: words.agree, heard: words.agreeSaid, typed: words.agreeSigned };
  const agree = () => {
    if (agreeing === null) return;
    // A secret stays on the screen for one try.
    setPassphrase("");
    secret.again();
    props.onAgree(agreeing);
  };
  return (
    <>
      <div className={styles.text}>
        <section aria-label={words.agreement}>
          <h1>{words.agreement}</h1>
          <p className={styles.statement}>{consent.text.statement}</p>
          {unreviewed && (
            <p className={styles.unreviewed} role="status">
              {words.notReviewed} {words.handBackPlease}
            </p>
          )}
          {refused && <Refusal refusal={{ message: refused, fields: [], incident: props.refusal?.incident ?? null }} />}
          {!unreviewed && way === "drawn" && (
            <SignatureInk
              label={who === "" ? words.signHere : words.signatureOf(who)}
              value={props.ink}
              onChange={props.onInk}
              words={words.ink}
            />
          )}
          {!unreviewed && way === "typed" && (
            <>
              <TextField size="room" label={words.typedName} value={name} onChange={setName} />
              <PassphraseField
                label={secret.digits ? words.staffPin : words.staffPassphrase}
                digits={secret.digits}
                value={passphrase}
                onChange={setPassphrase}
              />
            </>
          )}
          {!unreviewed && way === "paper" && (
            <PaperScan label={words.paperFile} hint={words.paperHint} onFile={setFile} />
          )}
          {!unreviewed && way === "heard" && (
            <Choice
              size="room"
              label={words.whoHears}
              value={witness}
              options={others.map((one) => ({
                value: one.staffId,
                label: one.name,
                hint: roleIn(tongue, one.role),
              }))}
              onChange={setWitness}
            />
          )}
          {!unreviewed && interpreter && (way === "drawn" || way === "typed") && (
            <SignatureInk
              label={words.interpreterSigns(interpreter.name)}
              value={props.interpreterInk}
              onChange={props.onInterpreterInk}
              words={words.ink}
            />
          )}
          {!unreviewed && (
            <div className={styles.ways}>
              {way !== "drawn" && (
                <Button variant="quiet" icon={PenLine} onPress={() => setWay("drawn")}>
                  {words.drawInstead}
                </Button>
              )}
              {way !== "heard" && (
                <Button variant="quiet" icon={Ear} keys="mod+j" hideKeys onPress={() => setWay("heard")}>
                  {words.heardInstead}
                </Button>
              )}
              {way !== "typed" && (
                <Button variant="quiet" icon={Keyboard} onPress={() => setWay("typed")}>
                  {words.typeInstead}
                </Button>
              )}
              {way !== "paper" && (
                <Button variant="quiet" icon={FileUp} onPress={() => setWay("paper")}>
                  {words.paperInstead}
                </Button>
              )}
            </div>
          )}
        </section>
      </div>
      <footer className={styles.foot}>
        <div className={styles.lesser}>
          <Button variant="quiet" size="room" icon={ChevronLeft} words={words.backOnePage} onPress={props.onBack}>
            {words.back}
          </Button>
          <Button variant="quiet" size="room" onPress={props.onDecline}>
            {words.decline}
          </Button>
        </div>
        {!unreviewed && (
          <Button
            variant="primary"
            size="room"
            busy={busy}
            isDisabled={agreeing === null}
            keys="mod+Enter"
            hideKeys
            onPress={agree}
          >
            {way === "paper" ? words.agreePaper : said[way]}
          </Button>
        )}
      </footer>
    </>
  );
}
