// Words of a call as people read them.
import type { MeaningKind } from "../../parts";
import type {
  CallReason,
  CallRoom,
  CallTime,
  CriticalStage,
  CriticalTime,
  ResultStage,
  StoredAttempt,
} from "../../practice";

export const REASONS: Record<CallReason, string> = {
  massage: "After the massage",
  "left-early": "Left before the check",
  "safety-stop": "Stopped for safety",
};

export const TIMES: Record<CallTime, { kind: MeaningKind; words: string }> = {
  waiting: { kind: "incomplete", words: "To come" },
  due: { kind: "note", words: "Due now" },
  overdue: { kind: "override", words: "Overdue" },
  "past-window": { kind: "stop", words: "After 72 hours" },
};

/** What came of an attempt, in one line. */
export function attemptWords({ attempt }: StoredAttempt): string {
  if (attempt.what === "not-reached") {
    return `not reached${attempt.messageLeft ? ", message left" : ""}${attempt.note ? `: ${attempt.note}` : ""}`;
  }
  if (attempt.what === "ended") return `given up: ${attempt.words}`;
  const { fever, chills, pain, urine, bleeding, bowel, other, advice, next } = attempt.answers;
  const said = [
    fever ? "fever" : "no fever",
    chills ? "chills" : "no chills",
    `pain ${pain}`,
    { usual: "urine as usual", weaker: "urine weaker", cannot: "cannot pass urine" }[urine],
    { none: "no bleeding", streak: "a streak of blood", heavy: "heavy bleeding" }[bleeding],
    bowel === "usual" ? "bowel as usual" : "bowel changed",
    ...(other ? [other] : []),
    ...(advice ? [`advised: ${advice}`] : []),
    { nothing: "nothing more", "call-again": "call again", "come-today": "comes today", emergency: "to emergency" }[
      next
    ],
  ];
  return `reached: ${said.join(", ")}`;
}

export const MESSAGE: Record<CallRoom["call"]["mayLeaveMessage"], string> = {
  yes: "A message may be left: “please call the clinic”, and nothing else.",
  no: "No message may be left.",
  unknown: "Nobody has asked whether a message may be left: leave none.",
};

export const STAGES: Record<ResultStage, string> = {
  awaited: "Overdue at the laboratory",
  "to-read": "To be read",
  "to-tell": "Patient to be told",
  closed: "Closed",
};

export const CRITICAL_STAGES: Record<CriticalStage, string> = {
  "tell-urologist": "Tell the urologist",
  "reach-patient": "Reach the patient",
  closed: "Closed",
};

export const CRITICAL_TIMES: Record<CriticalTime, { kind: MeaningKind; words: string }> = {
  running: { kind: "note", words: "Now" },
  soon: { kind: "override", words: "Half the time is over" },
  late: { kind: "stop", words: "Late" },
};
