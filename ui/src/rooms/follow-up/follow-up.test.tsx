// A call: nothing is answered until a person answers, and the words of an attempt say all of it.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { CallRoom, LogCall } from "../../practice";
import { CALL } from "../../testing/after";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";
import { attemptWords } from "./words";

const PLACE = { name: "call", patientId: "p", visitId: "v" } as const;

test("an untouched script sends no answer, and refusals stand beside their questions", async () => {
  const logCall = vi.fn(async (_: LogCall): Promise<CallRoom> => {
    throw refusal("fields", "Some fields need another look.", [
      { field: "identified", message: "Ask for name and birth date first." },
      { field: "chills", message: "Answer this." },
    ]);
  });
  stand(PLACE, "s2", { ...VISIT, logCall });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Keep the answers/ }));
  expect(logCall.mock.lastCall?.[0].attempt).toMatchObject({ identified: false, fever: null, pain: "", next: null });
  expect(await screen.findByText("Ask for name and birth date first.")).toBeDefined();
  expect(await screen.findByText("Answer this.")).toBeDefined();
  expect(await faults()).toEqual([]);
});

test("a missed call says whether a message was left before it can be kept", async () => {
  const logCall = vi.fn(async (_: LogCall): Promise<CallRoom> => CALL);
  stand(PLACE, "s2", { ...VISIT, logCall });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Not reached/ }));
  const keep = await screen.findByRole("button", { name: /Keep the attempt/ });
  expect(keep.hasAttribute("disabled")).toBe(true);
  await user.click(screen.getByRole("radio", { name: "No" }));
  await user.click(keep);
  expect(logCall.mock.lastCall?.[0].attempt).toEqual({ what: "not-reached", messageLeft: false, note: "" });
});

test("a call about somebody in custody goes to the health unit, and to nobody else", async () => {
  const free = { ...CALL.patient, underCustody: false };
  const reached = { ...CALL, patient: free, call: { ...CALL.call, reach: "030 5550 177" } };
  const inCustody = { ...reached, patient: { ...free, underCustody: true } };
  const { unmount } = stand(PLACE, "s2", { ...VISIT, call: async () => inCustody });
  expect(await screen.findByText("Health unit: 030 5550 177")).toBeDefined();
  unmount();
  stand(PLACE, "s2", { ...VISIT, call: async () => reached });
  expect(await screen.findByText("030 5550 177")).toBeDefined();
  expect(screen.queryByText(/Health unit/)).toBeNull();
});

test("an attempt is told in one line", () => {
  expect(CALL.attempts.map(attemptWords)).toEqual(["not reached: engaged"]);
  const answers = { fever: true, chills: false, pain: 3, urine: "cannot", bleeding: "streak", bowel: "usual" } as const;
  const attempt = {
    what: "reached",
    answers: { ...answers, other: null, advice: "come in", next: "come-today" },
  } as const;
  expect(attemptWords({ attempt, at: "", by: "" })).toBe(
    "reached: fever, no chills, pain 3, cannot pass urine, a streak of blood, bowel as usual, advised: come in, comes today",
  );
});
