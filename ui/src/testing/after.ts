// The end of a visit and what followed, as the practice would answer; nobody in it is real.
import type {
  AftercareRoom,
  CallRoom,
  ConductRoom,
  CriticalRoom,
  EventRoom,
  FollowUpRoom,
  Hatch,
  PatientView,
} from "../practice";
import answers from "./visit.json";

const patient = answers.noteRoom.patient as unknown as PatientView;
const at = "2026-11-22T10:20:00.000+00:00";

export const AFTERCARE: AftercareRoom = {
  visitId: "v",
  procedureId: "x",
  patient,
  kind: "four-glass",
  procedureStatus: "finished",
  visitStatus: "in-room",
  act: "mas",
  needed: true,
  asksUrine: true,
  openLabels: 0,
  languages: [
    { language: "en", name: "English", reviewed: true },
    { language: "es", name: "Español", reviewed: false },
    { language: "de", name: "Deutsch", reviewed: false },
  ],
  sheets: [{ language: "de", name: "Deutsch", version: "2026.11.1", file: "aftercare-v-1.pdf", at, by: "Ruth Obi" }],
  checks: [
    {
      check: { feelsWell: true, canStand: true, passedUrine: true, faint: true, reach: "030 5550 177" },
      at,
      by: "Ruth Obi",
    },
  ],
  leftAt: null,
  holdUntil: "2026-11-22T18:35:00.000+00:00",
  notYet: "The patient stays and is watched until 18:35.",
  call: {
    reason: "massage",
    from: "2026-11-23T10:00:00.000+00:00",
    until: "2026-11-24T10:00:00.000+00:00",
    time: "waiting",
    over: false,
  },
};

const call: CallRoom["call"] = {
  visitId: "v",
  patient,
  phone: "030 5550 177",
  reach: null,
  mayLeaveMessage: "no",
  underCustody: false,
  kind: "four-glass",
  visitStatus: "done",
  reason: "massage",
  since: "2026-11-20T10:00:00.000+00:00",
  attempts: 1,
  over: false,
  from: "2026-11-21T10:00:00.000+00:00",
  until: "2026-11-22T10:00:00.000+00:00",
  time: "overdue",
};

export const CALL: CallRoom = {
  call,
  patient,
  sheetLanguage: "Deutsch",
  attempts: [{ attempt: { what: "not-reached", messageLeft: false, note: "engaged" }, at, by: "Ruth Obi" }],
};

const event: EventRoom["events"][number]["versions"][number]["event"] = {
  term: "hematuria",
  onsetDate: "2026-11-22",
  onsetTime: "10:30:00",
  reportedBy: "patient",
  description: "Red urine once",
  grade: 1,
  relatedness: "probable",
  expected: true,
  serious: null,
  action: "Told to drink",
  outcome: "recovered",
  clavien: null,
  reportedTo: null,
};

export const EVENTS: EventRoom = {
  visitId: "v",
  patient,
  kind: "four-glass",
  actAt: "2026-11-22T10:00:00.000+00:00",
  risks: [
    {
      risk: "risk-bleeding",
      title: "Bleeding",
      terms: [
        { id: "hematuria", name: "Haematuria", lowest: 1, highest: 5, opensIncident: false },
        { id: "hematoma", name: "Haematoma", lowest: 1, highest: 5, opensIncident: false },
      ],
      redFlag: "clots, ongoing bleeding",
      gradeHint: "Transfusion or a procedure 3.",
      source: "CTCAE v5 terms by name",
    },
  ],
  events: [
    {
      eventId: "e",
      visitId: "v",
      patientId: "p",
      risk: "risk-bleeding",
      snapshot: { answers: [{ question: "Burning when passing urine", answer: "no" }], overrides: [], consented: true },
      versions: [
        { version: 1, event, reason: null, at, by: "Ruth Obi" },
        { version: 2, event: { ...event, grade: 3, outcome: "ongoing" }, reason: "Clots since", at, by: "Ruth Obi" },
      ],
      reviews: [{ version: 2, words: "No anticoagulant", at, by: "Dr Ada Marchetti" }],
    },
  ],
  mayReview: true,
};

export const FIGURES: ConductRoom = {
  month: "2026-11",
  thisMonth: "2026-11",
  hours: ["Mon-Fri 08:00-18:00"],
  examiners: [
    {
      examiner: "s1",
      name: "Dr Ada Marchetti",
      counts: {
        procedures: 14,
        massages: 9,
        withoutSpecimen: 1,
        repeated: 0,
        outOfHours: 2,
        minors: 0,
        chaperoneDeclined: 11,
        longMassages: 0,
      },
      reviews: [],
    },
  ],
  own: false,
  alone: [{ at, by: "Dr Ada Marchetti", what: "The vital signs", reason: "38.6 was 36.8" }],
};

const WAITING: FollowUpRoom["results"][number] = {
  procedureId: "x",
  visitId: "v",
  patient,
  underCustody: false,
  kind: "four-glass",
  stage: "to-tell",
  since: "2026-11-12T09:00:00.000+00:00",
  attempts: 1,
  until: "2026-11-19T09:00:00.000+00:00",
  time: "late",
};

/** A blood culture that the laboratory has called, with the urologist told and the patient missed once. */
export const CRITICAL: FollowUpRoom["criticals"][number] = {
  criticalId: "c",
  visitId: "v",
  patient,
  underCustody: false,
  critical: {
    criterion: "blood-culture-positive",
    value: "Gram-negative rods in both bottles",
    specimen: "Blood culture",
    heard: { how: "telephone", caller: "Mr Osei", laboratory: "Harbour Laboratory", readBack: true },
  },
  receivedAt: "2026-11-22T09:40:00.000+00:00",
  notedAt: "2026-11-22T09:42:00.000+00:00",
  by: "Ruth Obi",
  steps: [
    {
      step: { step: "urologist-told", urologist: "Dr Ada Marchetti", action: "emergency", words: "Go at once" },
      at: "2026-11-22T09:55:00.000+00:00",
      by: "Ruth Obi",
    },
    {
      step: { step: "patient", telling: { what: "not-reached", messageLeft: false, note: "engaged" } },
      at: "2026-11-22T10:00:00.000+00:00",
      by: "Ruth Obi",
    },
  ],
  title: "Positive blood culture",
  stage: "reach-patient",
  until: "2026-11-22T11:40:00.000+00:00",
  time: "late",
};

export const CRITICALS: CriticalRoom = {
  patient,
  criteria: [
    { id: "blood-culture-positive", title: "Positive blood culture", rule: "Bacteria grow", source: "Knowledge" },
    { id: "laboratory-alert", title: "Anything else", rule: "An alert value", source: "42 CFR 493.1291(g)" },
  ],
  visits: ["v"],
  urologists: [{ staffId: "s1", name: "Dr Ada Marchetti", here: true }],
  criticals: [CRITICAL],
};

export const AFTER: Partial<Hatch> = {
  criticals: async () => CRITICALS,
  aftercare: async () => AFTERCARE,
  sheetPages: async () => [],
  followUp: async (): Promise<FollowUpRoom> => ({ calls: [call], results: [WAITING], criticals: [CRITICAL] }),
  call: async () => CALL,
  adverseEvents: async () => EVENTS,
  conductFigures: async () => FIGURES,
};
