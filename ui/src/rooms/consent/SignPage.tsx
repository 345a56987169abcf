// The statement in the first person, and the ways to agree to it: a signature, or words that a witness hears.
import { ChevronLeft, Ear, PenLine } from "lucide-react";
import { useState } from "react";
import { Button, Choice, type InkStroke, Refusal, type RefusalWords, SignatureInk } from "../../parts";
import type { ConsentRoom, ConsentView } from "../../practice";
import type { Prepared } from "./prepared";
import styles from "./reading.module.css";

/** One refusal is one sentence here: it is not said again beside a field. */
const SAID_ABOVE = ["signature", "witness", "groups", "chaperone", "capacity", "interpreter", "trainee"];

export type SignPageProps = {
  consent: ConsentView;
  room: ConsentRoom;
  prepared: Prepared;
  ink: InkStroke[];
  onInk: (ink: InkStroke[]) => void;
  busy: boolean;
  refusal: RefusalWords | null;
  onBack: () => void;
  onDecline: () => void;
  onSign: () => void;
  onVerbal: () => void;
  onWitnessed: (staffId: string) => void;
};

export function SignPage(props: SignPageProps) {
  const { consent, room, prepared, ink, busy, refusal } = props;
  const written = consent.text.minimumForm === "written";
  const [way, setWay] = useState<"drawn" | "heard" | "words">(written ? "drawn" : "words");
  const [witness, setWitness] = useState<string | null>(null);
  const signer = prepared.capacity?.capacity === "lacking" ? prepared.capacity.representative.name : "";
  const others = room.colleagues.filter((one) => one.staffId !== room.me);
  return (
    <>
      <div className={styles.text}>
        <section aria-label="Your agreement">
          <h1>Your agreement</h1>
          <p className={styles.statement}>{consent.text.statement}</p>
          <Refusal refusal={refusal} shownFields={SAID_ABOVE} />
          {way === "drawn" && (
            <SignatureInk
              label={signer === "" ? "Sign here with pen, finger or mouse" : `Signature of ${signer}`}
              value={ink}
              onChange={props.onInk}
            />
          )}
          {way === "heard" && (
            <Choice
              size="room"
              label="Who hears you agree"
              value={witness}
              options={others.map((one) => ({ value: one.staffId, label: one.name, hint: one.role }))}
              onChange={setWitness}
            />
          )}
          <div className={styles.ways}>
            {way !== "drawn" && (
              <Button variant="quiet" icon={PenLine} onPress={() => setWay("drawn")}>
                Sign on the screen instead
              </Button>
            )}
            {way !== "heard" && (
              <Button variant="quiet" icon={Ear} keys="mod+j" hideKeys onPress={() => setWay("heard")}>
                Agree in words, with a witness, instead
              </Button>
            )}
          </div>
        </section>
      </div>
      <footer className={styles.foot}>
        <div className={styles.lesser}>
          <Button variant="quiet" size="room" icon={ChevronLeft} words="Back one page" onPress={props.onBack}>
            Back
          </Button>
          <Button variant="quiet" size="room" onPress={props.onDecline}>
            I do not want this
          </Button>
        </div>
        {way === "drawn" && (
          <Button variant="primary" size="room" busy={busy} keys="mod+Enter" hideKeys onPress={props.onSign}>
            I agree and have signed
          </Button>
        )}
        {way === "words" && (
          <Button variant="primary" size="room" busy={busy} keys="mod+Enter" hideKeys onPress={props.onVerbal}>
            I agree
          </Button>
        )}
        {way === "heard" && (
          <Button
            variant="primary"
            size="room"
            busy={busy}
            isDisabled={witness === null}
            keys="mod+Enter"
            hideKeys
            onPress={() => witness !== null && props.onWitnessed(witness)}
          >
            I agree, and have said so
          </Button>
        )}
      </footer>
    </>
  );
}
