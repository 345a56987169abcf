// A scan anywhere opens what was scanned, unless the screen keeps it for itself. What nobody knows is refused at once, with sound.
import { useEffect } from "react";
import { chirp, hearScan, heldBy, type Place, useNotify, watchScans } from "../parts";
import { useHatch } from "../practice";

export function useScans(go: (place: Place) => void, inert: boolean): void {
  const hatch = useHatch();
  const notify = useNotify();
  useEffect(() => {
    // In front of the reading patient a scan does nothing at all.
    if (inert) return watchScans(() => {});
    return watchScans(async (code) => {
      if (hearScan(code)) return;
      const held = heldBy();
      if (held) {
        chirp();
        notify("refused", held);
        return;
      }
      const tube = await hatch.findSpecimen(code).catch(() => null);
      if (tube) return go({ name: "specimen", ...tube });
      const rows = await hatch.findPatients(code).catch(() => []);
      const exact = rows.filter((row) => row.mrn.toUpperCase() === code);
      const [only] = exact;
      // A wristband may carry the number of a chart that was merged since.
      const patientId = exact.length === 1 ? only?.patientId : await hatch.patientNumbered(code).catch(() => null);
      if (patientId) go({ name: "patient", patientId });
      else {
        chirp();
        notify("refused", `Nothing here has the number ${code}. Scan it again, or type it into Find.`);
      }
    });
  }, [hatch, notify, go, inert]);
}
