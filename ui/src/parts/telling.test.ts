// What is sent of an attempt to tell, and how it is said in one line: only what belongs to the chosen one.
import { expect, test } from "vitest";
import { BLANK_TELLING, tellingRequest, tellingWords } from "./telling";

test("only what belongs to the chosen way is sent", () => {
  const typed = { ...BLANK_TELLING, by: "in-person", identifiers: ["name"], to: "x", said: "All well" } as const;
  expect(tellingRequest({ ...typed, identifiers: ["name"] })).toEqual({
    what: "told",
    by: "in-person",
    identifiers: [],
    to: null,
    said: "All well",
    plan: null,
  });
  expect(tellingRequest({ ...BLANK_TELLING, what: "not-reached" })).toEqual({
    what: "not-reached",
    messageLeft: null,
    note: null,
  });
  expect(tellingRequest({ ...BLANK_TELLING, what: "letter", letter: " " })).toEqual({
    what: "letter",
    kind: null,
    said: null,
  });
});

test("an attempt is said in one line", () => {
  const told = {
    what: "told",
    identifiers: ["name", "birth-date"],
    to: null,
    said: "Bacteria",
    plan: "Monday",
  } as const;
  const words = tellingWords({ ...told, by: "telephone", identifiers: ["name", "birth-date"] });
  expect(words).toBe("Told by telephone (name and birth date asked): Bacteria. Agreed: Monday");
  const unit = tellingWords({ ...told, by: "health-unit", identifiers: [], to: "Sister Bond", plan: null });
  expect(unit).toBe("Told through the health unit (Sister Bond): Bacteria");
  expect(tellingWords({ what: "not-reached", messageLeft: true, note: "engaged" })).toBe(
    "Not reached, a message was left: engaged",
  );
  const letter = { what: "letter", kind: "asks-to-call", said: null, file: "letter.pdf", addressed: false } as const;
  expect(tellingWords(letter)).toBe("Letter that asks to call: letter.pdf");
});
