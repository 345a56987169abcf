// Enter on a row leads to the room of the next act; a finished visit leads to its chart.
import { expect, test } from "vitest";
import { placeOfNext } from "./nextPlace";

test("each next act has its room, about the same visit", () => {
  const ids = { patientId: "p", visitId: "v", procedureId: "x" };
  const about = { ...ids, kind: "four-glass" };
  const check = (next: string, name: string) => expect(placeOfNext(next, about).name, next).toBe(name);
  check("check-in", "check-in");
  check("time-out", "time-out");
  check("verify-labels", "collection");
  check("sign", "note");
  check("nothing", "patient");
  expect(placeOfNext("exam", about)).toEqual({ name: "exam", ...ids });
  expect(placeOfNext("close", { ...ids, kind: "dre" })).toEqual({ name: "exam", ...ids });
});
