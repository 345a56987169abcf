// A four-glass visit and a stopped one as the practice answered them, for tests of their rooms. Nobody in them is real.
import type { Hatch } from "../practice";
import { AFTER } from "./after";
import { BOOKED, SYMPTOM } from "./booking";
import { FURTHER, LABORATORY } from "./further";
import reports from "./result.json";
import answers from "./visit.json";

type Answer<N extends keyof Hatch> = Awaited<ReturnType<Hatch[N]>>;

/** The answers by the names of their commands; JSON knows no unions, so each is named here. */
export const VISIT: Partial<Hatch> = {
  checkIn: async () => answers.checkIn as unknown as Answer<"checkIn">,
  consentRoom: async () => answers.consentRoom as unknown as Answer<"consentRoom">,
  afterwards: async () =>
    ({
      ...answers.checkIn,
      visitStatus: "in-room",
      booked: "2026-11-22",
      act: "mas",
      hasGate: false,
      massaged: false,
      glasses: [],
      roles: ["vb1", "vb2", "eps", "vb3"],
      told: [
        {
          title: "The rules on the massage",
          words: "the massage was done against the rules: no consent to it was recorded; an incident was opened",
          happened: "2026-11-22T09:15:00.000+00:00",
          noted: "2026-11-22T13:00:00.000+00:00",
          by: "Dr. Paolo Marchetti",
          because: "power cut",
          stoodBy: null,
          judged: {
            act: "mas",
            word: "incomplete",
            fired: [],
            absolute: [],
            withoutConsent: true,
            gateOpen: false,
            afterAStop: false,
          },
        },
      ],
      now: "2026-11-22T13:00:00.000+00:00",
    }) as unknown as Answer<"afterwards">,
  downtimePacks: async () => [
    {
      packId: "d",
      kind: "four-glass",
      printedAt: "2026-11-20T08:00:00.000+00:00",
      by: "Ruth Okafor",
      first: "U260000070A",
      last: "U2600000907",
      reserved: 2,
      used: 1,
      voided: 0,
    },
  ],
  timeOut: async () => answers.timeOut as unknown as Answer<"timeOut">,
  exam: async () => answers.exam as unknown as Answer<"exam">,
  readFindings: async () => ({
    asksCategory: false,
    suggestion: null,
    referrals: ["Rectal mass: refer for endoscopy without delay."],
    againstAllergies: [],
    compared: [],
  }),
  incidents: async () => [
    {
      incidentId: "i1",
      number: 1,
      kind: "against-rule",
      at: "2026-11-22T17:05:00+00:00",
      by: "Dr. Ines Kaya",
      chart: {
        patientId: "p",
        patient: "Ashworth, Peter",
        words: "The gland was massaged before the fever was noticed.",
      },
      review: null,
      reviewUntil: null,
      overdue: false,
      reviewable: true,
    },
  ],
  content: async () => ({
    edition: "0123456789abcdef",
    awaiting: 1,
    adoption: null,
    mayAdopt: true,
    files: [
      {
        id: "rules",
        title: "Combined rules of the safety screen",
        version: "2026.11.3",
        rows: [
          {
            id: "C09",
            title: "Infection after a biopsy",
            says: "DRE relative, massage absolute, strokes absolute.",
            source: "General professional knowledge; awaiting clinical sign-off",
            signOff: "awaiting-clinical-sign-off",
          },
        ],
      },
    ],
  }),
  further: async () => FURTHER,
  laboratoryValues: async () => LABORATORY,
  requisitionScans: async () => [],
  stop: async () => answers.stop as unknown as Answer<"stop">,
  collection: async () => answers.collection as unknown as Answer<"collection">,
  handoff: async () => answers.handoff as unknown as Answer<"handoff">,
  order: async () => null,
  symptomsOfToday: async () => [SYMPTOM],
  symptoms: async () => [SYMPTOM],
  visitRoom: async () => BOOKED,
  noteRoom: async () => answers.noteRoom as unknown as Answer<"noteRoom">,
  notePages: async () => [],
  settings: async () => answers.settings as unknown as Answer<"settings">,
  specimen: async () => answers.specimen as unknown as Answer<"specimen">,
  labelPictures: async () => [],
  resultRoom: async () => reports.resultRoom as unknown as Answer<"resultRoom">,
  ...AFTER,
  questionnaires: async () => reports.questionnaires as unknown as Answer<"questionnaires">,
};
