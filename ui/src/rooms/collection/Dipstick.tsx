// The dipstick of the midstream urine, for clinics that dip: one row before the massage, and the rules read it at once.
import { Button, Choice, glassCode, isMidstream, Refusal, useGo } from "../../parts";
import { type CollectionView, useAct } from "../../practice";
import styles from "./collection.module.css";

type Read = "negative" | "positive";
const PADS = [
  { field: "nitrite", item: "dipstick-nitrite", label: "Nitrite" },
  { field: "leukocytes", item: "dipstick-leukocytes", label: "Leukocytes" },
] as const;

export function Dipstick({ view }: { view: CollectionView }) {
  const go = useGo();
  const give = useAct("giveAnswers", { inTurn: true });
  const { dipstick, patientId, visitId, procedureId } = view;
  const midstream = view.glasses.find((glass) => isMidstream(glass.role));
  if (!dipstick || !midstream) return null;
  const code = glassCode(midstream.role);
  const say = (item: string, read: Read) => {
    const said = read === "positive" ? ("yes" as const) : ("no" as const);
    const answers = [{ item, said, value: null, unit: null, detail: null, stated: "singly" as const }];
    void give.run({ visitId, answers, reason: null, second: null });
  };
  return (
    <section className={styles.dipstick} aria-label={`Dipstick of ${code}`}>
      <h2 className={styles.because}>Dipstick, if done</h2>
      {PADS.map(({ field, item, label }) => {
        const positive = dipstick[field];
        return (
          <div key={item} className={styles.pad}>
            <span className={styles.hint} aria-hidden>
              {label}
            </span>
            <Choice<Read>
              size="room"
              hideLabel
              label={`${label}, dipstick of ${code}`}
              value={positive === null ? null : positive ? "positive" : "negative"}
              options={[
                { value: "negative", label: "Negative" },
                { value: "positive", label: "Positive", tone: "note" },
              ]}
              onChange={(read) => say(item, read)}
            />
          </div>
        );
      })}
      {give.refusal && (
        <>
          <Refusal refusal={give.refusal} />
          <Button size="room" onPress={() => go({ name: "check-in", patientId, visitId, procedureId })}>
            Put it right at check-in
          </Button>
        </>
      )}
    </section>
  );
}
