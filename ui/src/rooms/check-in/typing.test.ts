import { expect, test } from "vitest";
import { eventDateWords, readEventDate } from "./typing";

test("a day is read as far as it is known", () => {
  expect(readEventDate("4 10 2026")).toBe("2026-10-04");
  expect(readEventDate("10 2026")).toBe("2026-10");
  expect(readEventDate("10/2026")).toBe("2026-10");
  expect(readEventDate(" 2026 ")).toBe("2026");
  expect(readEventDate("in autumn")).toBeNull();
  expect(readEventDate("4 10")).toBeNull();
});

test("and said in the words of the record", () => {
  expect(eventDateWords("2026-10-04")).toBe("4 Oct 2026");
  expect(eventDateWords("2026-10")).toBe("Oct 2026");
  expect(eventDateWords("2026")).toBe("2026");
});
