// The time-out: identity said aloud, consent and chaperone stand, the urologist's own questions; the last tap begins.
import { CircleCheck, CircleDashed } from "lucide-react";
import { type ReactNode, useState } from "react";
import {
  Button,
  CheckGroup,
  capitals,
  endsTheAct,
  LEAVE_FIRST,
  Refusal,
  RoomHead,
  shortDate,
  useGo,
  useHold,
  usePlace,
  VerdictList,
} from "../../parts";
import { type TimeOutRoom, useAct, useAsk, useWho } from "../../practice";
import { Emergency } from "./Emergency";
import { First } from "./First";
import { Override } from "./Override";
import { Presence } from "./Presence";
import { Stay } from "./Stay";
import styles from "./time-out.module.css";

const ACTS: Record<string, string> = { dre: "Examination", mas: "Massage", pdu: "Strokes" };

export function TimeOut() {
  const { visitId = "" } = usePlace();
  const asked = useAsk("timeOut", visitId);
  if (!asked.value) return <Refusal refusal={asked.refusal} />;
  return <Steps key={asked.value.timeOut?.at ?? "open"} room={asked.value} />;
}

function Steps({ room }: { room: TimeOutRoom }) {
  const { visitId = "", patientId = "", procedureId = "" } = usePlace();
  const go = useGo();
  const urologist = useWho().roles.includes("urologist");
  const answer = useAct("answerAsUrologist", { inTurn: true });
  const take = useAct("takeTimeOut");
  const [identity, setIdentity] = useState(room.timeOut !== null);
  const [stands, setStands] = useState(room.timeOut !== null);
  const [found, setFound] = useState<string[] | null>(null);
  useHold(room.timeOut === null ? LEAVE_FIRST : null);
  const own = room.items.filter((item) => item.askedOf === "urologist");
  const open = own.some((item) => item.answer === null || !item.answer.fresh);
  const ids = { patientId, visitId, procedureId };
  const massage = room.verdicts.acts.at(-1);
  const stopped = massage !== undefined && endsTheAct(massage);
  const begin = async () => {
    const none = { visitId, yes: found ?? [], notKnown: [], reason: null, second: null };
    if ((open || found) && !(await answer.run(none))) return;
    const taken = await take.run({
      visitId,
      nameSaid: identity,
      secondIdentifierSaid: identity,
      consentStands: stands,
    });
    if (taken) go({ name: "exam", ...ids });
  };
  const still = [
    !identity && "name and birth date",
    !stands && !room.emergency && "consent and chaperone",
    open && found === null && "the urologist's own questions",
  ].filter((words) => words !== false);
  return (
    <div className={styles.room}>
      <RoomHead title="Time-out" verdicts={room.verdicts.acts} />
      <div className={styles.steps}>
        <Step done={identity} title={`${capitals(room.patient.family)}, ${room.patient.given}`}>
          <p>Born {shortDate(room.patient.birthDate)}. The patient says both aloud.</p>
          <Button size="room" keys="1" pressed={identity} onPress={() => setIdentity(!identity)}>
            Name and birth date said
          </Button>
        </Step>
        <Step done={stands} title="Consent and chaperone">
          <ul>
            {room.consent.map((line) => (
              <li key={line.act}>
                {ACTS[line.act] ?? line.act}: {line.words}
              </li>
            ))}
            <li>Chaperone: {room.chaperone ?? "not recorded"}</li>
          </ul>
          {room.presence && <Presence ask={room.presence} />}
          <Button size="room" keys="2" pressed={stands} onPress={() => setStands(!stands)}>
            Consent and chaperone stand
          </Button>
          <Stay room={room} />
        </Step>
        {urologist && room.timeOut === null && (
          <Step done={!open || found !== null} title="Known or suspected today">
            <CheckGroup
              label="The urologist's own questions"
              size="arm"
              tone="note"
              value={found ?? (open ? null : saidYes(own))}
              options={own.map((item) => ({ value: item.id, label: item.question }))}
              onChange={setFound}
            />
          </Step>
        )}
        {room.timeOut === null && <First room={room} />}
        <Emergency room={room} />
        <Override room={room} />
      </div>
      <VerdictList verdicts={spoken(room)} size="room" version={room.verdicts.contentVersion} />
      <Refusal refusal={answer.refusal ?? take.refusal} />
      <div className={styles.acts}>
        {/* Lower steps can lie beneath the edge of a small screen. */}
        {urologist && room.timeOut === null && still.length > 0 && (
          <p className={styles.still}>Still open: {still.join(", ")}</p>
        )}
        {stopped && (
          <Button size="room" variant="danger" onPress={() => go({ name: "stop", ...ids })}>
            Open the stop screen
          </Button>
        )}
        {room.timeOut === null ? (
          <Button
            size="room"
            variant="primary"
            keys="mod+Enter"
            busy={answer.busy || take.busy}
            isDisabled={!urologist || still.length > 0}
            onPress={() => void begin()}
          >
            {urologist ? "Begin the examination" : "The urologist begins"}
          </Button>
        ) : (
          <Button size="room" variant="primary" keys="mod+Enter" onPress={() => go({ name: "exam", ...ids })}>
            To the examination
          </Button>
        )}
      </div>
    </div>
  );
}

/** What the urologist has said so far. */
function saidYes(own: TimeOutRoom["items"]): string[] {
  return own
    .filter((item) => item.answer && "said" in item.answer.reply && item.answer.reply.said === "yes")
    .map((item) => item.id);
}

/** The acts about which the rules say anything at all. */
function spoken(room: TimeOutRoom) {
  return room.verdicts.acts.filter((verdict) => verdict.fired.length > 0 || verdict.missing.length > 0);
}

function Step({ done, title, children }: { done: boolean; title: string; children: ReactNode }) {
  return (
    <section className={styles.step} data-done={done} aria-label={title}>
      {done ? <CircleCheck aria-hidden size={36} /> : <CircleDashed aria-hidden size={36} />}
      <div className={styles.words}>
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  );
}
