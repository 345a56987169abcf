// Which room the next act is done in: the one road from Today and from the chart.
import type { Place } from "./place";

/** The room of the next act; the chart when nothing is left to do. */
export function placeOfNext(
  next: string,
  about: { patientId: string; visitId: string; procedureId: string; kind: string },
): Place {
  const { patientId, visitId, procedureId, kind } = about;
  const ids = { patientId, visitId, procedureId };
  switch (next) {
    case "check-in":
    case "consent":
    case "time-out":
    case "exam":
    case "collection":
    case "order":
    case "stop":
      return { name: next, ...ids };
    case "verify-labels":
      return { name: "collection", ...ids };
    case "close":
      // An examination alone is closed where it ended; after anything else somebody looks at the patient first.
      return { name: kind === "dre" ? "exam" : "aftercare", ...ids };
    case "sign":
      return { name: "note", ...ids };
    default:
      return { name: "patient", patientId };
  }
}
