// What staff settle before the patient is given the screen, and the words of consent that several screens share.
import type { Capacity, ChaperoneAnswer, ConsentState, ConsentView, Interpreter, SpokenGroup } from "../../practice";

/** Kept as the draft of the visit's consent, so that the patient's screen finds it. */
export type Prepared = {
  textId: string | null;
  examinerId: string | null;
  /** Who could be present, if the patient wishes. */
  chaperoneId: string | null;
  chaperoneTrained: boolean | null;
  chaperoneRequired: boolean;
  /** Never assumed: null until somebody has said it. */
  capacity: Capacity | null;
  interpreter: Interpreter | null;
  traineeName: string;
  traineeRole: string;
};

export const UNPREPARED: Prepared = {
  textId: null,
  examinerId: null,
  chaperoneId: null,
  chaperoneTrained: null,
  chaperoneRequired: false,
  capacity: null,
  interpreter: null,
  traineeName: "",
  traineeRole: "",
};

/** What staff still owe before the patient is given the screen: none of it can be asked of the patient there. */
export function owed(prepared: Prepared): { capacity?: string; trained?: string } {
  const { capacity } = prepared;
  const undecided =
    capacity === null
      ? "Say whether the patient can decide."
      : capacity.capacity === "fluctuating" && capacity.presentNow.trim() === ""
        ? "Say why the patient can decide now."
        : capacity.capacity === "lacking" && capacity.representative.name.trim() === ""
          ? "Say who decides for the patient."
          : null;
  return {
    ...(undecided ? { capacity: undecided } : {}),
    ...(prepared.chaperoneId !== null && prepared.chaperoneTrained === null
      ? { trained: "Say whether they are trained: the patient cannot." }
      : {}),
  };
}

/** The draft's place; the practice deletes it with the consent that uses it. */
export const DRAFT = "consent";

/** What the patient answered to the offer of a chaperone. */
export type ChaperoneChoice = {
  wants: "accepted" | "declined" | null;
  staffId: string | null;
  trained: boolean | null;
};

/** The two taps as the practice takes them; null until the question is answered in full. */
export function chaperoneAnswer(choice: ChaperoneChoice, prepared: Prepared): ChaperoneAnswer | null {
  if (choice.wants === null) return null;
  const needed = choice.wants === "accepted" || prepared.chaperoneRequired;
  if (needed && (choice.staffId === null || choice.trained === null)) return null;
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
  if (agreement.method === "verbal") return "in words";
  return `in words, heard by ${agreement.witness.name}`;
}
