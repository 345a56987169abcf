// A border or a machine's zone must not move a time that was written down.
import { expect, test } from "vitest";
import { ago, clock, dateAndClock, dayAfter, longDate, shortDate, spell } from "./when";

test("dates read day, month in letters, year, as far as they are known", () => {
  expect(shortDate("2026-11-02")).toBe("2 Nov 2026");
  expect(shortDate("1961-04")).toBe("Apr 1961");
  expect(shortDate("1961")).toBe("1961");
  expect(shortDate("unknown")).toBe("not known");
  expect(longDate("2026-11-22")).toBe("Sunday, 22 Nov 2026");
});

test("a moment keeps the clock it was written with", () => {
  expect(clock("2026-11-22T23:59:07+13:00")).toBe("23:59");
  expect(clock("2026-11-22T23:59:07.123+13:00", true)).toBe("23:59:07");
  expect(dateAndClock("2026-11-22T00:04:00-08:00")).toBe("22 Nov 2026 00:04");
});

test("lengths of time are read at a glance", () => {
  expect(spell(42)).toBe("0:42");
  expect(spell(725.9)).toBe("12:05");
  expect(spell(3729)).toBe("1:02:09");
  expect(ago("2026-11-22T12:00:00Z", Date.parse("2026-11-22T12:06:30Z"))).toBe("6 min ago");
  expect(ago("2026-11-20T12:00:00Z", Date.parse("2026-11-22T12:06:30Z"))).toBe("2 days ago");
  expect(dayAfter("2026-12-31", 1)).toBe("2027-01-01");
});
