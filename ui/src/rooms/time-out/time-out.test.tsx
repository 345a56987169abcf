// The chaperone at the time-out: one tap when they come and one when they leave, and nothing where nobody was named.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Hatch, TimeOutRoom } from "../../practice";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";

async function room(part: Partial<TimeOutRoom>): Promise<Partial<Hatch>> {
  const known = (await VISIT.timeOut?.("v1")) as TimeOutRoom;
  return { ...VISIT, timeOut: async () => ({ ...known, ...part }) };
}

const PLACE = { name: "time-out", visitId: "v1", patientId: "p1", procedureId: "x1" } as const;

test("a named chaperone comes and goes by one tap each", async () => {
  const chaperoneArrived = vi.fn(async () => Promise.reject({ code: "locked", message: "Locked.", fields: [] }));
  const named = await room({ chaperoneNamed: true, stay: { arrived: null, left: null } });
  const { unmount } = stand(PLACE, "s1", { ...named, chaperoneArrived });
  await userEvent.click(await screen.findByRole("button", { name: "Chaperone is here" }));
  expect(chaperoneArrived).toHaveBeenCalledTimes(1);
  expect(await faults()).toEqual([]);
  unmount();

  const chaperoneLeft = vi.fn(async () => Promise.reject({ code: "locked", message: "Locked.", fields: [] }));
  const here = await room({ chaperoneNamed: true, stay: { arrived: "2026-11-22T10:02:00+00:00", left: null } });
  stand(PLACE, "s1", { ...here, chaperoneLeft });
  await screen.findByText("In the room since 10:02");
  await userEvent.click(screen.getByRole("button", { name: "Chaperone leaves" }));
  expect(chaperoneLeft).toHaveBeenCalledTimes(1);
});

test("where nobody was named there is nobody to wait for", async () => {
  stand(PLACE, "s1", await room({ chaperoneNamed: false }));
  await screen.findByRole("button", { name: "Consent and chaperone stand" });
  expect(screen.queryByRole("button", { name: /Chaperone/ })).toBeNull();
});

test("blood for PSA is settled in one tap, and a missing pressure leads to the readings", async () => {
  const known = (await VISIT.timeOut?.("v1")) as TimeOutRoom;
  const giveAnswers = vi.fn(async () => Promise.reject({ code: "locked", message: "Locked.", fields: [] }));
  const [first] = known.items;
  const [verdict] = known.verdicts.acts;
  const [fired] = verdict?.fired ?? [];
  if (!first || !verdict || !fired) throw new Error("the room is empty");
  const blood = { ...first, id: "psa-blood", kind: "one-of" as const, answer: null };
  const waits = { ...verdict, fired: [{ ...fired, id: "C10", severity: "absolute" as const, passes: true }] };
  const open = await room({
    timeOut: null,
    items: [...known.items, blood],
    verdicts: { ...known.verdicts, acts: [waits] },
  });
  stand(PLACE, "s1", { ...open, giveAnswers });
  expect(await screen.findByRole("button", { name: "Measure the blood pressure" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Open the stop screen" })).toBeNull();
  await userEvent.click(screen.getByRole("radio", { name: "PSA put off" }));
  const answer = { item: "psa-blood", said: "deferred", value: null, unit: null, detail: null, stated: "singly" };
  expect(giveAnswers).toHaveBeenCalledWith({ visitId: "v1", answers: [answer], reason: null, second: null });
  expect(await faults()).toEqual([]);
});
