// Calling off from the list by keys alone: the row one stands on is meant, and what does not take place stands back.
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Place } from "../../parts";
import type { CancelVisit, TodayRow } from "../../practice";
import { DAY } from "../../testing/cast";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";

const BOOKED = DAY.rows.filter((row) => row.status === "booked");
const [FIRST, SECOND] = BOOKED as [TodayRow, TodayRow];
const LATE: TodayRow = { ...SECOND, status: "no-show", nextAct: "came-after-all" };

test("d says that the patient did not come, and a refusal says why not yet", async () => {
  const message = "The visit is booked for 22 Nov 2026, 10:00: nobody has failed to come before that.";
  const didNotCome = vi.fn(async (_: string) => {
    throw refusal("not-yet-missed", message);
  });
  stand({ name: "today" }, "s2", { today: async () => ({ ...DAY, rows: [FIRST] }), didNotCome });
  await screen.findByRole("grid");
  await userEvent.keyboard("d");
  expect(await screen.findByText(message)).toBeDefined();
  expect(didNotCome).toHaveBeenCalledExactlyOnceWith(FIRST.visitId);
});

test("c asks who and why, v opens the visit, and Enter greets whoever came after all", async () => {
  const cancelVisit = vi.fn(async (_: CancelVisit) => null);
  const arrive = vi.fn(async (_: string) => null);
  const went: Place[] = [];
  const today = async () => ({ ...DAY, rows: [LATE] });
  stand({ name: "today" }, "s2", { today, cancelVisit, arrive }, (to) => went.push(to));
  const row = (await screen.findByText("did not come")).closest("[role=row]");
  expect(row?.hasAttribute("data-muted")).toBe(true);
  expect(await faults()).toEqual([]);
  await userEvent.keyboard("v");
  await waitFor(() => expect(went).toEqual([expect.objectContaining({ name: "visit", visitId: LATE.visitId })]));
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(arrive).toHaveBeenCalledWith(LATE.visitId));
  await userEvent.keyboard("c");
  const dialog = within(await screen.findByRole("dialog", { name: "Cancel the visit" }));
  await userEvent.click(dialog.getByRole("radio", { name: "The patient" }));
  await userEvent.type(dialog.getByRole("textbox", { name: "Why" }), "has moved{Enter}");
  expect(cancelVisit).toHaveBeenCalledWith({ visitId: LATE.visitId, by: "patient", reason: "has moved" });
});
