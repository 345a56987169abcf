// A practice that answers from memory, for tests of screens. It knows the cast and refuses what it was not taught.
import type { Hatch, Refusal, StationView } from "../practice";
import { chart, DAY, INDICATIONS, PATIENTS, STAFF } from "./cast";

/** A refusal as the practice throws it. */
export function refusal(code: string, message: string, fields: Refusal["fields"] = []): Refusal {
  return { code, message, fields, incident: null };
}

/** The station with one of the staff signed on. */
export function openFor(staffId: string): StationView {
  const person = STAFF.find((one) => one.staffId === staffId) ?? STAFF[0];
  return {
    state: "open",
    clinic: {
      name: "Harbour Street Urology",
      zone: "Europe/London",
      siteLetter: "U",
      temperatureUnit: "degC",
      singleHanded: false,
      fictional: true,
    },
    who: { staffId, name: person?.name ?? "", roles: person?.roles ?? [] },
    kitAsked: [],
    kitMissing: false,
    today: DAY.date,
  };
}

/** The hatch of a clinic in memory; `taught` replaces or adds single commands. */
export function fakeHatch(station: StationView, taught: Partial<Hatch> = {}): Hatch {
  const drafts = new Map<string, { body: string; savedAt: string }>();
  const known: Partial<Hatch> = {
    stationState: async () => station,
    touch: async () => null,
    secretAsked: async () => "passphrase",
    staffList: async () => STAFF,
    today: async (date) => (date && date !== DAY.date ? { ...DAY, date, rows: [] } : DAY),
    indications: async () => INDICATIONS,
    adverseEventsOf: async () => [],
    patient: async (patientId) => chart(patientId),
    findPatients: async (text) =>
      PATIENTS.filter((row) => `${row.family} ${row.given} ${row.mrn}`.toLowerCase().includes(text.toLowerCase())),
    saveDraft: async ({ place, subject, body }) => {
      const kept = { body, savedAt: "2026-11-22T12:04:31Z" };
      drafts.set(`${place}/${subject}`, kept);
      return kept;
    },
    loadDraft: async ({ place, subject }) => drafts.get(`${place}/${subject}`) ?? null,
    ...taught,
  };
  return new Proxy(known, {
    get: (all, name: string) =>
      all[name as keyof Hatch] ?? (async () => Promise.reject(refusal("untaught", `This fake knows no ${name}.`))),
  }) as Hatch;
}
