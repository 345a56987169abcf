// What staff settle before the patient is given the screen, and the words of consent that several screens share.
import type {
  Beside,
  Capacity,
  ChaperoneAnswer,
  ConsentRoom,
  ConsentState,
  ConsentView,
  InterpreterKind,
  SpokenGroup,
  Tongue,
} from "../../practice";

/** The interpreter, before they have signed. */
export type PreparedInterpreter = {
  language: string;
  kind: InterpreterKind;
  name: string;
  family: boolean;
  minor: boolean;
};

/** What is said of a patient under 18. */
export type PreparedMinor = {
  kind: "guardian" | "mature";
  name: string;
  relation: string;
  assent: boolean | null;
  note: string;
  reason: string;
};

/** Kept as the draft of the visit's consent, so that the patient's screen finds it. */
export type Prepared = {
  textId: string | null;
  language: Tongue;
  /** Another language, into which an interpreter reads the English text; null when the text is in the patient's. */
  spoken: string | null;
  examinerId: string | null;
  /** Who could be present, if the patient wishes. */
  chaperoneId: string | null;
  chaperoneTrained: boolean | null;
  chaperoneRequired: boolean;
  /** Never assumed: null until somebody has said it. */
  capacity: Capacity | null;
  /** Who assessed it; whoever prepares, when nobody else is chosen. */
  assessedBy: string | null;
  minor: PreparedMinor | null;
  interpreter: PreparedInterpreter | null;
  traineeName: string;
  traineeRole: string;
  /** Who sees it signed; nobody has to. */
  witnessId: string | null;
};

export const UNPREPARED: Prepared = {
  textId: null,
  language: "en",
  spoken: null,
  examinerId: null,
  chaperoneId: null,
  chaperoneTrained: null,
  chaperoneRequired: false,
  capacity: null,
  assessedBy: null,
  minor: null,
  interpreter: null,
  traineeName: "",
  traineeRole: "",
  witnessId: null,
};

export type Gaps = Partial<Record<"capacity" | "trained" | "spoken" | "interpreter" | "minor" | "concurrence", string>>;

/** What staff still owe before the patient is given the screen: none of it can be asked of the patient there. */
export function owed(prepared: Prepared, room?: Pick<ConsentRoom, "minor" | "concurrence">): Gaps {
  const gaps: Gaps = {};
  const capacity = capacityGap(prepared.capacity);
  if (capacity) gaps.capacity = capacity;
  if (prepared.chaperoneId !== null && prepared.chaperoneTrained === null) {
    gaps.trained = "Say whether they are trained: the patient cannot.";
  }
  if (prepared.spoken !== null && prepared.spoken.trim() === "") {
    gaps.spoken = "Say which language the interpreter reads it out in.";
  }
  const interpreter = interpreterGap(prepared);
  if (interpreter) gaps.interpreter = interpreter;
  if (room?.minor) {
    const minor = minorGap(prepared.minor);
    if (minor) gaps.minor = minor;
    if (prepared.textId !== "dre" && !room.concurrence) {
      gaps.concurrence = "Before a massage or strokes under 18 a second clinician concurs.";
    }
  }
  return gaps;
}

function capacityGap(capacity: Capacity | null): string | null {
  if (capacity === null) return "Say whether the patient can decide.";
  if (capacity.capacity === "fluctuating" && capacity.presentNow.trim() === "") {
    return "Say why the patient can decide now.";
  }
  if (capacity.capacity !== "lacking") return null;
  const { name, basis, documentSeen } = capacity.representative;
  if (name.trim() === "") return "Say who decides for the patient.";
  return documentSeen || basis === "best-interests" ? null : "See the document first, then say that you saw it.";
}

function interpreterGap({ spoken, interpreter }: Prepared): string | null {
  if (interpreter === null) return spoken === null ? null : "Name the interpreter who reads it out.";
  if (interpreter.minor) return "Nobody under 18 may interpret; ask for another interpreter.";
  return interpreter.name.trim() === "" || interpreter.language.trim() === ""
    ? "Record the interpreter’s language and name or number."
    : null;
}

function minorGap(minor: PreparedMinor | null): string | null {
  if (minor === null) return "The patient is under 18: say who decides.";
  if (minor.kind === "guardian") {
    if (minor.name.trim() === "" || minor.relation.trim() === "") return "Name the guardian, and what they are.";
    if (minor.assent === null) return "Say whether the patient agrees as well.";
    if (!minor.assent) return "Without the patient’s own agreement it is not done today.";
  } else if (minor.note.trim() === "") return "Write what shows that the patient can decide alone.";
  return minor.reason.trim() === "" ? "Say why this is done before the patient is 18." : null;
}

/** Who signs, when it is not the patient. */
export function signer({ capacity, minor }: Prepared): string {
  if (capacity?.capacity === "lacking") return capacity.representative.name;
  return minor?.kind === "guardian" ? minor.name : "";
}

/** What only some consents have, as the practice takes it. */
export function beside(prepared: Prepared, choice: ChaperoneChoice, pointer: string | null): Beside {
  const { minor, witnessId } = prepared;
  const without = choice.wants === "declined" && !prepared.chaperoneRequired;
  return {
    assessedBy: prepared.assessedBy,
    minor: minor && {
      basis:
        minor.kind === "guardian"
          ? { kind: "guardian", name: minor.name, relation: minor.relation, assent: minor.assent === true }
          : { kind: "mature", note: minor.note },
      reason: minor.reason,
      withoutChaperone: without ? { byPatient: true, byGuardian: choice.guardianToo === true } : null,
    },
    witness: witnessId === null ? null : { staffId: witnessId, name: null, role: null },
    device: [pointer, navigator.platform].filter((part) => part).join(" on "),
  };
}

/** The draft's place; the practice deletes it with the consent that uses it. */
export const DRAFT = "consent";

/** What the patient answered to the offer of a chaperone. */
export type ChaperoneChoice = {
  wants: "accepted" | "declined" | null;
  staffId: string | null;
  trained: boolean | null;
  /** A guardian chooses too to go on without one. */
  guardianToo: boolean | null;
};

export const UNANSWERED: ChaperoneChoice = { wants: null, staffId: null, trained: null, guardianToo: null };

/** The two taps as the practice takes them; null until the question is answered in full. */
export function chaperoneAnswer(choice: ChaperoneChoice, prepared: Prepared): ChaperoneAnswer | null {
  if (choice.wants === null) return null;
  const needed = choice.wants === "accepted" || prepared.chaperoneRequired;
  if (needed && (choice.staffId === null || choice.trained === null)) return null;
  if (!needed && prepared.minor?.kind === "guardian" && choice.guardianToo === null) return null;
  const present = needed && choice.staffId !== null;
  return {
    offered: true,
    notOfferedBecause: null,
    response: choice.wants,
    preference: null,
    clinicianRequires: prepared.chaperoneRequired,
    present: present ? { staffId: choice.staffId, name: null, role: null, trained: choice.trained === true } : null,
    rebook: false,
  };
}

export const GROUPS: SpokenGroup[] = [
  "what-and-why",
  "risks-and-alternatives",
  "rights-and-chaperone",
  "questions-and-teach-back",
];

export const STATE_WORDS: Record<ConsentState, string> = {
  offered: "Asked, not answered",
  given: "Given",
  declined: "Declined",
  withdrawn: "Withdrawn",
  expired: "Run out",
};

/** A hash in groups that two people can compare aloud. */
export function readable(hash: string): string {
  return (hash.match(/.{1,8}/g) ?? []).join(" ");
}

/** The consent on which the newest word was said. */
export function newest(consents: ConsentView[]): ConsentView | undefined {
  return consents.at(-1);
}

/** How somebody agreed, in words. */
export function howAgreed(consent: ConsentView): string {
  const agreement = consent.given?.evidence.agreement;
  if (!agreement) return "";
  if (agreement.method === "drawn") return "signed";
  if (agreement.method === "typed") return "name typed on the screen";
  if (agreement.method === "paper-scanned") return "signed on paper";
  if (agreement.method === "verbal") return "in words";
  return `in words, heard by ${agreement.witness.name}`;
}
