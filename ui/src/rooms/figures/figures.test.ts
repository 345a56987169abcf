// Months as they are turned.
import { expect, test } from "vitest";
import { monthAfter, monthWords } from "./Figures";

test("a month turns over the year", () => {
  expect(monthAfter("2026-12", 1)).toBe("2027-01");
  expect(monthAfter("2026-01", -1)).toBe("2025-12");
  expect(monthAfter("2026-11", -11)).toBe("2025-12");
  expect(monthWords("2026-11")).toBe("November 2026");
});
