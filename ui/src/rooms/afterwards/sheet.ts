// The sheet of paper as it is being copied: every part has its time, and a part without one was not done.
import { type GateAnswers, OPEN_GATE } from "../../parts";
import {
  type AfterwardsRoom,
  type Appearance,
  type AskedItem,
  type GlassMeasure,
  type NotObtainedReason,
  OPEN_FINDINGS,
  type RecordAfterwards,
  type SpecimenRole,
  type StopReason,
  type TypedAnswer,
  type TypedVitals,
} from "../../practice";

/** One glass, or why there is none. */
export type GlassLine = {
  time: string;
  measure: GlassMeasure | "none" | null;
  ml: string;
  looks: Appearance | null;
  reason: NotObtainedReason | null;
  number: string;
};

export type Sheet = {
  date: string | null;
  because: string;
  consent: { time: string; agreed: "all" | "dre" | "none" | null; chaperoneOffered: boolean | null; how: string };
  vitals: { time: string; typed: TypedVitals };
  answers: { time: string; present: Record<string, string[] | null>; usual: string[] };
  gate: { time: string; answers: GateAnswers };
  findings: { time: string; sizeMl: number | null; normal: boolean; remarks: string };
  massage: { began: string; ended: string; reason: StopReason | null; right: string; left: string };
  glasses: Partial<Record<SpecimenRole, GlassLine>>;
};

export const NO_GLASS_LINE: GlassLine = { time: "", measure: null, ml: "", looks: null, reason: null, number: "" };

/** A sheet with nothing on it but the day. */
export function blank(room: AfterwardsRoom): Sheet {
  return {
    date: room.booked,
    because: "",
    consent: { time: "", agreed: null, chaperoneOffered: null, how: "" },
    vitals: {
      time: "",
      typed: {
        temperature: "",
        temperatureUnit: room.temperatureUnit,
        pulse: "",
        systolic: "",
        diastolic: "",
        breaths: "",
      },
    },
    answers: { time: "", present: {}, usual: [] },
    gate: { time: "", answers: OPEN_GATE },
    findings: { time: "", sizeMl: null, normal: false, remarks: "" },
    massage: { began: "", ended: "", reason: null, right: "", left: "" },
    glasses: {},
  };
}

/** The questions that a sheet can answer: those that nobody has answered at this visit. */
export function askable(room: AfterwardsRoom): AskedItem[] {
  const kinds = ["symptom", "yes-no", "date", "hours"];
  return room.items.filter(
    (item) =>
      kinds.includes(item.kind) && !item.answer?.thisVisit && item.group !== "dipstick" && item.group !== "sepsis",
  );
}

/** Whether a tube gets a label of this: then somebody stands by. */
export function makesLabels(sheet: Sheet): boolean {
  return Object.values(sheet.glasses).some((line) => line.measure !== null && line.measure !== "none");
}

function answersOf(sheet: Sheet, room: AfterwardsRoom): TypedAnswer[] {
  return askable(room).flatMap((item): TypedAnswer[] => {
    const present = sheet.answers.present[item.group];
    if (!present) return [];
    const yes = present.includes(item.id);
    const usual = sheet.answers.usual.includes(item.id);
    const said = !yes && !usual ? "no" : item.kind !== "symptom" ? "yes" : yes ? "new-or-worse" : "usual";
    const stated = said === "no" ? "none-of-these" : "singly";
    return [{ item: item.id, said, value: null, unit: null, detail: null, stated }];
  });
}

/** The request, without who signs for it. */
export function requestOf(
  sheet: Sheet,
  room: AfterwardsRoom,
  confirmed: boolean,
): Omit<RecordAfterwards, "passphrase" | "second"> {
  const { consent, vitals, answers, gate, findings, massage } = sheet;
  const acts = room.verdicts.acts.map((verdict) => verdict.act);
  const agreed = consent.agreed === "all" ? acts : consent.agreed === "dre" ? acts.slice(0, 1) : [];
  return {
    visitId: room.visitId,
    date: sheet.date ?? "",
    because: sheet.because,
    consent: consent.time
      ? { time: consent.time, acts: agreed, chaperoneOffered: consent.chaperoneOffered ?? false, how: consent.how }
      : null,
    vitals: vitals.time ? { time: vitals.time, vitals: vitals.typed, confirmed } : null,
    answers: answers.time ? { time: answers.time, answers: answersOf(sheet, room) } : null,
    gate: gate.time ? { time: gate.time, gate: gate.answers } : null,
    findings: findings.time
      ? {
          time: findings.time,
          findings: {
            ...OPEN_FINDINGS,
            sizeMl: findings.sizeMl,
            unstatedNormal: findings.normal,
            otherSectorsNormal: findings.normal,
            remarks: findings.remarks || null,
          },
        }
      : null,
    massage: massage.began
      ? {
          began: massage.began,
          ended: massage.ended || null,
          reason: massage.reason,
          strokesRight: massage.right || null,
          strokesLeft: massage.left || null,
        }
      : null,
    glasses: room.roles.flatMap((role) => {
      const line = sheet.glasses[role];
      if (!line?.time) return [];
      const none = line.measure === "none";
      return [
        {
          role,
          time: line.time,
          measure: none ? null : (line.measure as GlassMeasure | null),
          ml: line.measure === "measured" ? line.ml : null,
          appearance: line.looks,
          how: role === "eps" ? ("by-staff" as const) : ("by-patient" as const),
          reason: none ? line.reason : null,
          number: line.number || null,
        },
      ];
    }),
  };
}
