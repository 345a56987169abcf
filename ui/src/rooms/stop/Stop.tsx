// The stop: words fit for the patient first; one key shows what fired, what to do now, what is kept and what is cancelled. No sound.
import { useState } from "react";
import { Button, glassCode, glassOf, isMidstream, Meaning, Refusal, useGo, usePlace } from "../../parts";
import { type StopRoom, useAct, useAsk } from "../../practice";
import styles from "./stop.module.css";

export function Stop() {
  const { visitId = "", patientId = "", procedureId = "" } = usePlace();
  const go = useGo();
  const asked = useAsk("stop", visitId);
  const end = useAct("endForSafety");
  const [told, setTold] = useState(false);
  const room = asked.value;
  if (!room) return <Refusal refusal={asked.refusal} />;
  const ids = { patientId, visitId, procedureId };
  return (
    <div className={styles.room}>
      <h1 className={styles.words}>We will not do this part today.</h1>
      <p className={styles.care}>We will explain, and look after you now.</p>
      {told && (
        <Why
          room={room}
          onCulture={() => go({ name: "order", ...ids })}
          onFurther={() => go({ name: "further", ...ids })}
        />
      )}
      <Refusal refusal={end.refusal} />
      <div className={styles.acts}>
        <Button size="room" keys="w" pressed={told} onPress={() => setTold(!told)}>
          {told ? "Hide why" : "Why, and what to do now"}
        </Button>
        <Button size="room" onPress={() => go({ name: "check-in", ...ids })}>
          {room.vitalsSince || !room.ended ? "Vital signs" : "Measure again"}
        </Button>
        {room.ended && (
          <Button size="room" onPress={() => go({ name: "exam", ...ids })}>
            Findings
          </Button>
        )}
        {room.ended ? (
          <Button size="room" variant="primary" keys="mod+Enter" onPress={() => go({ name: "collection", ...ids })}>
            {room.kept.length > 0 ? "To what was collected" : "To the glasses"}
          </Button>
        ) : (
          <Button
            size="room"
            variant="primary"
            keys="mod+Enter"
            busy={end.busy}
            isDisabled={room.stopped.length === 0}
            onPress={() => void end.run(visitId)}
          >
            End the procedure here
          </Button>
        )}
      </div>
    </div>
  );
}

/** As it is said aloud; the code is what its label prints. */
const spoken = (role: string) => glassOf(role)?.words ?? glassCode(role);

type WhyProps = { room: StopRoom; onCulture: () => void; onFurther: () => void };

function Why({ room, onCulture, onFurther }: WhyProps) {
  const fired = room.stopped.flatMap((verdict) => verdict.fired.filter((one) => one.severity === "absolute"));
  const once = fired.filter((one, at) => fired.findIndex((other) => other.id === one.id) === at);
  const midstream = room.kept.find(isMidstream);
  const codes = (roles: string[]) => roles.map(glassCode).join(", ") || "nothing";
  return (
    <div className={styles.why}>
      <section aria-labelledby="fired">
        <h2 id="fired">
          <Meaning kind="stop" /> What stops it
        </h2>
        <ul>
          {once.map((one) => (
            <li key={one.id}>
              <strong>{one.reason}</strong>
              {one.evidence.map((line) => (
                <p key={line}>{line}</p>
              ))}
              <p className={styles.small}>
                {one.id} · {one.source}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="todo">
        <h2 id="todo">Do now</h2>
        <ol className={styles.todo}>
          {room.todo.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <dl className={styles.glasses}>
          <dt>Kept</dt>
          <dd>{codes([...room.kept, ...room.taken])}</dd>
          <dt>Cancelled</dt>
          <dd>{codes(room.cancelled)}</dd>
        </dl>
        <div className={styles.now}>
          {(room.asked.length > 0 || room.taken.length > 0) && (
            <Button size="room" keys="u" onPress={onFurther}>
              {room.asked.length > 0 ? `Take ${room.asked.map(spoken).join(" and ")} now` : "To what was taken"}
            </Button>
          )}
          {room.ended && midstream && (
            <Button size="room" onPress={onCulture}>
              {`Send ${glassCode(midstream)} as urine culture`}
            </Button>
          )}
        </div>
        {room.ended && <p className={styles.small}>Ended by {room.ended.by}; the findings stay valid.</p>}
      </section>
    </div>
  );
}
