// What the taps on the patient's screen become.
import { expect, test } from "vitest";
import { wordsIn } from "./patientWords";
import { beside, chaperoneAnswer, owed, type PreparedMinor, readable, UNANSWERED, UNPREPARED } from "./prepared";

const CHOICE = UNANSWERED;
const ABLE = { ...UNPREPARED, textId: "dre", capacity: { capacity: "present" } as const };
const MINOR: PreparedMinor = {
  kind: "guardian",
  name: "Ruth Okafor",
  relation: "mother",
  assent: true,
  note: "",
  reason: "pain",
};

test("nothing is answered before the patient answers", () => {
  expect(chaperoneAnswer(CHOICE, UNPREPARED)).toBeNull();
});

test("one tap is enough for no, and for yes when staff named somebody", () => {
  expect(chaperoneAnswer({ ...CHOICE, wants: "declined" }, UNPREPARED)?.present).toBeNull();
  const named = chaperoneAnswer({ ...CHOICE, wants: "accepted", staffId: "n", trained: true }, UNPREPARED);
  expect(named).toMatchObject({ offered: true, response: "accepted", present: { staffId: "n", trained: true } });
});

test("a wanted chaperone has a name, and whether they are trained is never assumed", () => {
  expect(chaperoneAnswer({ ...CHOICE, wants: "accepted" }, UNPREPARED)).toBeNull();
  expect(chaperoneAnswer({ ...CHOICE, wants: "accepted", staffId: "n", trained: null }, UNPREPARED)).toBeNull();
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

test("another language needs an interpreter of age with a name", () => {
  const polish = { ...ABLE, spoken: "Polish" };
  expect(Object.keys(owed(polish))).toEqual(["interpreter"]);
  const interpreter = { language: "Polish", kind: "telephone" as const, name: "4471", family: false, minor: false };
  expect(owed({ ...polish, interpreter })).toEqual({});
  expect(Object.keys(owed({ ...polish, interpreter: { ...interpreter, minor: true } }))).toEqual(["interpreter"]);
});

test("under 18 staff say who decides, and before a massage somebody concurs", () => {
  const young = { minor: true, concurrence: null };
  expect(Object.keys(owed(ABLE, young))).toEqual(["minor"]);
  expect(owed({ ...ABLE, minor: MINOR }, young)).toEqual({});
  expect(owed({ ...ABLE, minor: { ...MINOR, assent: false } }, young).minor).toContain("not done today");
  expect(Object.keys(owed({ ...ABLE, textId: "eps", minor: MINOR }, young))).toEqual(["concurrence"]);
});

test("going without a chaperone under 18 is answered by the guardian too", () => {
  const prepared = { ...ABLE, minor: MINOR };
  const declined = { ...CHOICE, wants: "declined" as const };
  expect(chaperoneAnswer(declined, prepared)).toBeNull();
  const both = { ...declined, guardianToo: true };
  expect(chaperoneAnswer(both, prepared)?.present).toBeNull();
  expect(beside(prepared, both, null).minor?.withoutChaperone).toEqual({ byPatient: true, byGuardian: true });
});

test("no word of the patient's screen is left in English", () => {
  const english = wordsIn("en");
  const same = new Set(["no", "staffPin"]);
  for (const tongue of ["es", "de"] as const) {
    const words = wordsIn(tongue) as unknown as Record<string, unknown>;
    for (const [name, word] of Object.entries(english)) {
      if (typeof word === "string" && !same.has(name)) expect(`${name}: ${words[name]}`).not.toBe(`${name}: ${word}`);
    }
  }
});
