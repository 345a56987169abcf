// An attempt to tell a patient something: what is typed of it, and how it is said in one line. Nothing is answered until a person answers.

export type ToldWay = "in-person" | "telephone" | "health-unit";
export type LetterWords = "tells-the-result" | "asks-to-call";
export type Identifier = "name" | "birth-date" | "mrn" | "accession";

/** What came of an attempt, as the practice takes it. */
export type TellingRequest =
  | {
      what: "told";
      by: ToldWay | null;
      identifiers: Identifier[];
      to: string | null;
      said: string;
      plan: string | null;
    }
  | { what: "not-reached"; messageLeft: boolean | null; note: string | null }
  | { what: "letter"; kind: LetterWords | null; said: string | null };

/** The form, whichever of the three it becomes. */
export type TellingTyped = {
  what: TellingRequest["what"];
  by: ToldWay | null;
  identifiers: Identifier[];
  to: string;
  said: string;
  plan: string;
  messageLeft: boolean | null;
  note: string;
  kind: LetterWords | null;
  letter: string;
};

export const BLANK_TELLING: TellingTyped = {
  what: "told",
  by: null,
  identifiers: [],
  to: "",
  said: "",
  plan: "",
  messageLeft: null,
  note: "",
  kind: null,
  letter: "",
};

/** The fields whose refusals stand in the form. */
export const TELLING_FIELDS = ["by", "identifiers", "to", "said", "plan", "messageLeft", "note", "kind"];

export function tellingRequest(typed: TellingTyped): TellingRequest {
  const words = (text: string) => (text.trim() === "" ? null : text);
  if (typed.what === "not-reached") {
    return { what: "not-reached", messageLeft: typed.messageLeft, note: words(typed.note) };
  }
  if (typed.what === "letter") return { what: "letter", kind: typed.kind, said: words(typed.letter) };
  const { by, identifiers, said } = typed;
  const to = by === "health-unit" ? words(typed.to) : null;
  return { what: "told", by, identifiers: by === "telephone" ? identifiers : [], to, said, plan: words(typed.plan) };
}

/** An attempt as it was kept. */
export type KeptTelling =
  | { what: "told"; by: ToldWay; identifiers: Identifier[]; to: string | null; said: string; plan: string | null }
  | { what: "not-reached"; messageLeft: boolean; note: string | null }
  | { what: "letter"; kind: LetterWords; said: string | null; file: string; addressed: boolean };

const NAMES: Record<Identifier, string> = {
  name: "name",
  "birth-date": "birth date",
  mrn: "clinic number",
  accession: "number of the set",
};

/** What came of an attempt, in one line. */
export function tellingWords(telling: KeptTelling): string {
  if (telling.what === "not-reached") {
    return `Not reached${telling.messageLeft ? ", a message was left" : ""}${telling.note ? `: ${telling.note}` : ""}`;
  }
  if (telling.what === "letter") {
    if (telling.kind === "asks-to-call") return `Letter that asks to call: ${telling.file}`;
    return `Letter with the result: ${telling.said ?? ""} (${telling.file})`;
  }
  const ways: Record<ToldWay, string> = {
    "in-person": "Told face to face",
    telephone: `Told by telephone (${telling.identifiers.map((one) => NAMES[one]).join(" and ")} asked)`,
    "health-unit": `Told through the health unit (${telling.to ?? "nobody named"})`,
  };
  return `${ways[telling.by]}: ${telling.said}${telling.plan ? `. Agreed: ${telling.plan}` : ""}`;
}
