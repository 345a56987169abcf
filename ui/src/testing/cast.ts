// The fictional cast of the window's tests: people, patients and a day. Nobody here is real.
import type { Indication, PatientRow, PatientView, StaffView, TodayRow, TodayView } from "../practice";

export const STAFF: StaffView[] = [
  { staffId: "s1", signOnName: "marchetti", name: "Dr Ines Marchetti", roles: ["urologist"], active: true },
  { staffId: "s2", signOnName: "okafor", name: "Tobi Okafor", roles: ["nurse"], active: true },
  { staffId: "s3", signOnName: "lindqvist", name: "Maj Lindqvist", roles: ["administrator"], active: true },
];

const person = (n: number, family: string, given: string, birthDate: string, mrn: string): PatientRow => ({
  patientId: `p${n}`,
  family,
  given,
  birthDate,
  mrn,
  sex: "male",
});

export const PATIENTS: PatientRow[] = [
  person(1, "Abbott", "Raymond", "1961-04-09", "H-10042"),
  person(2, "Featherstonehaugh-Cholmondeley", "Bartholomew Maximilian Alexander", "1949-12-31", "FG-000000000000123"),
  person(3, "Nguyễn", "Văn Thành", "1972", "H-10101"),
  person(4, "Abbott", "Stephen", "1958-01-17", "H-10077"),
  person(5, "Özdemir", "Kerem", "unknown", "FG-000124"),
  person(6, "Silva", "João", "1980-06", "H-10230"),
];

export const INDICATIONS: Indication[] = [
  {
    id: "ind-four-glass",
    kind: "four-glass",
    title: "Suspected chronic bacterial prostatitis (NIH II), localisation",
    evidence: "supported",
    source: "EAU guideline: 2- or 4-glass test",
  },
  {
    id: "ind-eps-infertility",
    kind: "four-glass",
    title: "Inflammatory work-up in male infertility, haematospermia",
    evidence: "limited",
    source: "clinical practice",
  },
  {
    id: "ind-dre-luts",
    kind: "dre",
    title: "LUTS assessment: size, tone, nodules",
    evidence: "supported",
    source: "AUA BPH",
  },
];

const row = (n: number, time: string, part: Partial<TodayRow>): TodayRow => ({
  visitId: `v${n}`,
  procedureId: `x${n}`,
  time,
  patient: PATIENTS[n - 1] ?? person(n, "Nobody", "At all", "unknown", `N-${n}`),
  kind: "four-glass",
  indication: "ind-four-glass",
  status: "booked",
  procedureStatus: "planned",
  nextAct: "arrive",
  sameName: false,
  lights: [],
  vitals: null,
  consent: null,
  glasses: [],
  calledOff: null,
  ...part,
});

const glasses = (...states: string[]) =>
  ["vb1", "vb2", "eps", "vb3"].map((role, at) => ({ role, state: states[at] ?? "planned" }));

export const DAY: TodayView = {
  date: "2026-11-22",
  rows: [
    row(1, "09:00", {
      status: "in-room",
      nextAct: "collection",
      sameName: true,
      lights: [
        { act: "dre", verdict: "clear", reason: null },
        { act: "mas", verdict: "proceed-with-notes", reason: "Apixaban this morning" },
      ],
      vitals: "36.7 °C · 72/min · 128/78 · 08:52",
      consent: "given",
      glasses: glasses("verified", "verified", "planned", "planned"),
    }),
    row(2, "09:20", {
      status: "arrived",
      nextAct: "check-in",
      lights: [
        { act: "dre", verdict: "incomplete", reason: "Temperature not yet taken" },
        { act: "mas", verdict: "incomplete", reason: null },
      ],
      glasses: glasses(),
    }),
    row(3, "09:40", {
      status: "arrived",
      nextAct: "nothing",
      lights: [
        { act: "dre", verdict: "needs-override", reason: "38.2 °C with dysuria: acute prostatitis until ruled out" },
        { act: "mas", verdict: "blocked", reason: "38.2 °C with dysuria" },
      ],
      vitals: "38.2 °C · 104/min · 118/70 · 09:31",
      glasses: glasses("not-obtained", "not-obtained", "not-obtained", "not-obtained"),
    }),
    row(4, "10:00", { sameName: true }),
    row(5, "10:20", { kind: "dre", indication: "ind-dre-luts" }),
    row(6, "08:30", {
      status: "done",
      nextAct: "sign",
      lights: [
        { act: "dre", verdict: "clear", reason: null },
        { act: "mas", verdict: "clear", reason: null },
      ],
      vitals: "36.4 °C · 66/min · 131/84 · 08:21",
      consent: "given",
      glasses: glasses("verified", "verified", "not-obtained", "verified"),
    }),
  ],
  openLoops: [
    { kind: "unsigned", count: 2, words: "notes to sign" },
    { kind: "labels", count: 1, words: "label not verified" },
  ],
  interrupted: [],
};

/** The chart of one of the cast. */
export function chart(patientId: string): PatientView {
  const identity = PATIENTS.find((one) => one.patientId === patientId) ?? person(0, "Nobody", "", "unknown", "N-0");
  return {
    ...identity,
    gender: null,
    nameUsed: patientId === "p2" ? "Max" : null,
    pronoun: null,
    hasProstate: "yes",
    phone: "+44 20 7946 0018",
    mayLeaveMessage: "yes",
    allergies:
      patientId === "p2" ? "latex (rash), chlorhexidine, sulfamethoxazole-trimethoprim (anaphylaxis 2011)" : null,
    underCustody: patientId === "p2",
    age: identity.birthDate.length === 10 ? 2026 - Number(identity.birthDate.slice(0, 4)) : null,
    sameNameToday: identity.family === "Abbott",
    visits: DAY.rows
      .filter((one) => one.patient.patientId === patientId)
      .map(({ visitId, procedureId, time, kind, indication, status, procedureStatus }) => ({
        visitId,
        procedureId,
        date: DAY.date,
        time,
        kind,
        indication,
        status,
        procedureStatus,
        putRight: null,
        result: null,
        recordedAs: null,
        calledOff: null,
      })),
    merges: [],
    postAddress: null,
  };
}
