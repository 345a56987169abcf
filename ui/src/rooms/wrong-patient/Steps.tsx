// What is still open after a visit was moved to the right patient: the laboratory, the statement, and each tube.
import { CircleCheck, CircleDashed } from "lucide-react";
import { type ReactNode, useState } from "react";
import {
  Button,
  capitals,
  Dialog,
  dateAndClock,
  GlassGlyph,
  glassCode,
  grouped,
  PageHead,
  Refusal,
  shortDate,
  useGo,
} from "../../parts";
import {
  type QuarantinedTube,
  type SideView,
  useAct,
  type WrongPatientRoom,
  type WrongPatientView,
} from "../../practice";
import { Call } from "./Call";
import { Statement } from "./Statement";
import styles from "./wrong-patient.module.css";

export function Steps({ room, begun }: { room: WrongPatientRoom; begun: WrongPatientView }) {
  const go = useGo();
  const again = useAct("cancelWrongOrderAgain");
  const { mistaken, right } = begun;
  const toChart = () => go({ name: "patient", patientId: right.patient.patientId });
  const isOpen = (step: WrongPatientView["open"][number]) => begun.open.includes(step);
  return (
    <div className={styles.page}>
      <PageHead
        title="Moved to the right patient"
        sub={
          begun.open.length === 0
            ? "Nothing is open: results may be typed in."
            : `Results wait. Still to do: ${begun.openWords.join("; ")}.`
        }
        {...(begun.open.length === 0
          ? { primary: { label: "To the chart", keys: "mod+Enter", onPress: toChart } }
          : {})}
      >
        {begun.open.length > 0 && (
          <Button variant="quiet" onPress={toChart}>
            To the chart
          </Button>
        )}
      </PageHead>
      <div className={styles.sides}>
        <Side title="Entered in error on" side={mistaken} />
        <Side title="Made again for" side={right} />
        <p className={styles.by}>
          {dateAndClock(begun.at)}, {begun.by}
          {begun.second ? `, confirmed by ${begun.second}` : ""}: {begun.reason}
        </p>
      </div>
      <ol className={styles.steps} aria-label="What is done and what is open">
        <Step title="The order in the wrong name" done={!isOpen("cancel")}>
          {!begun.orderSent && <p>No order had gone out.</p>}
          {begun.changes.map((change) => (
            <p key={change.changeId}>
              {change.status === "written"
                ? `Cancelled ${dateAndClock(change.at)}: ${change.messageFile} lies in the laboratory’s folder.`
                : `The cancellation is not in the folder: ${change.failure ?? "it waits to be written"}.`}
            </p>
          ))}
          {isOpen("cancel") && (
            <Button busy={again.busy} onPress={() => void again.run(begun.wrongPatientId)}>
              Write the cancellation again
            </Button>
          )}
          <Refusal refusal={again.refusal} />
        </Step>
        <Step title="The call to the laboratory" done={!isOpen("call")}>
          {!begun.orderSent && <p>The laboratory has nothing of it.</p>}
          {begun.calls.map((call) => (
            <p key={call.callId}>
              {dateAndClock(call.at)}, {call.by} spoke to {call.spokenTo}: {call.words}
            </p>
          ))}
          {isOpen("call") && <Call wrongPatientId={begun.wrongPatientId} />}
        </Step>
        <Step
          title={`The late statement of ${right.patient.given} ${right.patient.family}`}
          done={!isOpen("statement")}
        >
          <Statement room={room} begun={begun} next={!isOpen("call")} />
        </Step>
        <Step title="The tubes that carry the wrong name" done={!isOpen("tubes")}>
          {begun.tubes.length === 0 && <p>No tube existed.</p>}
          <Tubes begun={begun} />
        </Step>
      </ol>
    </div>
  );
}

function Side({ title, side }: { title: string; side: SideView }) {
  const go = useGo();
  const { patient, procedureId, visitId } = side;
  return (
    <div>
      <p className={styles.small}>{title}</p>
      <p>
        <strong>
          {capitals(patient.family)}, {patient.given}
        </strong>{" "}
        · born {shortDate(patient.birthDate)} · MRN {patient.mrn}
      </p>
      <Button
        variant="quiet"
        words={`Read its note: ${capitals(patient.family)}, ${patient.given}`}
        onPress={() => go({ name: "note", patientId: patient.patientId, procedureId, visitId })}
      >
        Read its note
      </Button>
    </div>
  );
}

function Step({ title, done, children }: { title: string; done: boolean; children: ReactNode }) {
  return (
    <li className={styles.step} data-done={done || undefined}>
      {done ? <CircleCheck aria-hidden size={22} /> : <CircleDashed aria-hidden size={22} />}
      <div>
        <h2>
          {title} <span className={styles.small}>{done ? "done" : "open"}</span>
        </h2>
        {children}
      </div>
    </li>
  );
}

function Tubes({ begun }: { begun: WrongPatientView }) {
  const go = useGo();
  const discard = useAct("discardSpecimen");
  const [asking, setAsking] = useState(false);
  const held = begun.tubes.filter((tube) => tube.releasedAt === null);
  const again = held.filter((tube) => !tube.mayRelabel);
  const codes = again.map((tube) => glassCode(tube.role)).join(", ");
  const throwAway = async () => {
    for (const tube of again) {
      if (!(await discard.run({ specimenId: tube.specimenId, reason: "wrong-patient" }))) return;
    }
    setAsking(false);
  };
  const open = (tube: QuarantinedTube) =>
    go({
      name: "specimen",
      specimenId: tube.specimenId,
      patientId: begun.right.patient.patientId,
      visitId: begun.right.visitId,
      procedureId: begun.right.procedureId,
    });
  return (
    <>
      <ul className={styles.tubes} aria-label="Tubes">
        {begun.tubes.map((tube) => (
          <li key={tube.specimenId}>
            <GlassGlyph
              role={tube.role}
              state={tube.status === "discarded" ? "not-obtained" : "held"}
              size={34}
              label=""
            />
            <span>
              <strong>{glassCode(tube.role)}</strong> {tube.accession && grouped(tube.accession)}
              <br />
              <span className={styles.small}>{tubeWords(tube)}</span>
            </span>
            {tube.releasedAt === null && tube.mayRelabel && (
              <Button onPress={() => open(tube)}>{`Relabel or discard ${glassCode(tube.role)}`}</Button>
            )}
          </li>
        ))}
      </ul>
      {again.length > 0 && <Button variant="danger" onPress={() => setAsking(true)}>{`Discard ${codes}`}</Button>}
      <Dialog
        alert
        isOpen={asking}
        onClose={() => setAsking(false)}
        title={`Discard ${codes}?`}
        actions={
          <>
            <Button variant="danger" busy={discard.busy} onPress={() => void throwAway()}>
              Discard them
            </Button>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              Keep them
            </Button>
          </>
        }
      >
        <p>They carry another patient’s name and can be collected again. Everything recorded of them stays.</p>
        <Refusal refusal={discard.refusal} />
      </Dialog>
    </>
  );
}

function tubeWords(tube: QuarantinedTube): string {
  if (tube.status === "discarded") return "discarded";
  if (tube.releasedAt !== null) return "relabelled: read the new label back";
  return tube.mayRelabel ? "quarantined; cannot be had again" : "quarantined; can be collected again";
}
