// Aftercare: four answers in one explicit act, nothing sent as a yes that nobody said, and a hold that keeps the visit open.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { AftercareRoom, CheckDeparture } from "../../practice";
import { AFTERCARE } from "../../testing/after";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";

const PLACE = { name: "aftercare", patientId: "p", visitId: "v", procedureId: "x" } as const;
const FRESH: AftercareRoom = {
  ...AFTERCARE,
  checks: [],
  sheets: [],
  holdUntil: null,
  notYet: "The check comes first.",
};

test("an untouched form sends no answer, and each question says so", async () => {
  const checkDeparture = vi.fn(async (_: CheckDeparture): Promise<AftercareRoom> => {
    throw refusal("fields", "Answer this.", [{ field: "feelsWell", message: "Answer this." }]);
  });
  stand(PLACE, "s2", { ...VISIT, aftercare: async () => FRESH, checkDeparture });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Close the visit/ }));
  expect(checkDeparture.mock.lastCall?.[0]).toMatchObject({ feelsWell: null, canStand: null, faint: null });
  expect(await screen.findAllByText("Answer this.")).not.toEqual([]);
  expect(await faults()).toEqual([]);
});

test("one act answers all four, and the visit closes when nothing holds", async () => {
  const closeVisit = vi.fn(async () => null);
  const checkDeparture = vi.fn(async (_: CheckDeparture) => ({ ...AFTERCARE, notYet: null, holdUntil: null }));
  stand(PLACE, "s2", { ...VISIT, aftercare: async () => FRESH, checkDeparture, closeVisit });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Well, stands, has passed urine/ }));
  await user.clear(screen.getByLabelText(/Number we may call/));
  await user.type(screen.getByLabelText(/Number we may call/), "030 5550 177");
  await user.click(screen.getByRole("button", { name: /The patient confirms it/ }));
  await user.click(screen.getByRole("button", { name: /Close the visit/ }));
  expect(checkDeparture.mock.lastCall?.[0]).toEqual({
    visitId: "v",
    feelsWell: true,
    canStand: true,
    passedUrine: true,
    faint: false,
    reach: "030 5550 177",
    reachConfirmed: true,
  });
  expect(closeVisit).toHaveBeenCalledOnce();
});

test("another number is confirmed again, and a hold keeps the visit open", async () => {
  const closeVisit = vi.fn(async () => null);
  const checkDeparture = vi.fn(async (_: CheckDeparture) => AFTERCARE);
  stand(PLACE, "s2", { ...VISIT, aftercare: async () => FRESH, checkDeparture, closeVisit });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /The patient confirms it/ }));
  await user.type(screen.getByLabelText(/Number we may call/), "1");
  await user.click(screen.getByRole("button", { name: /Well, stands/ }));
  await user.click(screen.getByRole("button", { name: /Close the visit/ }));
  expect(checkDeparture.mock.lastCall?.[0]?.reachConfirmed).toBe(false);
  expect(closeVisit).not.toHaveBeenCalled();
});
