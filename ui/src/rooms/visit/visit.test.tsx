// The visit before its day: prepared for, missed or cancelled, and the letter that waits for a signature.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { CancelVisit, MakePreparation } from "../../practice";
import { BOOKED } from "../../testing/booking";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";

const PLACE = { name: "visit", patientId: "p", visitId: "v", procedureId: "x" } as const;

test("nobody cancels without saying who and why, and the answers go as they were given", async () => {
  const cancelVisit = vi.fn(async (request: CancelVisit) => {
    if (request.by === null) {
      throw refusal("fields", "Some fields need another look.", [
        { field: "by", message: "Say who calls it off." },
        { field: "reason", message: "Say why, in a few words." },
      ]);
    }
    return null;
  });
  stand(PLACE, "s2", { ...VISIT, cancelVisit });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Cancel the visit/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Cancel the visit" }));
  await user.click(dialog.getByRole("button", { name: /Cancel the visit/ }));
  expect(await dialog.findByText("Say who calls it off.")).toBeDefined();
  expect(await dialog.findByText("Say why, in a few words.")).toBeDefined();
  expect(await faults()).toEqual([]);
  await user.click(dialog.getByRole("radio", { name: "The patient" }));
  await user.type(dialog.getByRole("textbox", { name: "Why" }), "a cold{Enter}");
  expect(cancelVisit).toHaveBeenLastCalledWith({ visitId: "v", by: "patient", reason: "a cold" });
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("keys do what the buttons do", async () => {
  const didNotCome = vi.fn(async (_: string) => null);
  const makePreparation = vi.fn(async (_: MakePreparation) => BOOKED);
  stand(PLACE, "s2", { ...VISIT, didNotCome, makePreparation, preparationPages: async () => [] });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("radio", { name: "Deutsch" }));
  expect(await screen.findByText(/No qualified translator has read this text/)).toBeDefined();
  await user.keyboard("p");
  await vi.waitFor(() => expect(makePreparation).toHaveBeenCalledWith({ visitId: "v", language: "de" }));
  await user.keyboard("d");
  await vi.waitFor(() => expect(didNotCome).toHaveBeenCalledWith("v"));
});

test("what cannot be done is not offered, and a letter says why it waits", async () => {
  const over = { ...BOOKED, mayArrive: false, mayCancel: false, mayMiss: false, mayPrepare: false };
  stand(PLACE, "s2", { ...VISIT, visitRoom: async () => over });
  expect(await screen.findByText(/The note is not signed yet/)).toBeDefined();
  for (const name of [/Cancel the visit/, /Did not come/, /Record arrival/, /Write the letter/, /Print the sheet/]) {
    expect(screen.queryByRole("button", { name })).toBeNull();
  }
});
