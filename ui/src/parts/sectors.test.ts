// A map drawn the wrong way round invites a wrong-side biopsy.
import { expect, test } from "vitest";
import { cellOf, neighbour, SECTORS, sectorWords } from "./sectors";

test("the patient's right is on the viewer's left, the base above", () => {
  for (const sector of SECTORS) {
    const { cx, cy } = cellOf(sector);
    expect(sector.startsWith("R")).toBe(cx < 160);
    if (sector.includes("-B-")) expect(cy).toBeLessThan(122);
    if (sector.includes("-A-")) expect(cy).toBeGreaterThan(206);
  }
  expect(SECTORS).toHaveLength(12);
});

test("arrow keys walk the map and stop at its edge", () => {
  expect(neighbour("R-M-m", "ArrowRight")).toBe("L-M-m");
  expect(neighbour("R-M-m", "ArrowDown")).toBe("R-A-m");
  expect(neighbour("R-B-l", "ArrowUp")).toBe("R-B-l");
  expect(neighbour("R-B-l", "ArrowLeft")).toBe("R-B-l");
});

test("a sector is said in words", () => {
  expect(sectorWords("L-A-m")).toBe("left apex medial");
});
