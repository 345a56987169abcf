// Words of the results, and the blank sheet that a report is typed into.
import type {
  Category,
  EnterResult,
  GlassFlag,
  LeukocyteMethod,
  ReportIdentifier,
  ReportSource,
  ResultRoom,
  ResultStage,
  SeenBy,
  Standing,
  Symptoms,
  TypedCulture,
  YesNoUnknown,
} from "../../practice";

export type Role = ResultRoom["glasses"][number]["role"];

/** One glass as it is typed the first time. */
export type TypedGlass = {
  culture: TypedCulture | null;
  limit: string;
  isolates: { organism: string; count: string }[];
  leukocytes: string;
  flags: GlassFlag[];
};

/** The whole report as it is typed the first time; kept as a draft. */
export type Typed = {
  unit: string;
  urineMethod: LeukocyteMethod | null;
  epsMethod: LeukocyteMethod | null;
  magnification: string;
  source: ReportSource | null;
  noScan: string;
  read: Partial<Record<ReportIdentifier, string>>;
  symptoms: Symptoms | null;
  antibiotic7d: YesNoUnknown | null;
  reason: string;
  glasses: Partial<Record<Role, TypedGlass>>;
};

export const BLANK: Typed = {
  unit: "",
  urineMethod: null,
  epsMethod: null,
  magnification: "",
  source: null,
  noScan: "",
  read: {},
  symptoms: null,
  antibiotic7d: null,
  reason: "",
  glasses: {},
};

export const BLANK_GLASS: TypedGlass = { culture: null, limit: "", isolates: [], leukocytes: "", flags: [] };

/** What was typed again, by the name of its field. */
export type Again = Record<string, string>;

/** The names of the numbers of one glass, for the second entry and for refusals. */
export const fieldOf = {
  limit: (role: Role) => `${role}.limitAgain`,
  count: (role: Role, place: number) => `${role}.isolates.${place}.countAgain`,
  leukocytes: (role: Role) => `${role}.leukocytesAgain`,
};

/** How the numbers are checked: typed again, or seen by somebody else. The scan is no part of the draft: it can be large. */
export type Checked = { again: Again; seenBy: SeenBy | null; scan: string | null };

/** Both entries as the practice takes them. */
export function bothEntries(room: ResultRoom, typed: Typed, { again, seenBy, scan }: Checked): EnterResult {
  const roles = room.glasses.filter((glass) => glass.absence === null).map((glass) => glass.role);
  return {
    procedureId: room.procedureId,
    afterVersion: room.versions.length,
    source: typed.source,
    scan,
    noScan: typed.noScan.trim() === "" ? null : typed.noScan,
    read: READ_ORDER.flatMap((kind) => {
      const text = typed.read[kind] ?? "";
      return text.trim() === "" ? [] : [{ kind, text }];
    }),
    seenBy,
    symptoms: typed.symptoms,
    antibiotic7d: typed.antibiotic7d,
    reason: typed.reason === "" ? null : typed.reason,
    glasses: roles.map((role) => {
      const glass = typed.glasses[role] ?? BLANK_GLASS;
      return {
        role,
        culture: glass.culture ?? "not-reported",
        unit: typed.unit,
        limit: glass.limit,
        limitAgain: again[fieldOf.limit(role)] ?? "",
        isolates: glass.isolates.map((isolate, place) => ({
          ...isolate,
          countAgain: again[fieldOf.count(role, place)] ?? "",
        })),
        leukocytes: glass.leukocytes,
        leukocytesAgain: again[fieldOf.leukocytes(role)] ?? "",
        method: role === "eps" ? typed.epsMethod : typed.urineMethod,
        magnification: typed.magnification,
        flags: glass.flags,
      };
    }),
  };
}

export const CATEGORIES: { value: Category; label: string }[] = [
  { value: "nih-1", label: "NIH I" },
  { value: "nih-2", label: "NIH II" },
  { value: "nih-3a", label: "NIH IIIA" },
  { value: "nih-3b", label: "NIH IIIB" },
  { value: "nih-4", label: "NIH IV" },
  { value: "bacteriuria", label: "Bacteriuria" },
  { value: "urethral-source", label: "Urethral source" },
  { value: "doubtful", label: "Doubtful organism" },
  { value: "indeterminate", label: "Indeterminate" },
  { value: "not-interpretable", label: "Not interpretable" },
];

export const categoryWords = (category: Category): string =>
  CATEGORIES.find((one) => one.value === category)?.label ?? category;

export const STANDINGS: Record<Standing, string> = {
  uropathogen: "uropathogen",
  doubtful: "usual flora, doubtful",
  unlisted: "in neither list: the urologist decides",
};

/** `four-glass-5` as people say it. */
export function rowWords(row: string): string {
  const [, table, number] = /^(.*)-(\d+)$/.exec(row) ?? [];
  return table && number ? `Row ${number} of the ${table} table` : row;
}

const READ_ORDER: ReportIdentifier[] = ["name", "birth-date", "mrn", "accession"];

export const READ_NAMES: Record<ReportIdentifier, string> = {
  name: "name",
  "birth-date": "birth date",
  mrn: "clinic number",
  accession: "number of set or tube",
};

export const SOURCES: Record<ReportSource, string> = {
  paper: "On paper",
  fax: "By fax",
  portal: "From the portal",
};

/** What a result waits for, in words. */
export const STAGES: Record<ResultStage, string> = {
  awaited: "Awaited",
  "to-read": "To be read",
  "to-tell": "Patient to be told",
  closed: "Closed",
};
