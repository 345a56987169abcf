// The massage: one large button that starts and stops, the seconds, and the reasons to stop always in reach.
import { Play, Square } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, Meaning, meaningOf, Refusal, refusalOf, TextField, useGo, useHold } from "../../parts";
import { type CollectionView, type StopReason, useAct, useHatch } from "../../practice";
import styles from "./collection.module.css";
import { isCleared, STOP_REASONS } from "./words";

/** The pulse of a running massage: after a crash it says until when the station was alive. */
const PULSE_MS = 2000;

/** A massage takes a minute and brings out fluid; the strokes before a post-DRE urine are three on either side. */
const WORDS = {
  mas: {
    name: "Massage",
    start: "Start the massage",
    stop: "Stop: massage complete",
    hold: "A massage is running. Stop it first, then scan again.",
  },
  pdu: {
    name: "Strokes",
    start: "Start the strokes",
    stop: "Strokes done",
    hold: "The strokes are running. Stop them first, then scan again.",
  },
};

export function Massage({ view }: { view: CollectionView }) {
  const go = useGo();
  const start = useAct("startMassage");
  const stop = useAct("stopMassage");
  const [strokes, setStrokes] = useState({ right: 0, left: 0 });
  const [why, setWhy] = useState("");
  const { procedureId, patientId, visitId } = view;
  const running = view.step === "massaging";
  usePulse(running, procedureId);
  const words = WORDS[view.act === "pdu" ? "pdu" : "mas"];
  useHold(running ? words.hold : null);
  const counted = strokes.right + strokes.left > 0 ? { ...strokes, ...(why ? { why } : {}) } : null;
  const unexplained = refusalOf(stop.refusal, "why");
  const end = async (reason: StopReason | null) => {
    const stopped = await stop.run({ procedureId, reason, strokes: counted });
    // A gland that became exquisitely tender is a stop of the rules: its screen opens at once.
    if (stopped?.procedureStatus === "aborted-safety") go({ name: "stop", patientId, visitId, procedureId });
  };
  usePedal(running, () => void end(null));

  if (!running && !isCleared(view)) {
    const blocked = view.clearance.word === "blocked";
    // Agreed to an examination only: the massage is asked about here and now, and what was found stays.
    const [label, name] = view.clearance.asksConsent
      ? (["Ask for consent", "consent"] as const)
      : blocked
        ? (["Go to the stop", "stop"] as const)
        : (["Go to the examination", "exam"] as const);
    return (
      <section className={styles.now} aria-label={words.name}>
        <Meaning kind={meaningOf(view.clearance.word)} size="room" />
        <p className={styles.reason}>{view.clearance.reason}</p>
        <Button
          size="room"
          variant="primary"
          wide
          keys="mod+Enter"
          onPress={() => go({ name, patientId, visitId, procedureId })}
        >
          {label}
        </Button>
      </section>
    );
  }
  return (
    <section className={styles.now} aria-label={words.name}>
      {!unexplained && <Refusal refusal={start.refusal ?? stop.refusal} />}
      {view.clearance.reason && !running && <p className={styles.reason}>{view.clearance.reason}</p>}
      <div className={styles.line}>
        <Button
          size="room"
          variant={running ? "danger" : "primary"}
          icon={running ? Square : Play}
          wide
          keys="Space"
          busy={start.busy || stop.busy}
          onPress={() => void (running ? end(null) : start.run(procedureId))}
        >
          {running ? words.stop : words.start}
        </Button>
        {running &&
          (["right", "left"] as const).map((side) => (
            <Button
              key={side}
              size="room"
              words={`${side === "right" ? "R" : "L"} ${strokes[side]}: count a stroke, patient's ${side}`}
              keys={side === "right" ? "r" : "l"}
              hideKeys
              onPress={() => setStrokes((now) => ({ ...now, [side]: now[side] + 1 }))}
            >
              {`${side === "right" ? "R" : "L"} ${strokes[side]}`}
            </Button>
          ))}
      </div>
      {running && (unexplained || why) && (
        <TextField
          size="room"
          label="Why not three on either side"
          value={why}
          onChange={setWhy}
          refusal={unexplained}
        />
      )}
      {running && (
        <div className={styles.reasons}>
          <h3 className={styles.because}>Stop because</h3>
          {(Object.keys(STOP_REASONS) as StopReason[]).map((reason) => (
            <Button key={reason} size="room" onPress={() => void end(reason)}>
              {STOP_REASONS[reason]}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

/** Space, or the pedal that types it, stops a running massage wherever the focus is; Enter still presses what has it. */
function usePedal(running: boolean, onStop: () => void) {
  const latest = useRef(onStop);
  latest.current = onStop;
  useEffect(() => {
    if (!running) return;
    const pedal = (event: KeyboardEvent) => {
      if (event.key !== " " || event.repeat || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener("keydown", pedal, { capture: true });
    return () => window.removeEventListener("keydown", pedal, { capture: true });
  }, [running]);
}

function usePulse(running: boolean, procedureId: string) {
  const hatch = useHatch();
  useEffect(() => {
    if (!running) return;
    const beat = () => {
      // A beat that is lost only makes the last sign of life two seconds older.
      hatch.saveDraft({ place: "massage", subject: procedureId, body: "{}" }).catch(() => {});
    };
    beat();
    const beating = setInterval(beat, PULSE_MS);
    return () => clearInterval(beating);
  }, [running, hatch, procedureId]);
}
