// The critical results of one patient: what the laboratory called, read back, told to the urologist and to the patient, each with its hour; open until both know.
import { PhoneCall } from "lucide-react";
import { useState } from "react";
import { Button, dateAndClock, Meaning, PageHead, Refusal, useBack, usePlace } from "../../parts";
import { type CriticalRoom, type CriticalView, useAsk } from "../../practice";
import styles from "./critical.module.css";
import { Reach } from "./Reach";
import { Receive } from "./Receive";
import { TellUrologist } from "./TellUrologist";
import { STAGES, stepWords, TIMES } from "./words";

export function Critical() {
  const { patientId = "", visitId } = usePlace();
  const back = useBack();
  const asked = useAsk("criticals", patientId);
  const [open, setOpen] = useState(false);
  const room = asked.value;
  if (!room) return <Refusal refusal={asked.refusal} />;
  const waiting = room.criticals.filter((one) => one.stage !== "closed").length;
  return (
    <div className={styles.page}>
      <PageHead
        title="Critical results"
        sub={waiting === 0 ? "None is open" : `${waiting} open until urologist and patient know`}
        {...(room.visits.length > 0
          ? {
              primary: {
                label: "The laboratory calls",
                icon: PhoneCall,
                keys: "mod+Enter",
                onPress: () => setOpen(true),
              },
            }
          : {})}
      >
        <Button variant="quiet" keys="Escape" onPress={back}>
          Back
        </Button>
      </PageHead>
      {room.criticals.length === 0 && (
        <p>
          {room.visits.length > 0
            ? "Nothing critical was called or reported."
            : "There is no visit yet from which a specimen can be."}
        </p>
      )}
      {room.criticals.map((critical) => (
        <Card key={critical.criticalId} room={room} critical={critical} />
      ))}
      {open && <Receive room={room} visitId={visitId ?? null} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Card({ room, critical }: { room: CriticalRoom; critical: CriticalView }) {
  const [open, setOpen] = useState<"urologist" | "patient" | null>(null);
  const { stage, until, time, title, steps } = critical;
  const { value, specimen, heard } = critical.critical;
  const kind = stage === "closed" ? "clear" : TIMES[time];
  return (
    <article className={styles.card} aria-label={title}>
      <header>
        <Meaning kind={kind} words={STAGES[stage]} />
        <h2>{title}</h2>
        {until && <span className={styles.small}>by {dateAndClock(until)}</span>}
      </header>
      <p className={styles.value}>
        {specimen}: {value}
      </p>
      <ol className={styles.steps}>
        <li>
          <strong>{dateAndClock(critical.receivedAt)}</strong>{" "}
          {heard.how === "telephone"
            ? `${heard.caller}, ${heard.laboratory}, called; ${heard.readBack ? "read back and confirmed" : "not read back"}`
            : "stood in the report that was typed in"}{" "}
          <span className={styles.small}>{critical.by}</span>
        </li>
        {steps.map((kept) => (
          <li key={`${kept.at} ${stepWords(kept)}`}>
            <strong>{dateAndClock(kept.at)}</strong> {stepWords(kept)} <span className={styles.small}>{kept.by}</span>
          </li>
        ))}
      </ol>
      {stage !== "closed" && (
        <div className={styles.acts}>
          {stage === "tell-urologist" && (
            <Button keys="u" onPress={() => setOpen("urologist")}>
              The urologist was told
            </Button>
          )}
          <Button keys="t" onPress={() => setOpen("patient")}>
            The patient
          </Button>
        </div>
      )}
      {open === "urologist" && <TellUrologist room={room} critical={critical} onClose={() => setOpen(null)} />}
      {open === "patient" && <Reach room={room} critical={critical} onClose={() => setOpen(null)} />}
    </article>
  );
}
