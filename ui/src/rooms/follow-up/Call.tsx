// One call on one screen: whom to ask for, the six questions in the order in which they are asked, and what follows.
import { Phone, PhoneMissed } from "lucide-react";
import { useState } from "react";
import {
  Button,
  Choice,
  dateAndClock,
  Meaning,
  PageHead,
  Refusal,
  refusalOf,
  TextField,
  useGo,
  usePlace,
  YesOrNo,
} from "../../parts";
import { type CallRoom, type TypedAttempt, useAct, useAsk, useDraft } from "../../practice";
import styles from "./follow-up.module.css";
import { Missed } from "./Missed";
import { attemptWords, MESSAGE, REASONS, TIMES } from "./words";

type Reached = Omit<Extract<TypedAttempt, { what: "reached" }>, "what">;

const EMPTY: Reached = {
  identified: false,
  fever: null,
  chills: null,
  pain: "",
  urine: null,
  bleeding: null,
  bowel: null,
  other: null,
  advice: null,
  next: null,
};

export function Call() {
  const { visitId = "" } = usePlace();
  const asked = useAsk("call", visitId);
  const room = asked.value;
  return room ? <Script room={room} /> : <Refusal refusal={asked.refusal} />;
}

function Script({ room }: { room: CallRoom }) {
  const { call, patient } = room;
  const go = useGo();
  const log = useAct("logCall");
  const draft = useDraft<Reached>("call", call.visitId, EMPTY);
  const [missed, setMissed] = useState(false);
  const said = draft.value;
  const set = (next: Partial<Reached>) => draft.set((now) => ({ ...now, ...next }));
  const refused = (field: string) => refusalOf(log.refusal, field);
  const keep = async () => {
    const attempt: TypedAttempt = { what: "reached", ...said };
    if (await log.run({ visitId: call.visitId, attempt })) go({ name: "follow-up" });
  };
  const number = call.reach ?? patient.phone;
  return (
    <div className={styles.page}>
      <PageHead
        title="Call"
        sub={`${REASONS[call.reason]} · between ${dateAndClock(call.from)} and ${dateAndClock(call.until)}`}
        savedAt={draft.savedAt}
        {...(call.over
          ? {}
          : {
              primary: {
                label: "Keep the answers",
                icon: Phone,
                keys: "mod+Enter",
                busy: log.busy,
                onPress: () => void keep(),
              },
            })}
      >
        <Button
          keys="e"
          onPress={() => go({ name: "adverse-event", patientId: patient.patientId, visitId: call.visitId })}
        >
          Adverse event
        </Button>
        {!call.over && (
          <Button icon={PhoneMissed} keys="m" onPress={() => setMissed(true)}>
            Not reached
          </Button>
        )}
      </PageHead>
      <p className={styles.number}>
        <Meaning {...TIMES[call.time]} size="small" />
        <strong>
          {patient.underCustody ? `Health unit: ${number ?? "no number"}` : (number ?? "No number is known")}
        </strong>
        <span className={styles.small}>
          {MESSAGE[call.mayLeaveMessage]}
          {room.sheetLanguage && ` Sheet in ${room.sheetLanguage}.`}
        </span>
      </p>
      <Refusal refusal={log.refusal} shownFields={Object.keys(EMPTY)} />
      {!call.over && (
        <div className={styles.script}>
          <div className={styles.wide}>
            <Button keys="i" pressed={said.identified} onPress={() => set({ identified: !said.identified })}>
              Name and birth date said, both right
            </Button>
            {refused("identified") && (
              <p className={styles.refused} role="alert">
                {refused("identified")}
              </p>
            )}
          </div>
          <YesOrNo
            label="Fever, felt or measured"
            alarming="yes"
            value={said.fever}
            onChange={(fever) => set({ fever })}
            refusal={refused("fever")}
          />
          <YesOrNo
            label="Shaking chills"
            alarming="yes"
            value={said.chills}
            onChange={(chills) => set({ chills })}
            refusal={refused("chills")}
          />
          <TextField
            label="Pain now"
            unit="0 to 10"
            inputMode="numeric"
            value={said.pain}
            onChange={(pain) => set({ pain })}
            refusal={refused("pain")}
          />
          <Choice
            label="Passing urine"
            value={said.urine}
            options={[
              { value: "usual", label: "As usual" },
              { value: "weaker", label: "Weaker or painful" },
              { value: "cannot", label: "Cannot", tone: "stop" },
            ]}
            onChange={(urine) => set({ urine })}
            refusal={refused("urine")}
          />
          <Choice
            label="Bleeding"
            value={said.bleeding}
            options={[
              { value: "none", label: "None" },
              { value: "streak", label: "A streak" },
              { value: "heavy", label: "Heavy, lasting, clots", tone: "stop" },
            ]}
            onChange={(bleeding) => set({ bleeding })}
            refusal={refused("bleeding")}
          />
          <Choice
            label="Bowel"
            value={said.bowel}
            options={[
              { value: "usual", label: "As usual" },
              { value: "changed", label: "Pain or changed", tone: "note" },
            ]}
            onChange={(bowel) => set({ bowel })}
            refusal={refused("bowel")}
          />
          <TextField
            label="Anything else"
            optional
            value={said.other ?? ""}
            onChange={(other) => set({ other })}
            refusal={refused("other")}
          />
          <TextField
            label="What was advised"
            optional
            value={said.advice ?? ""}
            onChange={(advice) => set({ advice })}
            refusal={refused("advice")}
          />
          <div className={styles.wide}>
            <Choice
              label="What follows"
              value={said.next}
              options={[
                { value: "nothing", label: "Nothing more" },
                { value: "call-again", label: "Call again" },
                { value: "come-today", label: "Comes today", tone: "note" },
                { value: "emergency", label: "To an emergency department", tone: "stop" },
              ]}
              onChange={(next) => set({ next })}
              refusal={refused("next")}
            />
          </div>
        </div>
      )}
      {room.attempts.length > 0 && (
        <section aria-labelledby="attempts">
          <h2 id="attempts">Attempts</h2>
          <ol className={styles.attempts}>
            {room.attempts.map((made) => (
              <li key={made.at}>
                <strong>{dateAndClock(made.at)}</strong> {attemptWords(made)}{" "}
                <span className={styles.small}>{made.by}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {missed && <Missed room={room} onClose={() => setMissed(false)} />}
    </div>
  );
}
