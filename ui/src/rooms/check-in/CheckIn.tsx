// Check-in on one page: temperature first, the eight symptoms, the history in groups; the verdict builds up at the side.
import { useEffect, useState } from "react";
import {
  Button,
  endsTheAct,
  Meaning,
  PageHead,
  Refusal,
  type RefusalWords,
  useBack,
  useGo,
  usePlace,
  VerdictList,
  type VerdictWords,
} from "../../parts";
import {
  type GiveAnswers,
  type MeasureVitals,
  type Refusal as Refused,
  type SecondPerson,
  useAct,
  useAsk,
  useDraft,
} from "../../practice";
import styles from "./check-in.module.css";
import { Questions } from "./Questions";
import { SetRight } from "./SetRight";
import type { Typing } from "./typing";
import { Vitals } from "./Vitals";

/** What was refused because an earlier entry is changed by it, kept until the reason and the second person are there. */
type Waiting = { answers: GiveAnswers } | { vitals: MeasureVitals };

export function CheckIn() {
  const { visitId = "", patientId = "", procedureId = "" } = usePlace();
  const go = useGo();
  const back = useBack();
  const asked = useAsk("checkIn", visitId);
  const give = useAct("giveAnswers", { inTurn: true });
  const measure = useAct("measureVitals");
  const unchanged = useAct("confirmUnchanged");
  const close = useAct("closeCheckIn");
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const draft = useDraft<Typing>("check-in", visitId, {});
  const [pressed, setPressed] = useState(false);
  const [correcting, setCorrecting] = useState<Refused | null>(null);
  const refusal = waiting && ("answers" in waiting ? give.refusal : measure.refusal);
  // Stands until it is settled or left: what was typed into it outlives the next refusal.
  useEffect(() => {
    if (waiting === null) setCorrecting(null);
    else if (refusal && isCorrection(refusal.code)) setCorrecting(refusal);
  }, [waiting, refusal]);
  const room = asked.value;
  if (!room) return <Refusal refusal={asked.refusal} />;

  const answer = async (request: GiveAnswers) => {
    const given = await give.run(request);
    setWaiting(given ? null : { answers: request });
    return given !== undefined;
  };
  const take = async (request: MeasureVitals) => {
    const taken = await measure.run(request);
    setWaiting(taken ? null : { vitals: request });
    return taken !== undefined;
  };
  const again = (reason: string, second: SecondPerson | null) => {
    if (waiting && "answers" in waiting) void answer({ ...waiting.answers, reason, second });
    else if (waiting) void take({ ...waiting.vitals, confirmed: true, reason, second });
  };
  const ids = { patientId, visitId, procedureId };
  const stopped = room.verdicts.acts.some(endsTheAct);
  const closed = room.checkIn !== null;
  // At booking only history is asked; a stop shows and hinders nothing, for nothing is done to the body yet.
  const early = room.visitStatus === "booked";
  const questions = room.items.filter((item) => item.askedOf !== "urologist" && (!early || item.early));
  // What is typed and not kept answers nothing: nobody closes over it.
  const unkept = room.items.filter((item) => draft.value[item.id]).map((item) => item.question);
  const shut = () => {
    setPressed(true);
    if (unkept.length === 0) void close.run(visitId);
  };
  const next = early
    ? { label: "Back to the visit", onPress: () => go({ name: "visit", ...ids }) }
    : stopped
      ? { label: "Open the stop screen", onPress: () => go({ name: "stop", ...ids }) }
      : closed
        ? { label: "On to consent", onPress: () => go({ name: "consent", ...ids }) }
        : { label: "Close check-in", busy: close.busy, onPress: shut };
  return (
    <div className={styles.page}>
      <PageHead
        title={early ? "Before the visit" : "Check-in"}
        sub={
          early
            ? "History that can be asked at booking. At check-in each answer is confirmed, or asked again by its age."
            : closed
              ? `Closed by ${room.checkIn?.name}`
              : "Each answer is kept as it is given."
        }
        primary={{ ...next, keys: "mod+Enter" }}
      >
        {stopped && !closed && !early && (
          <Button busy={close.busy} onPress={shut}>
            Close check-in
          </Button>
        )}
        {!early && (
          <Button keys="u" onPress={() => go({ name: "further", ...ids })}>
            Blood and urine beside the glasses
          </Button>
        )}
        <Button variant="quiet" keys="Escape" onPress={back}>
          Back
        </Button>
      </PageHead>
      <Refusal refusal={pressed && unkept.length > 0 ? notKept(unkept) : null} />
      <Refusal
        refusal={close.refusal ?? unchanged.refusal ?? (correcting ? null : give.refusal)}
        shownFields={room.items.map(({ id }) => id)}
      />
      <div className={styles.columns}>
        <div className={styles.asked}>
          {!early && (
            <Vitals room={room} refusal={correcting ? null : measure.refusal} onTake={take} onForget={measure.forget} />
          )}
          <Questions
            draft={draft}
            items={questions}
            refusal={correcting ? null : give.refusal}
            onAnswer={(answers) => answer({ visitId, answers, reason: null, second: null })}
            onUnchanged={(items) => void unchanged.run(visitId, items)}
          />
        </div>
        <aside className={styles.side}>
          {early && <Warned stopped={stopped} />}
          <VerdictList
            verdicts={early ? room.verdicts.acts.map(soFar) : room.verdicts.acts}
            version={room.verdicts.contentVersion}
          />
        </aside>
      </div>
      {correcting && (
        <SetRight
          refusal={correcting}
          singleHanded={room.singleHanded}
          onClose={() => setWaiting(null)}
          onSettle={again}
        />
      )}
    </div>
  );
}

/** What stands against it so far; what is not yet asked is not missing. */
const soFar = (verdict: VerdictWords): VerdictWords => ({ ...verdict, missing: [] });

/** Booking is no act on the body: what would stop one is told early, and judged again on the day. */
function Warned({ stopped }: { stopped: boolean }) {
  if (!stopped) return null;
  return (
    <p className={styles.warned} role="status">
      <Meaning kind="stop" size="small" words="Would stop" />
      <span>This stops the act on the day as things stand. The booking stays; tell the urologist before then.</span>
    </p>
  );
}

function notKept(questions: string[]): RefusalWords {
  const message = `Not kept yet: ${questions.join("; ")}. Press the button beside it, or answer again.`;
  return { message, fields: [], incident: null };
}

function isCorrection(code: string): boolean {
  return code.startsWith("correction-") || code === "passphrase-wrong" || code === "not-permitted";
}
