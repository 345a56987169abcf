// The findings that are one word out of a few: their questions, their words, and what “normal” states of each.
import type { Option } from "../../parts";
import {
  type Findings,
  type Gate,
  type Inspection,
  OPEN_FINDINGS,
  type Perianal,
  type StatedFindings,
} from "../../practice";

type Field =
  | "sphincterTone"
  | "analPain"
  | "reached"
  | "symmetry"
  | "sulcus"
  | "margins"
  | "mobility"
  | "seminalVesicles"
  | "rectalMass"
  | "bloodOnGlove"
  | "impression";

export type Row = { field: Field; label: string; options: Option<string>[]; normally: string };

const option = (value: string, label: string, tone?: "note" | "stop"): Option<string> =>
  tone ? { value, label, tone } : { value, label };

export const rows: Row[] = [
  {
    field: "symmetry",
    label: "Symmetry",
    normally: "symmetric",
    options: [option("symmetric", "Symmetric"), option("right-larger", "R larger"), option("left-larger", "L larger")],
  },
  {
    field: "sulcus",
    label: "Median sulcus",
    normally: "sulcus present",
    options: [option("present", "Present"), option("shallow", "Shallow"), option("absent", "Absent")],
  },
  {
    field: "margins",
    label: "Margins",
    normally: "margins distinct",
    options: [
      option("distinct", "Distinct"),
      option("indistinct-right", "Indistinct R"),
      option("indistinct-left", "Indistinct L"),
      option("indistinct-both", "Both"),
    ],
  },
  {
    field: "mobility",
    label: "Mobility",
    normally: "mobile",
    options: [option("mobile", "Mobile"), option("reduced", "Reduced"), option("fixed", "Fixed", "note")],
  },
  {
    field: "reached",
    label: "Gland reached",
    normally: "whole gland reached",
    options: [
      option("whole", "Whole"),
      option("base-not-reached", "Not the base"),
      option("apex-only", "Apex only"),
      option("not-palpable", "Not palpable", "stop"),
    ],
  },
  {
    field: "seminalVesicles",
    label: "Seminal vesicles",
    normally: "seminal vesicles not palpable",
    options: [
      option("not-palpable", "Not palpable"),
      option("palpable", "Palpable"),
      option("indurated", "Indurated", "note"),
      option("not-reached", "Not reached"),
    ],
  },
  {
    field: "sphincterTone",
    label: "Sphincter tone",
    normally: "normal sphincter tone",
    options: [
      option("normal", "Normal"),
      option("reduced", "Reduced"),
      option("absent", "Absent"),
      option("spasm", "Spasm", "note"),
    ],
  },
  {
    field: "analPain",
    label: "Anal pain",
    normally: "no anal pain",
    options: [
      option("none", "None"),
      option("mild", "Mild"),
      option("moderate", "Moderate"),
      option("severe", "Severe"),
    ],
  },
  {
    field: "rectalMass",
    label: "Rectal mass",
    normally: "no rectal mass",
    options: [option("none", "None"), option("present", "Present", "note")],
  },
  {
    field: "bloodOnGlove",
    label: "Blood on the glove",
    normally: "no blood on the glove",
    options: [
      option("none", "None"),
      option("streak", "Streak"),
      option("frank", "Frank", "stop"),
      option("melaena", "Melaena", "stop"),
    ],
  },
  {
    field: "impression",
    label: "Summary",
    normally: "summary normal",
    options: [
      option("normal", "Normal"),
      option("enlarged-benign", "Enlarged, benign"),
      option("inflamed", "Inflamed"),
      option("suspicious", "Suspicious", "note"),
      option("indeterminate", "Indeterminate"),
    ],
  },
];

type Circumstance = {
  field: "glove" | "lubricant" | "position" | "route" | "pelvicFloor" | "stool";
  label: string;
  options: Option<string>[];
};

/** How it was done, and what else was felt: stated where it matters, and never part of “all normal”. */
export const circumstances: Circumstance[] = [
  {
    field: "glove",
    label: "Gloves",
    options: [option("nitrile", "Nitrile"), option("vinyl", "Vinyl"), option("latex", "Latex")],
  },
  {
    field: "lubricant",
    label: "Lubricant",
    options: [option("plain", "Plain"), option("lidocaine", "Lidocaine"), option("other", "Other")],
  },
  {
    field: "position",
    label: "Position",
    options: [
      option("left-lateral", "Left"),
      option("right-lateral", "Right"),
      option("standing-flexed", "Standing"),
      option("knee-elbow", "Knee-elbow"),
      option("supine", "Back"),
    ],
  },
  { field: "route", label: "Route", options: [option("rectal", "Rectal"), option("vaginal", "Vaginal")] },
  {
    field: "pelvicFloor",
    label: "Pelvic floor",
    options: [
      option("normal", "Normal"),
      option("tender-right", "Tender R", "note"),
      option("tender-left", "Tender L", "note"),
      option("tender-both", "Both", "note"),
      option("not-assessed", "Not assessed"),
    ],
  },
  {
    field: "stool",
    label: "Stool",
    options: [option("none", "None"), option("soft", "Soft"), option("impacted", "Impacted")],
  },
];

export const PERIANAL: Option<Perianal>[] = [
  { value: "skin-tags", label: "Skin tags" },
  { value: "external-haemorrhoids", label: "External haemorrhoids" },
  { value: "thrombosed-haemorrhoid", label: "Thrombosed haemorrhoid" },
  { value: "fissure", label: "Fissure" },
  { value: "fistula", label: "Fistula" },
  { value: "abscess", label: "Abscess" },
  { value: "dermatitis", label: "Dermatitis or cellulitis" },
  { value: "warts", label: "Warts" },
  { value: "prolapse", label: "Prolapse" },
  { value: "mass", label: "Mass" },
  { value: "scar", label: "Scar" },
];

/** Fields that say their own refusal. */
export const SHOWN_FIELDS = [
  ...rows.map((row) => row.field),
  "sizeMl",
  "nodules",
  "indurations",
  "tenderSide",
  "vesicleSide",
  "mass",
  "perianal",
  "painNrs",
  "rationale",
  "suspectedT",
  "remarks",
];

/** What the gate saw around the anus, carried over; what it saw nothing of stays open. */
const SEEN: Partial<Record<Inspection, Perianal>> = {
  fissure: "fissure",
  "thrombosed-hemorrhoid": "thrombosed-haemorrhoid",
};

/** Nothing stated yet, but for what the gate saw already. */
export function afterGate(gate: Gate): StatedFindings {
  const seen = gate.inspection.flatMap((one) => SEEN[one] ?? []);
  return { ...OPEN_FINDINGS, perianal: seen.length > 0 ? seen : null };
}

/** What was kept, to be stated again. */
export function stated({ bundled: _, comparedWith: __, ...findings }: Findings): StatedFindings {
  const sizeMl = findings.sizeG === null ? findings.sizeMl : null;
  return { ...OPEN_FINDINGS, ...findings, sizeMl, unstatedNormal: false, otherSectorsNormal: true };
}
