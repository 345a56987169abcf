// The day is counted in one line.
import { expect, test } from "vitest";
import { counted } from "./Today";

test("the day is counted by kind", () => {
  expect(counted([])).toBe("no visits");
  const booked = "booked" as const;
  expect(counted([{ kind: "dre", status: booked }])).toBe("1 visit: DRE 1");
  expect(
    counted([
      { kind: "four-glass", status: booked },
      { kind: "dre", status: booked },
      { kind: "dre", status: booked },
    ]),
  ).toBe("3 visits: Four-glass test 1, DRE 2");
});

test("what does not take place is counted beside the rest", () => {
  const rows = [
    { kind: "dre", status: "booked" },
    { kind: "dre", status: "cancelled" },
    { kind: "eps", status: "no-show" },
  ] as const;
  expect(counted([...rows])).toBe("1 visit: DRE 1 · 1 cancelled · 1 did not come");
  expect(counted([rows[1]])).toBe("no visits · 1 cancelled");
});
