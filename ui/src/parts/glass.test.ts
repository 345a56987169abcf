// Numbers people read aloud, and four faces that never share a code.
import { expect, test } from "vitest";
import { GLASSES, glassCode, grouped } from "./glass";

test("an accession is grouped for the ear, however it was scanned", () => {
  expect(grouped("U2600012337")).toBe("U26-000123-3 7");
  expect(grouped("u26-000123-3 7")).toBe("U26-000123-3 7");
  expect(grouped("H-1042")).toBe("H-1042");
});

test("each glass has its own code, shape and colour", () => {
  const faces = Object.values(GLASSES);
  for (const part of ["code", "shape", "fill", "colour"] as const) {
    expect(new Set(faces.map((face) => face[part])).size).toBe(4);
  }
  expect(glassCode("vb2")).toBe("VB2");
});
