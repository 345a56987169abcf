// Words of a critical result as people read them.
import { type KeptTelling, type MeaningKind, tellingWords } from "../../parts";
import type { CriticalAction, CriticalStage, CriticalTime, StoredStep } from "../../practice";

export const STAGES: Record<CriticalStage, string> = {
  "tell-urologist": "Tell the urologist",
  "reach-patient": "Reach the patient",
  closed: "Closed",
};

export const TIMES: Record<CriticalTime, MeaningKind> = { running: "note", soon: "override", late: "stop" };

export const ACTIONS: { value: CriticalAction; label: string; tone?: "note" | "stop" }[] = [
  { value: "emergency", label: "To an emergency department", tone: "stop" },
  { value: "come-today", label: "Comes today", tone: "note" },
  { value: "treat", label: "Treatment" },
  { value: "repeat", label: "Take it again" },
  { value: "nothing", label: "Nothing more" },
];

/** What was done, in one line. */
export function stepWords({ step }: StoredStep): string {
  if (step.step === "patient") return tellingWords(step.telling as KeptTelling);
  const action = ACTIONS.find((one) => one.value === step.action)?.label ?? step.action;
  return `${step.urologist} told. ${action}: ${step.words}`;
}

/** `12` as 12; anything that is no number as -1, which the practice refuses beside its field. */
export function minutes(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : -1;
}
