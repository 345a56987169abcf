// What stands beside the glasses, and a laboratory's own values, as the practice answers them.
import type { FurtherRoom, LaboratorySpecimen } from "../practice";

export const FURTHER: FurtherRoom = {
  procedureId: "x",
  visitId: "v",
  kinds: [
    {
      role: "msu",
      title: "MSU midstream urine (acute pathway)",
      containers: ["Sterile screw cup"],
      target: "10 mL",
      keeps: "2-8 °C; 2 h at room temperature, 24 h at 2-8 °C",
      hint: "Before the first dose of an antibiotic, where the patient can wait for it.",
      source: "Alberta Precision Laboratories 1084",
      blood: false,
      caution: null,
    },
    {
      role: "blood-culture",
      title: "BC blood culture (acute pathway)",
      containers: ["Aerobic bottle", "Anaerobic bottle"],
      target: "as the bottle says",
      keeps: "room temperature, never cold",
      hint: "One set is an aerobic and an anaerobic bottle from one puncture.",
      source: "General professional knowledge",
      blood: true,
      caution: null,
    },
    {
      role: "psa-serum",
      title: "PSA serum for PSA",
      containers: ["Serum separator tube"],
      target: "1-3 mL",
      keeps: "cold or frozen, as the laboratory says",
      hint: "Before anything presses on the prostate.",
      source: "Int Urol Nephrol 2022;54:2117",
      blood: true,
      caution: "The blood was drawn after the prostate had been examined.",
    },
  ],
  taken: [
    {
      specimenId: "f1",
      role: "msu",
      source: "Midstream urine, no massage",
      status: "collected",
      accession: "U2600000156",
      collectedAt: "2026-11-22T09:15:00.000+00:00",
      collectedBy: "Tom Abara",
      amount: "12 mL",
      insufficient: false,
      discarded: null,
      label: {
        labelId: "l1",
        serial: 1,
        status: "unverified",
        issuedAt: "2026-11-22T09:15:00.000+00:00",
        issuedBy: "Tom Abara",
        prints: [{ way: "pdf-file", target: "f.pdf", at: "2026-11-22T09:15:01.000+00:00", failure: null }],
      } as unknown as NonNullable<FurtherRoom["taken"][number]["label"]>,
      cautions: [],
      ordered: false,
      test: "Midstream urine: culture and susceptibility",
      reports: [],
    },
  ],
  whyNot: null,
  ordered: false,
};

const SHIPPED = {
  container: "Sterile screw cup",
  minimumMl: "5",
  storage: "2-8 °C",
  ambientHours: "2",
  coldHours: "24",
  localCode: "MSU-CULT",
  localName: "Midstream urine: culture and susceptibility",
};

export const LABORATORY: LaboratorySpecimen[] = [
  {
    role: "msu",
    title: "MSU midstream urine (acute pathway)",
    shipped: SHIPPED,
    now: { ...SHIPPED, container: "Boric acid tube" },
    versions: [
      {
        version: 1,
        values: {
          container: "Boric acid tube",
          minimumMl: null,
          storage: null,
          ambientHours: null,
          coldHours: null,
          localCode: null,
          localName: null,
        },
        effectiveOn: "2026-11-22",
        at: "2026-11-22T08:00:00.000+00:00",
        by: "Marta Lind",
      },
    ],
  },
];
