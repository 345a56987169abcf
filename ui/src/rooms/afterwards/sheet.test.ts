// What is copied from paper goes out as it was written; what has no time goes nowhere.
import { expect, test } from "vitest";
import type { AfterwardsRoom } from "../../practice";
import { VISIT } from "../../testing/visit";
import { blank, makesLabels, requestOf } from "./sheet";

async function room(): Promise<AfterwardsRoom> {
  const answer = await VISIT.afterwards?.("v");
  if (!answer) throw new Error("the fake knows no such room");
  return answer;
}

test("an empty sheet tells of nothing", async () => {
  const shown = await room();
  const { consent, vitals, answers, gate, findings, massage, glasses } = requestOf(blank(shown), shown, false);
  expect([consent, vitals, answers, gate, findings, massage]).toEqual([null, null, null, null, null, null]);
  expect(glasses).toEqual([]);
});

test("a glass without a volume asks for one, and only a tube asks for somebody who stands by", async () => {
  const shown = await room();
  const line = { time: "09:05", measure: null, ml: "", looks: null, reason: null, number: "" };
  const sheet = { ...blank(shown), glasses: { vb1: line } };
  expect(requestOf(sheet, shown, false).glasses[0]).toMatchObject({ role: "vb1", measure: null, reason: null });
  expect(makesLabels(sheet)).toBe(false);
  const none = { ...sheet, glasses: { eps: { ...line, measure: "none" as const, reason: "dry" as const } } };
  expect([makesLabels(none), requestOf(none, shown, false).glasses[0]?.reason]).toEqual([false, "dry"]);
  const enough = { ...sheet, glasses: { vb1: { ...line, measure: "enough" as const } } };
  expect([makesLabels(enough), requestOf(enough, shown, false).glasses[0]?.how]).toEqual([true, "by-patient"]);
});

test("a side that nobody counted is not none", async () => {
  const shown = await room();
  const massage = { began: "09:15", ended: "", reason: null, right: "4", left: "" };
  expect(requestOf({ ...blank(shown), massage }, shown, false).massage).toMatchObject({
    ended: null,
    strokesRight: "4",
    strokesLeft: null,
  });
});
