// Nodules and indurated areas as the sector map draws them.
import type { SectorFinding } from "../../parts";
import type { Findings, StatedFindings } from "../../practice";

export function spotsOf({ nodules, indurations }: Findings | StatedFindings): SectorFinding[] {
  const areas = (indurations ?? []).flatMap((area, at) =>
    area.sectors.map((sector) => ({ id: `i${at}${sector}`, sectors: [sector], kind: "induration" as const })),
  );
  return [...areas, ...nodules.map((nodule, at) => ({ ...nodule, id: `n${at}`, kind: "nodule" as const }))];
}
