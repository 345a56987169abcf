// The day around one visit: what is booked and by whom referred, the sheet before it and the letter after it; here it is cancelled, or nobody came.
import { useState } from "react";
import {
  Button,
  CancelVisit,
  capitals,
  kindWords,
  PageHead,
  Refusal,
  shortDate,
  statusWords,
  useBack,
  useGo,
  usePlace,
} from "../../parts";
import { type CancelledBy, useAct, useAsk, type VisitRoom } from "../../practice";
import { Letter } from "./Letter";
import { Preparation } from "./Preparation";
import { Referrer } from "./Referrer";
import styles from "./visit.module.css";

export function Visit() {
  const { visitId = "" } = usePlace();
  const asked = useAsk("visitRoom", visitId);
  return asked.value ? <OneVisit room={asked.value} /> : <Refusal refusal={asked.refusal} />;
}

function OneVisit({ room }: { room: VisitRoom }) {
  const { visitId, procedureId, date, time, kind, status } = room.visit;
  const patientId = room.patient.patientId;
  const go = useGo();
  const back = useBack();
  const arrive = useAct("arrive", { chart: true });
  const missed = useAct("didNotCome", { chart: true });
  const cancel = useAct("cancelVisit", { chart: true });
  const [cancelling, setCancelling] = useState(false);
  const when = `${shortDate(date)}, ${time.slice(0, 5)}`;
  const callOff = async (by: CancelledBy | null, reason: string) => {
    if ((await cancel.run({ visitId, by, reason })) !== undefined) setCancelling(false);
  };
  const ask = () => go({ name: "check-in", patientId, visitId, procedureId });
  return (
    <div className={styles.page}>
      <PageHead
        title="Visit"
        sub={`${kindWords(kind)} · ${when} · ${statusWords(status)}`}
        {...(room.mayArrive
          ? {
              primary: {
                label: status === "no-show" ? "Came after all" : "Record arrival",
                keys: "mod+Enter",
                busy: arrive.busy,
                onPress: () => void arrive.run(visitId),
              },
            }
          : {})}
      >
        <Button variant="quiet" keys="Escape" onPress={back}>
          Back
        </Button>
        {room.mayPrepare && (
          <Button keys="q" onPress={ask}>
            Ask beforehand
          </Button>
        )}
        {room.mayMiss && (
          <Button keys="d" busy={missed.busy} onPress={() => void missed.run(visitId)}>
            Did not come
          </Button>
        )}
        {room.mayCancel && (
          <Button
            keys="c"
            onPress={() => {
              cancel.forget();
              setCancelling(true);
            }}
          >
            Cancel the visit
          </Button>
        )}
      </PageHead>
      <Refusal refusal={arrive.refusal ?? missed.refusal} />
      <div className={styles.halves}>
        <div className={styles.half}>
          <Booked room={room} when={when} />
          <Referrer room={room} />
          <Letter room={room} />
        </div>
        <Preparation room={room} />
      </div>
      {cancelling && (
        <CancelVisit
          visit={`${capitals(room.patient.family)}, ${room.patient.given} · ${kindWords(kind)}, ${when}`}
          busy={cancel.busy}
          refusal={cancel.refusal}
          onCancel={(by, reason) => void callOff(by, reason)}
          onClose={() => setCancelling(false)}
        />
      )}
    </div>
  );
}

function Booked({ room, when }: { room: VisitRoom; when: string }) {
  const { visit } = room;
  const facts: [string, string | null][] = [
    ["What", kindWords(visit.kind)],
    ["Why", room.indication],
    ["When", when],
    ["Stands", statusWords(visit.status)],
    [visit.status === "cancelled" ? "Called off" : "Came", visit.calledOff],
    ["Referred by", room.referrer?.name ?? null],
    ["Post goes to", room.patient.postAddress],
  ];
  return (
    <section aria-labelledby="booked">
      <h2 id="booked">Booked</h2>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
