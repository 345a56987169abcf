// The procedure room by keyboard and scanner: one thing to do now, and nothing that the rules have not cleared.
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { CollectionGlass, CollectionView, Hatch, TypedGlass } from "../../practice";
import { openFor } from "../../testing/fake";
import { faults, show } from "../../testing/show";
import { VISIT } from "../../testing/visit";

const glass = (role: CollectionGlass["role"], part: Partial<CollectionGlass> = {}): CollectionGlass => ({
  specimenId: `t-${role}`,
  role,
  title: role,
  target: "10 mL",
  status: "planned",
  accession: null,
  collectedAt: null,
  amount: null,
  appearance: null,
  insufficient: false,
  reason: null,
  discarded: null,
  label: null,
  ...part,
});

const ROOM: CollectionView = {
  procedureId: "x1",
  visitId: "v1",
  patientId: "p1",
  kind: "four-glass",
  act: "mas",
  procedureStatus: "underway",
  visitStatus: "in-room",
  step: "first-urines",
  glasses: [glass("vb1"), glass("vb2"), glass("eps"), glass("vb3")],
  timers: [],
  clearance: { word: "clear", reason: "", asksConsent: false },
  dipstick: null,
  massage: null,
  interruption: null,
  openLabels: 0,
  now: "2026-11-22T09:40:00+00:00",
};

const TAKEN: CollectionView = {
  ...ROOM,
  step: "massage",
  glasses: [
    glass("vb1", { status: "collected", accession: "U2600012318", collectedAt: ROOM.now, amount: "enough" }),
    glass("vb2", { status: "not-obtained", reason: "missed-cup" }),
    glass("eps"),
    glass("vb3"),
  ],
};

const MASSAGING: CollectionView = { ...TAKEN, step: "massaging" };

/** The room of the first patient of the day, as the urologist walks into it. */
async function enter(view: CollectionView, taught: Partial<Hatch> = {}) {
  show(openFor("s1"), { collection: async () => view, printLabels: async () => [], ...taught });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Collect" }));
  await screen.findByRole("list", { name: "Glasses" });
  return user;
}

test("VB1 and VB2 are received in one act, once both volumes are said", async () => {
  const receiveFirstUrines = vi.fn<(request: { vb1: TypedGlass; vb2: TypedGlass }) => Promise<CollectionView>>(
    async () => TAKEN,
  );
  const user = await enter(ROOM, { receiveFirstUrines: receiveFirstUrines as unknown as Hatch["receiveFirstUrines"] });
  const stamp = screen.getByRole("button", { name: /VB1 and VB2 received/ });
  expect(stamp.hasAttribute("disabled")).toBe(true);
  const [vb1, vb2] = screen.getAllByRole("radio", { name: "Enough" });
  if (vb1 && vb2) {
    await user.click(vb1);
    await user.click(vb2);
  }
  await user.click(screen.getByRole("button", { name: "VB1 a minute earlier" }));
  await user.click(screen.getByRole("button", { name: "How VB2 looks, optional" }));
  await user.click(screen.getByRole("button", { name: "Cloudy" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  const [request] = receiveFirstUrines.mock.calls[0] ?? [];
  expect([request?.vb1.minutesAgo, request?.vb2.minutesAgo, request?.vb1.measure]).toEqual([1, 0, "enough"]);
  expect([request?.vb1.appearance, request?.vb2.appearance]).toEqual([null, "cloudy"]);
  expect(await faults()).toEqual([]);
});

test("the foot pedal starts and stops a cleared massage, and there is no button for another", async () => {
  const startMassage = vi.fn(async () => TAKEN);
  const user = await enter(TAKEN, { startMassage });
  await user.keyboard(" ");
  expect(startMassage).toHaveBeenCalledWith("x1");

  document.body.replaceChildren();
  const stopMassage = vi.fn(async () => TAKEN);
  const again = await enter({ ...TAKEN, step: "massaging" }, { stopMassage });
  await again.click(screen.getByRole("button", { name: "R 0: count a stroke, patient's right" }));
  await again.keyboard(" ");
  expect(stopMassage).toHaveBeenCalledWith({ procedureId: "x1", reason: null, strokes: { right: 1, left: 0 } });

  document.body.replaceChildren();
  await enter({ ...TAKEN, clearance: { word: "blocked", reason: "38.2 °C with dysuria.", asksConsent: false } });
  expect(screen.queryByRole("button", { name: /Start the massage/ })).toBeNull();
  expect(screen.getByRole("heading", { name: "No massage" })).toBeTruthy();
  expect(screen.getByText("38.2 °C with dysuria.")).toBeTruthy();
});

test("a gland that becomes very tender under the strokes opens the stop screen", async () => {
  const ended: CollectionView = { ...TAKEN, procedureStatus: "aborted-safety", step: "finish" };
  const stopMassage = vi.fn(async () => ended);
  const user = await enter(MASSAGING, { stop: VISIT.stop as Hatch["stop"], stopMassage });
  await user.click(screen.getByRole("button", { name: "Gland now very tender" }));
  expect(stopMassage).toHaveBeenCalledWith({ procedureId: "x1", reason: "tender", strokes: null });
  expect(await screen.findByRole("heading", { name: "We will not do this part today." })).toBeTruthy();
});

test("one key and a question in words end every awaited glass when the patient has left", async () => {
  const patientLeft = vi.fn(async () => TAKEN);
  const user = await enter(TAKEN, { patientLeft });
  await user.keyboard("p");
  const question = await screen.findByRole("alertdialog");
  expect(question.textContent).toContain("EPS, VB3: not obtained, because the patient left.");
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Still here" }));
  expect(patientLeft).not.toHaveBeenCalled();
  await user.keyboard("p");
  await user.click(await screen.findByRole("button", { name: "The patient has left" }));
  expect(patientLeft).toHaveBeenCalledWith("x1");
});

test("the dipstick of VB2 is one optional row, and the rules are told at once", async () => {
  const giveAnswers = vi.fn(async () => Promise.reject({ code: "correction-reason", message: "Say why.", fields: [] }));
  const dipped: CollectionView = { ...TAKEN, dipstick: { nitrite: null, leukocytes: false } };
  const user = await enter(dipped, { giveAnswers });
  const nitrite = screen.getByRole("radiogroup", { name: "Nitrite, dipstick of VB2" });
  expect(within(nitrite).queryByRole("radio", { checked: true })).toBeNull();
  expect(await faults()).toEqual([]);
  await user.click(within(nitrite).getByRole("radio", { name: "Positive" }));
  const answer = { item: "dipstick-nitrite", said: "yes", value: null, unit: null, detail: null, stated: "singly" };
  expect(giveAnswers).toHaveBeenCalledWith({ visitId: "v1", answers: [answer], reason: null, second: null });
  expect(await screen.findByRole("button", { name: "Put it right at check-in" })).toBeTruthy();

  document.body.replaceChildren();
  await enter(TAKEN);
  expect(screen.queryByRole("region", { name: "Dipstick of VB2" })).toBeNull();
});

test("a scan anywhere in the room reads a label back", async () => {
  const verifyLabel = vi.fn(async () => Promise.reject({ code: "another-tube", message: "another tube", fields: [] }));
  await enter(TAKEN, { verifyLabel });
  act(() => {
    for (const key of [..."U2600012318", "Enter"]) window.dispatchEvent(new KeyboardEvent("keydown", { key }));
  });
  const read = { procedureId: "x1", specimenId: null, read: "U2600012318", how: "scan" };
  await vi.waitFor(() => expect(verifyLabel).toHaveBeenCalledWith(read));
  expect(await screen.findByText("another tube")).toBeTruthy();
});

test("a massage that nobody saw end is asked about before anything else", async () => {
  const accountForMassage = vi.fn(async () => TAKEN);
  const interruption = { began: "2026-11-22T10:41:20+00:00", stopped: "2026-11-22T10:42:07+00:00" };
  const user = await enter({ ...TAKEN, step: "massaging", interruption }, { accountForMassage });
  expect(screen.getByRole("alertdialog").textContent).toContain("The station stopped at 10:42:07 during massage");
  expect(screen.queryByRole("timer")).toBeNull();
  await user.click(screen.getByRole("button", { name: "It was completed" }));
  expect(accountForMassage).toHaveBeenCalledWith({ procedureId: "x1", account: { kind: "completed" } });
});

test("a long massage is asked about beside the next glass", async () => {
  const told = {
    message: "Write why it took so long.",
    fields: [{ field: "why", message: "Write why it took so long." }],
  };
  const explainMassage = vi.fn(async () => Promise.reject({ code: "fields", ...told }));
  const massage = {
    startedAt: "2026-11-22T09:30:00+00:00",
    stoppedAt: "2026-11-22T09:34:00+00:00",
    running: false,
    reason: null,
    asksWhyLong: true,
    longBecause: null,
  };
  const after: CollectionView = { ...TAKEN, step: "secretion", massage };
  const user = await enter(after, { explainMassage });
  expect(screen.getByRole("button", { name: /Stamp VB3: enough/ })).toBeTruthy();
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Keep the reason" }));
  expect(explainMassage).toHaveBeenCalledWith({ procedureId: "x1", why: "" });
  expect(await screen.findByText("Write why it took so long.")).toBeTruthy();

  document.body.replaceChildren();
  await enter({ ...after, massage: { ...massage, asksWhyLong: false, longBecause: "two pauses" } });
  expect(screen.getByText("Longer than three minutes: two pauses")).toBeTruthy();
  expect(screen.queryByRole("region", { name: "A long massage" })).toBeNull();
});
