import { expect, test } from "vitest";
import type { TrailRow } from "../../practice";
import { actionWords, objectWords } from "./words";

test("codes are read as words", () => {
  expect(actionWords("patient.register")).toBe("patient: register");
  expect(actionWords("sign-on")).toBe("sign on");
  expect(actionWords("sign-on.failed")).toBe("sign on: failed");
});

test("a thing is named by its noun and the end of its id, and by whose record it is in", () => {
  const row = { object: "visit/019ab3c2-0000-7000-8000-00000001a2b3", newVersion: 2, patient: null } as TrailRow;
  expect(objectWords(row)).toBe("visit …01a2b3, version 2");
  const patient = "019ab3c2-0000-7000-8000-0000000c0ffe";
  expect(objectWords({ ...row, newVersion: 1, patient })).toBe("visit …01a2b3, patient …0c0ffe");
  expect(objectWords({ ...row, object: "clinic", newVersion: null })).toBe("clinic");
});
