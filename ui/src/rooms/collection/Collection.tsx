// The procedure room: glasses in order, one thing to do now, clocks that run; a scan anywhere verifies a tube.
import { useEffect } from "react";
import { chirp, isAccession, LEAVE_FIRST, Refusal, Timer, useHold, useNotify, usePlace, useScanner } from "../../parts";
import { type CollectionView, useAct, useAsk } from "../../practice";
import { AfterMassage } from "./AfterMassage";
import styles from "./collection.module.css";
import { Dipstick } from "./Dipstick";
import { Ended } from "./Ended";
import { FirstUrines } from "./FirstUrines";
import { GlassTile } from "./GlassTile";
import { Interrupted } from "./Interrupted";
import { LongMassage } from "./LongMassage";
import { Massage } from "./Massage";
import { PatientLeft } from "./PatientLeft";
import { Verify } from "./Verify";
import { stepWords, urineAfter } from "./words";

const CLOCKS: Record<string, string> = {
  vitals: "since the vital signs",
  "midstream-to-massage": "since the midstream urine",
  massage: "massage",
  "massage-to-urine": "since the last stroke",
  "strokes-to-urine": "since the strokes",
};

export function Collection() {
  const { procedureId = "" } = usePlace();
  const asked = useAsk("collection", procedureId);
  const print = useAct("printLabels", { inTurn: true });
  const verify = useAct("verifyLabel");
  const notify = useNotify();
  const view = asked.value;

  // A label goes to its printer once it is issued, also while another one prints, and the next glass does not wait for it.
  const unsent = view?.glasses
    .filter((glass) => glass.label?.status === "unverified" && glass.label.prints.length === 0)
    .map((glass) => glass.specimenId)
    .join(" ");
  const { run: send } = print;
  useEffect(() => {
    if (unsent) void send(procedureId);
  }, [unsent, send, procedureId]);

  const { refusal: unread } = verify;
  useEffect(() => {
    if (!unread) return;
    chirp();
    notify("refused", unread.message);
  }, [unread, notify]);
  useScanner((code) => {
    if (!isAccession(code)) return false;
    void verify.run({ procedureId, specimenId: null, read: code, how: "scan" });
    return true;
  });

  const atWork = view && view.step !== "finished" && view.step !== "massaging";
  useHold(atWork ? LEAVE_FIRST : null);

  if (!view) return <Refusal refusal={asked.refusal} />;
  // The most urgent clock is the last that started. What nobody saw through to its end is not counted on.
  const clock = view.interruption ? undefined : view.timers.at(-1);
  return (
    <div className={styles.room}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.step}>{stepWords(view)}</h1>
          {view.step === "first-urines" && (
            <p className={styles.hint}>
              Collected by the patient, received by you.
              {urineAfter(view) && ` Keep urine for ${urineAfter(view)}.`}
            </p>
          )}
        </div>
        {clock && (
          <Timer
            key={clock.timer}
            size="room"
            label={CLOCKS[clock.timer] ?? clock.timer}
            from={clock.since}
            amber={clock.amberSeconds}
            {...(clock.redSeconds === null ? {} : { red: clock.redSeconds })}
          />
        )}
      </header>
      <ol className={styles.tiles} aria-label="Glasses">
        {view.glasses.map((glass) => (
          <GlassTile key={glass.role} glass={glass} view={view} />
        ))}
      </ol>
      <Refusal refusal={print.refusal} />
      <Now view={view} />
      <LongMassage view={view} />
      <Dipstick view={view} />
      <div className={styles.foot}>
        <Verify view={view} />
        <PatientLeft view={view} />
      </div>
    </div>
  );
}

/** The one thing to do now. */
function Now({ view }: { view: CollectionView }) {
  if (view.interruption) return <Interrupted view={view} interruption={view.interruption} />;
  switch (view.step) {
    case "first-urines":
      return <FirstUrines key={view.glasses.map((glass) => glass.status).join()} view={view} />;
    case "gate":
    case "massage":
    case "massaging":
      return <Massage view={view} />;
    case "secretion":
    case "urine-after":
      return <AfterMassage view={view} />;
    case "finish":
    case "finished":
      return <Ended view={view} />;
  }
}
