// Stopping is not withdrawing: the dialog keeps them apart, and what is held waits for an answer.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Hatch, WithdrawalRoom } from "../../practice";
import { openFor } from "../../testing/fake";
import { faults, show } from "../../testing/show";
import { VISIT } from "../../testing/visit";

const ROOM: WithdrawalRoom = {
  visitId: "v1",
  procedureId: "x1",
  mayStop: true,
  standing: [{ consentId: "c1", title: "Four-glass test" }],
  phase: "during-massage",
  collected: ["vb1", "vb2"],
  held: null,
};

/** The nurse at the glasses of a visit. */
async function atTheGlasses(room: WithdrawalRoom, taught: Partial<Hatch>) {
  show(openFor("s2"), { ...VISIT, withdrawalRoom: async () => room, ...taught });
  const user = userEvent.setup();
  await user.click(await screen.findByText("Raymond", { exact: false }));
  await user.click(await screen.findByRole("button", { name: /^Collect/ }));
  return user;
}

test("to stop touches no tube, and is another act than to withdraw", async () => {
  const patientAskedToStop = vi.fn(async () => ROOM);
  const withdrawConsent = vi.fn(async () => ({}) as never);
  const user = await atTheGlasses(ROOM, { patientAskedToStop, withdrawConsent });
  await user.click(await screen.findByRole("button", { name: /Patient wants to stop/ }));
  const act = await screen.findByRole("button", { name: /^Stop here/ });
  expect(act.hasAttribute("disabled")).toBe(true);
  expect(screen.queryByRole("radio", { name: /Hold them/ })).toBeNull();
  await user.click(screen.getByRole("radio", { name: /Stop here/ }));
  expect(await faults()).toEqual([]);
  await user.click(act);
  expect(patientAskedToStop).toHaveBeenCalledWith("x1");
  expect(withdrawConsent).not.toHaveBeenCalled();
});

test("a withdrawal holds by itself, with the phase as it was recorded", async () => {
  const withdrawConsent = vi.fn(async () => ({}) as never);
  const user = await atTheGlasses(ROOM, { withdrawConsent });
  await user.click(await screen.findByRole("button", { name: /Patient wants to stop/ }));
  await user.click(await screen.findByRole("radio", { name: /I take my consent back/ }));
  expect((screen.getByRole("radio", { name: /Hold them/ }) as HTMLInputElement).checked).toBe(true);
  await user.click(screen.getByRole("button", { name: /Record the withdrawal/ }));
  const request = { consentId: "c1", phase: "during-massage", specimens: "held", reason: null };
  expect(withdrawConsent).toHaveBeenCalledWith(request);
});

test("what is held asks to be sent or discarded, and nothing else", async () => {
  const held = { consentId: "c1", since: "2026-11-22T10:00:00Z", roles: ["vb1" as const], ordered: true };
  const answerForSpecimens = vi.fn(async () => ROOM);
  const user = await atTheGlasses({ ...ROOM, mayStop: false, standing: [], held }, { answerForSpecimens });
  await user.click(await screen.findByRole("button", { name: /Specimens are held/ }));
  await user.click(await screen.findByRole("radio", { name: /Discard them/ }));
  await user.click(screen.getByRole("button", { name: /Record the answer/ }));
  expect(answerForSpecimens).toHaveBeenCalledWith({ consentId: "c1", wish: "discard" });
});
