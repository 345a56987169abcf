// The findings that are one word out of a few: their questions, their words, and what “normal” states of each.
import type { Option } from "../../parts";
import type { Findings, StatedFindings } from "../../practice";

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

/** Nothing stated yet. */
export const OPEN_FINDINGS: StatedFindings = {
  unstatedNormal: false,
  otherSectorsNormal: false,
  sizeMl: null,
  glove: null,
  lubricant: null,
  position: null,
  sphincterTone: null,
  analPain: null,
  reached: null,
  symmetry: null,
  sulcus: null,
  margins: null,
  mobility: null,
  tenderSide: null,
  nodules: [],
  seminalVesicles: null,
  rectalMass: null,
  bloodOnGlove: null,
  painNrs: null,
  impression: null,
  remarks: null,
};

/** What was kept, to be stated again. */
export function stated({ bundled: _, ...findings }: Findings): StatedFindings {
  return { ...findings, unstatedNormal: false, otherSectorsNormal: true };
}
