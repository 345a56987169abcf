// The day is counted in one line.
import { expect, test } from "vitest";
import { counted } from "./Today";

test("the day is counted by kind", () => {
  expect(counted([])).toBe("no visits");
  expect(counted([{ kind: "dre" }])).toBe("1 visit: DRE 1");
  expect(counted([{ kind: "four-glass" }, { kind: "dre" }, { kind: "dre" }])).toBe(
    "3 visits: Four-glass test 1, DRE 2",
  );
});
