// The examination: the five answers of the gate first and large, then the findings on the map. A stop leads to its screen by itself, and what was found can still be stated.
import { DoorOpen } from "lucide-react";
import { Button, LEAVE_FIRST, Refusal, RoomHead, useGo, useHold, usePlace, VerdictList } from "../../parts";
import { type ExamRoom, useAct, useAsk } from "../../practice";
import styles from "./exam.module.css";
import { Findings } from "./Findings";
import { Gate } from "./Gate";

/** What comes before the finger, where it must. */
const FIRST: Partial<Record<ExamRoom["kind"], string>> = {
  "four-glass": "VB1 and VB2 first: to the glasses",
  "two-glass": "PRE-M first: to the glasses",
};

export function Exam() {
  const { visitId = "", patientId = "", procedureId = "" } = usePlace();
  const go = useGo();
  const asked = useAsk("exam", visitId);
  const room = asked.value;
  useHold(room?.procedureStatus === "underway" ? LEAVE_FIRST : null);
  if (!room) return <Refusal refusal={asked.refusal} />;
  const massage = room.verdicts.acts.at(-1);
  const ids = { patientId, visitId, procedureId };
  const fired = room.verdicts.acts.filter((verdict) => verdict.fired.length > 0);
  return (
    <div className={styles.room}>
      <RoomHead title={titleOf(room)} verdicts={room.verdicts.acts} />
      {fired.length > 0 && (
        <div className={styles.fired}>
          <VerdictList verdicts={fired} size="room" />
        </div>
      )}
      {room.timeOut === null ? (
        <Button size="room" variant="primary" onPress={() => go({ name: "time-out", ...ids })}>
          To the time-out
        </Button>
      ) : room.gate === null ? (
        <Gate visitId={visitId} onStop={() => go({ name: "stop", ...ids })} />
      ) : (
        <Findings key={room.findings?.examId ?? "open"} room={room} gate={room.gate} />
      )}
      <div className={styles.acts}>
        {massage?.word === "needs-override" && room.gate && (
          <Button size="room" onPress={() => go({ name: "time-out", ...ids })}>
            Override
          </Button>
        )}
        {room.stop && (
          <Button size="room" onPress={() => go({ name: "stop", ...ids })}>
            The stop screen
          </Button>
        )}
        {room.kind === "dre" && room.procedureStatus === "finished" && room.visitStatus !== "done" && (
          <Close visitId={visitId} onSheet={() => go({ name: "aftercare", ...ids })} />
        )}
        {room.timeOut !== null && room.kind !== "dre" && !room.stop && (
          <Button
            size="room"
            variant={room.findings ? "primary" : "plain"}
            {...(room.findings ? { keys: "mod+Enter" } : {})}
            onPress={() => go({ name: "collection", ...ids })}
          >
            {/* The urines before massage are caught before anybody touches the gland. */}
            {(room.gate === null && FIRST[room.kind]) || "To the glasses"}
          </Button>
        )}
      </div>
    </div>
  );
}

/** An examination alone ends with its findings: the patient may go. */
function Close({ visitId, onSheet }: { visitId: string; onSheet: () => void }) {
  const go = useGo();
  const close = useAct("closeVisit", { chart: true });
  const leave = async () => {
    if ((await close.run(visitId)) !== undefined) go({ name: "today" });
  };
  return (
    <>
      <Refusal refusal={close.refusal} />
      <Button size="room" onPress={onSheet}>
        Aftercare sheet
      </Button>
      <Button
        size="room"
        variant="primary"
        icon={DoorOpen}
        keys="mod+Enter"
        busy={close.busy}
        onPress={() => void leave()}
      >
        Close the visit
      </Button>
    </>
  );
}

function titleOf(room: ExamRoom): string {
  if (room.timeOut === null) return "The time-out comes first";
  if (room.gate === null) return "Five answers before any stroke";
  return room.findings ? "Examination" : "What was found";
}
