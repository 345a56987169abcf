// The late statement: what the right patient owns of what was done, signed, heard by a colleague, or declined.
import { useState } from "react";
import {
  Button,
  Choice,
  dateAndClock,
  INK_HEIGHT,
  type InkStroke,
  Refusal,
  refusalOf,
  SignatureInk,
} from "../../parts";
import {
  type LateStatementAnswer,
  type StatementAnswer,
  useAct,
  type WrongPatientRoom,
  type WrongPatientView,
} from "../../practice";
import styles from "./wrong-patient.module.css";

const WAYS: { value: StatementAnswer; label: string }[] = [
  { value: "signed", label: "Signs here" },
  { value: "heard", label: "Says it, and a colleague hears it" },
  { value: "declined", label: "Declines" },
];

export type StatementProps = {
  room: WrongPatientRoom;
  begun: WrongPatientView;
  /** It is the next thing to do. */
  next: boolean;
};

export function Statement({ room, begun, next }: StatementProps) {
  const sign = useAct("signLateStatement");
  const [way, setWay] = useState<StatementAnswer>("signed");
  const [ink, setInk] = useState<InkStroke[]>([]);
  const [witness, setWitness] = useState<string | null>(null);
  const kept = begun.statement;
  if (kept)
    return (
      <>
        <p className={styles.statement}>{kept.text}</p>
        <p>
          {kept.answer === "declined"
            ? "Declined: nothing of this visit is ordered in this name."
            : kept.answer === "heard"
              ? `Said, and heard by ${kept.witness}.`
              : "Signed."}{" "}
          {dateAndClock(kept.at)}, recorded by {kept.by}
        </p>
      </>
    );
  const record = () => {
    const answer: LateStatementAnswer | null =
      way === "signed"
        ? { answer: "signed", signature: { width: 1000, height: INK_HEIGHT, strokes: ink } }
        : way === "heard"
          ? witness === null
            ? null
            : { answer: "heard", witnessId: witness }
          : { answer: "declined" };
    if (answer) void sign.run({ wrongPatientId: begun.wrongPatientId, answer });
  };
  return (
    <div className={styles.form}>
      <p className={styles.statement}>{room.statement}</p>
      <Refusal refusal={sign.refusal} shownFields={["witnessId"]} />
      <Choice label="The patient" value={way} options={WAYS} onChange={setWay} />
      {way === "signed" && <SignatureInk label="Sign here with pen, finger or mouse" value={ink} onChange={setInk} />}
      {way === "heard" && (
        <Choice
          label="Who hears it"
          value={witness}
          options={room.witnesses.map((one) => ({ value: one.staffId, label: one.name, hint: one.role }))}
          onChange={setWitness}
          refusal={refusalOf(sign.refusal, "witnessId")}
        />
      )}
      <Button
        variant={next ? "primary" : "plain"}
        busy={sign.busy}
        isDisabled={(way === "heard" && witness === null) || (way === "signed" && ink.length === 0)}
        onPress={record}
      >
        Record the statement
      </Button>
    </div>
  );
}
