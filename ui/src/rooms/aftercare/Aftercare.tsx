// The end of a visit: the sheet in the patient's language, the check before leaving, and the call that follows. Here the visit is closed.
import { DoorOpen } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, clock, dateAndClock, Meaning, PageHead, Refusal, useGo, useNow, usePlace } from "../../parts";
import { type AftercareRoom, useAct, useAsk, useDraft } from "../../practice";
import styles from "./aftercare.module.css";
import { type Answers, Check, EMPTY } from "./Check";
import { Gone } from "./Gone";
import { Sheet } from "./Sheet";

export function Aftercare() {
  const { visitId = "" } = usePlace();
  const asked = useAsk("aftercare", visitId);
  const room = asked.value;
  return room ? <Leaving room={room} onAgain={asked.again} /> : <Refusal refusal={asked.refusal} />;
}

/** Asks again at the end of the quarter of an hour. */
function useHoldEnds(until: string | null, again: () => void) {
  const now = useNow(until === null ? null : 5000);
  const over = until !== null && Date.parse(until) <= now;
  useEffect(() => {
    if (over) again();
  }, [over, again]);
}

function Leaving({ room, onAgain }: { room: AftercareRoom; onAgain: () => void }) {
  const { visitId, procedureId } = room;
  const patientId = room.patient.patientId;
  const go = useGo();
  const check = useAct("checkDeparture");
  const close = useAct("closeVisit", { chart: true });
  const last = room.checks.at(-1);
  const draft = useDraft<Answers>("aftercare", visitId, {
    ...EMPTY,
    reach: last?.check.reach ?? room.patient.phone ?? "",
  });
  const [gone, setGone] = useState(false);
  useHoldEnds(room.holdUntil, onAgain);
  const here = room.visitStatus === "arrived" || room.visitStatus === "in-room";
  const answered = draft.value.feelsWell !== null || draft.value.canStand !== null || draft.value.faint !== null;
  const leave = async () => {
    if (room.needed && !room.leftAt && (answered || room.checks.length === 0)) {
      const seen = await check.run({ visitId, ...draft.value });
      if (!seen) return;
      if (seen.notYet !== null) return;
    }
    if ((await close.run(visitId)) !== undefined) go({ name: "today" });
  };
  return (
    <div className={styles.page}>
      <PageHead
        title="Aftercare"
        sub={here ? "Before leaving" : "The visit is over"}
        savedAt={draft.savedAt}
        {...(here
          ? {
              primary: {
                label: "Close the visit",
                icon: DoorOpen,
                keys: "mod+Enter",
                busy: check.busy || close.busy,
                onPress: () => void leave(),
              },
            }
          : {})}
      >
        <Button onPress={() => go({ name: "adverse-event", patientId, visitId, procedureId })}>
          Something happened
        </Button>
        {here && room.kind !== "dre" && (
          <Button onPress={() => go({ name: "collection", patientId, visitId, procedureId })}>To the glasses</Button>
        )}
        {here && room.needed && room.leftAt === null && (
          <Button keys="x" onPress={() => setGone(true)}>
            The patient has left
          </Button>
        )}
      </PageHead>
      <Refusal refusal={check.refusal ?? close.refusal} shownFields={Object.keys(EMPTY)} />
      <Standing room={room} here={here} />
      <div className={styles.halves}>
        <div className={styles.half}>
          {room.needed && here && room.leftAt === null && (
            <Check
              asksUrine={room.asksUrine}
              answers={draft.value}
              onChange={(next) => draft.set((now) => ({ ...now, ...next }))}
              refusal={check.refusal}
            />
          )}
          {!room.needed && (
            <p className={styles.small}>
              The gland was neither massaged nor stroked: no check is asked for. The sheet can be given all the same.
            </p>
          )}
          <Made room={room} />
        </div>
        <Sheet room={room} />
      </div>
      <Gone visitId={visitId} isOpen={gone} onClose={() => setGone(false)} />
    </div>
  );
}

/** What keeps the patient here, or what the clinic owes. */
function Standing({ room, here }: { room: AftercareRoom; here: boolean }) {
  if (here && room.notYet !== null && room.checks.length > 0) {
    return (
      <p className={styles.standing} role="status">
        <Meaning kind={room.holdUntil ? "note" : "override"} words={room.holdUntil ? "Stays" : "Not yet"} />
        <span>{room.notYet}</span>
      </p>
    );
  }
  if (room.call && !room.call.over) {
    return (
      <p className={styles.standing}>
        <Meaning kind="note" words="Call" size="small" />
        <span>
          The clinic calls between {dateAndClock(room.call.from)} and {dateAndClock(room.call.until)}.
        </span>
      </p>
    );
  }
  return null;
}

/** The checks that were made. */
function Made({ room }: { room: AftercareRoom }) {
  if (room.checks.length === 0 && room.leftAt === null) return null;
  return (
    <section aria-labelledby="made">
      <h2 id="made">Recorded</h2>
      <ul className={styles.made}>
        {room.checks.map(({ check, at, by }) => (
          <li key={at}>
            <strong>{clock(at)}</strong> {check.feelsWell ? "feels well" : "does not feel well"} ·{" "}
            {check.canStand ? "can stand" : "cannot stand"}
            {check.passedUrine !== null && ` · ${check.passedUrine ? "has passed urine" : "has not passed urine"}`}
            {check.faint && " · felt faint"} · <span className={styles.small}>{by}</span>
          </li>
        ))}
        {room.leftAt !== null && (
          <li>
            <strong>{clock(room.leftAt)}</strong> left without waiting
          </li>
        )}
      </ul>
    </section>
  );
}
