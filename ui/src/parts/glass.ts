// The identity of each glass: its code, what it holds, its shape with fill level, its colour. The same on tiles, boards, charts and the icon.

export type GlassRole =
  | "vb1"
  | "vb2"
  | "eps"
  | "vb3"
  | "pre-m"
  | "post-m"
  | "pdu"
  | "fcu-naat"
  | "msu"
  | "blood-culture"
  | "psa-serum"
  | "semen";

/** How a glass stands in its set. */
export type GlassState = "planned" | "collected" | "verified" | "stored" | "packed" | "not-obtained" | "held";

export type GlassFace = {
  code: string;
  /** What it is, for people who do not say the code. */
  words: string;
  /** Before the massage, out of the gland, passed after it, or beside the set. */
  place: "before" | "secretion" | "after" | "beside";
  colour: string;
  /** The outline in a 40 by 56 box, and the part of it that is full. */
  shape: string;
  fill: string;
};

const FOUR: Record<"vb1" | "vb2" | "eps" | "vb3", GlassFace> = {
  vb1: {
    code: "VB1",
    words: "first-void urine",
    place: "before",
    colour: "var(--vb1)",
    shape: "M13 4V45a7 7 0 0 0 14 0V4z",
    fill: "M13 34V45a7 7 0 0 0 14 0V34z",
  },
  vb2: {
    code: "VB2",
    words: "midstream urine",
    place: "before",
    colour: "var(--vb2)",
    shape: "M6 4V47a5 5 0 0 0 5 5H29a5 5 0 0 0 5-5V4z",
    fill: "M6 18V47a5 5 0 0 0 5 5H29a5 5 0 0 0 5-5V18z",
  },
  eps: {
    code: "EPS",
    words: "prostatic secretion",
    place: "secretion",
    colour: "var(--eps)",
    shape: "M13 4V37L20 52L27 37V4z",
    fill: "M13 35.5V37L20 52L27 37V35.5z",
  },
  vb3: {
    code: "VB3",
    words: "urine after massage",
    place: "after",
    colour: "var(--vb3)",
    shape: "M5 4L10 48a4 4 0 0 0 4 4H26a4 4 0 0 0 4-4L35 4z",
    fill: "M7.5 26L10 48a4 4 0 0 0 4 4H26a4 4 0 0 0 4-4L32.5 26z",
  },
};

/** The two-glass test has the bladder before the massage and the prostate after it: drawn as in the four-glass test; so is urine beside a set. */
export const GLASSES: Record<GlassRole, GlassFace> = {
  ...FOUR,
  "pre-m": { ...FOUR.vb2, code: "PRE-M", words: "midstream urine before massage" },
  "post-m": { ...FOUR.vb3, code: "POST-M" },
  pdu: {
    code: "PDU",
    words: "urine after the strokes",
    place: "after",
    colour: "var(--vb1)",
    shape: "M4 14L8 48a4 4 0 0 0 4 4H28a4 4 0 0 0 4-4L36 14z",
    fill: "M6 30L8 48a4 4 0 0 0 4 4H28a4 4 0 0 0 4-4L34 30z",
  },
  "fcu-naat": { ...FOUR.vb1, code: "FCU", words: "first-catch urine", place: "beside" },
  msu: { ...FOUR.vb2, code: "MSU", words: "midstream urine", place: "beside" },
  "blood-culture": {
    code: "BC",
    words: "blood culture",
    place: "beside",
    colour: "var(--blood)",
    shape: "M15 4V16L8 24V48a4 4 0 0 0 4 4H28a4 4 0 0 0 4-4V24L25 16V4z",
    fill: "M8 34V48a4 4 0 0 0 4 4H28a4 4 0 0 0 4-4V34z",
  },
  "psa-serum": {
    code: "PSA",
    words: "serum for PSA",
    place: "beside",
    colour: "var(--blood)",
    shape: "M14 4V46a6 6 0 0 0 12 0V4z",
    fill: "M14 22V46a6 6 0 0 0 12 0V22z",
  },
  semen: {
    code: "SEM",
    words: "seminal fluid",
    place: "beside",
    colour: "var(--glass-other)",
    shape: "M6 16V48a4 4 0 0 0 4 4H30a4 4 0 0 0 4-4V16z",
    fill: "M6 42V48a4 4 0 0 0 4 4H30a4 4 0 0 0 4-4V42z",
  },
};

/** The face of a role; a role without one, and is written by its code alone. */
export function glassOf(role: string): GlassFace | null {
  return GLASSES[role as GlassRole] ?? null;
}

/** Where in the order of a set this glass stands. */
export const placeOf = (role: string): GlassFace["place"] | null => glassOf(role)?.place ?? null;

/** Taken beside the glasses of a procedure, and planned by none. */
export const isBeside = (role: string): boolean => glassOf(role)?.place === "beside";

/** The urine from the bladder, against which the others are read. */
export const isMidstream = (role: string): boolean => role === "vb2" || role === "pre-m";

/** The code as labels print it. */
export function glassCode(role: string): string {
  return glassOf(role)?.code ?? role.toUpperCase();
}

/** A state in a word. */
export const GLASS_WORDS: Record<GlassState, string> = {
  planned: "not yet",
  collected: "collected, label to verify",
  verified: "verified",
  stored: "in the fridge",
  packed: "packed",
  "not-obtained": "not obtained",
  held: "held",
};

/** `U260001233` and its check character as people read it aloud: `U26-000123-3 7`. */
export function grouped(accession: string): string {
  const plain = accession.replace(/[\s-]/g, "").toUpperCase();
  const parts = /^([A-Z]\d{2})(\d{6})(\d)([0-9A-Z])$/.exec(plain);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]} ${parts[4]}` : accession;
}

/** An accession number as a scanner types it. */
export function isAccession(code: string): boolean {
  return /^[A-Z]-?\d{2}-?\d{6}-?\d ?[0-9A-Z]$/i.test(code.trim());
}
