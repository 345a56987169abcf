// Words of an adverse event as people read them.
import type { ClavienDindo, EventOutcome, Relatedness, ReportedBy, Risk, SeriousBecause } from "../../practice";

export const REPORTED_BY: Record<ReportedBy, string> = {
  patient: "The patient",
  relative: "A relative",
  staff: "Our staff",
  "other-clinic": "Another clinic",
};

export const RELATED: Record<Relatedness, string> = {
  unrelated: "Unrelated",
  unlikely: "Unlikely",
  possible: "Possible",
  probable: "Probable",
  definite: "Definite",
};

export const SERIOUS: Record<SeriousBecause, string> = {
  death: "Death",
  "life-threatening": "Life-threatening",
  hospitalisation: "Hospitalisation",
  disability: "Disability",
  "other-important": "Other important",
};

export const OUTCOMES: Record<EventOutcome, string> = {
  recovered: "Recovered",
  recovering: "Recovering",
  sequelae: "Sequelae",
  ongoing: "Ongoing",
  fatal: "Fatal",
  unknown: "Unknown",
};

export const GRADES = ["mild", "moderate", "severe", "life-threatening", "death"];

export const CLAVIEN: ClavienDindo[] = ["I", "II", "IIIa", "IIIb", "IVa", "IVb", "V"];

/** A vocabulary as the options of a choice. */
export function options<T extends string>(words: Record<T, string>): { value: T; label: string }[] {
  return (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));
}

/** A term by its name. */
export function termWords(risks: Risk[], id: string): string {
  return risks.flatMap((risk) => risk.terms).find((term) => term.id === id)?.name ?? id;
}
