// Words of the practice as people read them on screens.

const KINDS: Record<string, string> = {
  dre: "DRE",
  eps: "EPS",
  "four-glass": "Four-glass test",
  "two-glass": "Two-glass test (PPMT)",
  "post-dre-urine": "Post-DRE urine",
};

const SHORT: Record<string, string> = { ...KINDS, "four-glass": "Four-glass", "two-glass": "Two-glass" };

const ACTS: Record<string, string> = { dre: "DRE", mas: "Massage", pdu: "Strokes" };

const STATUSES: Record<string, string> = {
  booked: "booked",
  arrived: "arrived",
  "in-room": "in room",
  done: "done",
  "left-early": "left early",
  "no-show": "did not come",
  cancelled: "cancelled",
  "entered-in-error": "entered in error",
};

const CONSENTS: Record<string, string> = {
  offered: "consent offered",
  given: "consent given",
  declined: "declines",
  withdrawn: "consent withdrawn",
  expired: "consent expired",
};

const NEXT: Record<string, string> = {
  arrive: "Record arrival",
  "came-after-all": "Came after all",
  "check-in": "Check in",
  consent: "Consent",
  "time-out": "Time-out",
  exam: "Exam",
  collection: "Collect",
  "verify-labels": "Verify labels",
  close: "Close the visit",
  order: "Send order",
  sign: "Read and sign",
  held: "Send or discard?",
  stop: "See the stop",
  nothing: "",
};

const NO_GLASS: Record<string, string> = {
  "cannot-void": "Cannot void",
  "missed-cup": "Missed the cup",
  declined: "Declined",
  stopped: "Stopped",
  left: "Patient left",
  spilled: "Spilled",
  dry: "No secretion",
  "safety-stop": "Stopped for safety",
};

const STOP_REASONS: Record<string, string> = {
  "patient-asked": "Patient asked",
  pain: "Pain 7 or more",
  bleeding: "Blood",
  "gland-not-reached": "Not reached",
  faintness: "Faint",
  "systolic-rise": "Systolic +20",
  tender: "Gland now very tender",
  equipment: "Equipment",
  other: "Other",
};

const DISCARDED: Record<string, string> = {
  broken: "Broken",
  spilled: "Spilled",
  contaminated: "Contaminated",
  "wrong-tube": "Wrong tube",
  "wrong-patient": "Another patient’s name",
  "consent-withdrawn": "Consent withdrawn",
};

/** Why a tube was thrown away. */
export const discardWords = (reason: string): string => DISCARDED[reason] ?? reason;
/** Why a glass does not exist. */
export const noGlassWords = (reason: string): string => NO_GLASS[reason] ?? reason;
/** Why a massage was broken off. */
export const stopReasonWords = (reason: string): string => STOP_REASONS[reason] ?? reason;
/** The reasons that can be this glass's; a stop for safety is the rules' own word. */
export function reasonsForGlass(role: string): string[] {
  if (role === "eps") return ["dry", "declined", "stopped", "left", "spilled"];
  return ["cannot-void", "missed-cup", "declined", "stopped", "left", "spilled"];
}
/** A family name in capitals; ß keeps its one letter, so that GROẞE and GROSSE stay two names. */
export const capitals = (family: string): string => family.replaceAll("ß", "ẞ").toLocaleUpperCase("en-GB");
/** The procedure as people say it. */
export const kindWords = (kind: string): string => KINDS[kind] ?? kind;
/** The same where space is short. */
export const shortKind = (kind: string): string => SHORT[kind] ?? kind;
/** The act on the body that a traffic light is about. */
export const actWords = (act: string): string => ACTS[act] ?? act;
/** Who called a visit off. */
export const cancelledWords = (by: string): string => `by the ${by}`;
/** How far a visit has come. */
export const statusWords = (status: string): string => STATUSES[status] ?? status;
/** How the consent stands. */
export const consentWords = (state: string): string => CONSENTS[state] ?? state;
/** The next act, as its button says it; empty when there is none. */
export const nextWords = (next: string): string => NEXT[next] ?? next;
