// A visit that is booked, as its own room shows it, and a row of the clinic's table of symptoms; nobody in it is real.
import type { PatientView, SymptomRow, VisitRoom } from "../practice";
import answers from "./visit.json";

const at = "2026-11-20T10:20:00.000+00:00";

export const SYMPTOM: SymptomRow = {
  symptomId: "y1",
  code: "R10.2",
  text: "Pelvic and perineal pain",
  system: "I10",
  from: "2026-01-01",
  until: null,
  addedBy: "Marta Lind",
};

export const BOOKED: VisitRoom = {
  visit: {
    visitId: "v",
    procedureId: "x",
    date: "2026-11-22",
    time: "09:30",
    kind: "four-glass",
    indication: "ind-four-glass",
    status: "booked",
    procedureStatus: "planned",
    putRight: null,
    result: null,
    recordedAs: null,
    calledOff: null,
  },
  indication: "Chronic bacterial prostatitis suspected",
  patient: { ...(answers.noteRoom.patient as unknown as PatientView), postAddress: "c/o Shelter\nPost box 17" },
  mayArrive: true,
  mayCancel: true,
  mayMiss: true,
  mayPrepare: true,
  referrer: { name: "Dr. Miriam Osei", address: "Mill Lane 4", contact: "" },
  languages: [
    { language: "en", name: "English", reviewed: true },
    { language: "es", name: "Español", reviewed: false },
    { language: "de", name: "Deutsch", reviewed: false },
  ],
  papers: [
    { kind: "preparation", said: "Deutsch, version 2026.11.1", file: "preparation-v-de.pdf", at, by: "Ruth Obi" },
  ],
  noLetter: "The note is not signed yet: the letter says only what was signed.",
};
