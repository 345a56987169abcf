// What the taps on the patient's screen become.
import { expect, test } from "vitest";
import { type ChaperoneChoice, chaperoneAnswer, owed, readable, UNPREPARED } from "./prepared";

const CHOICE: ChaperoneChoice = { wants: null, staffId: null, trained: null };

test("nothing is answered before the patient answers", () => {
  expect(chaperoneAnswer(CHOICE, UNPREPARED)).toBeNull();
});

test("one tap is enough for no, and for yes when staff named somebody", () => {
  expect(chaperoneAnswer({ ...CHOICE, wants: "declined" }, UNPREPARED)?.present).toBeNull();
  const named = chaperoneAnswer({ wants: "accepted", staffId: "n", trained: true }, UNPREPARED);
  expect(named).toMatchObject({ offered: true, response: "accepted", present: { staffId: "n", trained: true } });
});

test("a wanted chaperone has a name, and whether they are trained is never assumed", () => {
  expect(chaperoneAnswer({ ...CHOICE, wants: "accepted" }, UNPREPARED)).toBeNull();
  expect(chaperoneAnswer({ wants: "accepted", staffId: "n", trained: null }, UNPREPARED)).toBeNull();
  const required = { ...UNPREPARED, chaperoneRequired: true };
  expect(chaperoneAnswer({ ...CHOICE, wants: "declined" }, required)).toBeNull();
});

test("whether the patient can decide is never assumed, and whether a named chaperone is trained is asked of staff", () => {
  expect(Object.keys(owed(UNPREPARED))).toEqual(["capacity"]);
  const named = { ...UNPREPARED, capacity: { capacity: "present" } as const, chaperoneId: "n" };
  expect(Object.keys(owed(named))).toEqual(["trained"]);
  expect(owed({ ...named, chaperoneTrained: false })).toEqual({});
});

test("a hash is read aloud in groups", () => {
  expect(readable("0123456789abcdef")).toBe("01234567 89abcdef");
});
