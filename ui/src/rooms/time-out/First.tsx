// What is settled first, each in one tap: blood for a PSA that the examination would raise, and a baseline blood pressure.
import { Button, Choice, Refusal, useGo, usePlace } from "../../parts";
import { type Said, type TimeOutRoom, useAct } from "../../practice";
import styles from "./time-out.module.css";

const BLOOD: { value: Said; label: string }[] = [
  { value: "drawn", label: "Drawn now" },
  { value: "not-drawn", label: "Not drawn" },
  { value: "deferred", label: "PSA put off" },
];

export function First({ room }: { room: TimeOutRoom }) {
  const { visitId = "", patientId = "", procedureId = "" } = usePlace();
  const go = useGo();
  const give = useAct("giveAnswers", { inTurn: true });
  const fired = new Set(room.verdicts.acts.flatMap((verdict) => verdict.fired.map(({ id }) => id)));
  const blood = room.items.find((item) => item.id === "psa-blood");
  const reply = blood?.answer?.fresh ? blood.answer.reply : null;
  const said = reply && "said" in reply ? (reply.said ?? null) : null;
  if (!blood && !fired.has("C10")) return null;
  const say = (word: Said) => {
    const answer = { item: "psa-blood", said: word, value: null, unit: null, detail: null, stated: "singly" as const };
    void give.run({ visitId, answers: [answer], reason: null, second: null });
  };
  return (
    <section className={styles.override} aria-labelledby="first">
      <h2 id="first">First</h2>
      {fired.has("C10") && (
        <Button size="room" onPress={() => go({ name: "check-in", patientId, visitId, procedureId })}>
          Measure the blood pressure
        </Button>
      )}
      {blood && <Choice label="Blood for PSA" size="arm" value={said} options={BLOOD} onChange={say} />}
      {blood && (
        <Button onPress={() => go({ name: "further", patientId, visitId, procedureId })}>Label the tube for PSA</Button>
      )}
      <Refusal refusal={give.refusal} />
    </section>
  );
}
