// Numbers people read aloud, and faces that never share a code.
import { expect, test } from "vitest";
import { GLASSES, glassCode, grouped } from "./glass";

test("an accession is grouped for the ear, however it was scanned", () => {
  expect(grouped("U2600012337")).toBe("U26-000123-3 7");
  expect(grouped("u26-000123-3 7")).toBe("U26-000123-3 7");
  expect(grouped("H-1042")).toBe("H-1042");
});

test("each glass has its own code, and within a set its own shape and colour", () => {
  expect(new Set(Object.values(GLASSES).map((face) => face.code)).size).toBe(12);
  for (const set of [["vb1", "vb2", "eps", "vb3"] as const, ["pre-m", "eps", "post-m"] as const]) {
    for (const part of ["shape", "fill", "colour"] as const) {
      expect(new Set(set.map((role) => GLASSES[role][part])).size).toBe(set.length);
    }
  }
  expect(glassCode("vb2")).toBe("VB2");
});
