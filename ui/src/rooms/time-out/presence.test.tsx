// The chaperone's own word at the time-out: asked for as the practice says, and never needed.
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { TimeOutRoom } from "../../practice";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";

const PLACE = { name: "time-out", patientId: "p", visitId: "v", procedureId: "x" } as const;

async function roomWith(mine: boolean): Promise<TimeOutRoom> {
  const room = (await VISIT.timeOut?.("v")) as TimeOutRoom;
  return {
    ...room,
    chaperone: "Tobi Okafor (nurse)",
    presence: { consentId: "c", name: "Tobi Okafor", mine },
  };
}

test("another person is chaperone: their passphrase, beside the urologist", async () => {
  const tried: string[] = [];
  const room = await roomWith(false);
  stand(PLACE, "s1", {
    ...VISIT,
    timeOut: async () => (tried.length > 1 ? { ...room, presence: null } : room),
    confirmPresence: async ({ passphrase }) => {
      tried.push(passphrase);
      if (tried.length > 1) return null;
      throw refusal("passphrase-wrong", "They do not fit.", [{ field: "passphrase", message: "They do not fit." }]);
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Tobi Okafor confirms being there" }));
  const field = await screen.findByLabelText("Passphrase of Tobi Okafor");
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(await faults()).toEqual([]);
  await userEvent.type(field, "not mine, surely not{Enter}");
  expect(await screen.findByText("They do not fit.")).toBeTruthy();
  await userEvent.type(field, "maple tin-opener 4 blue{Enter}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.queryByRole("button", { name: "Tobi Okafor confirms being there" })).toBeNull();
  expect(tried).toEqual(["not mine, surely not", "maple tin-opener 4 blue"]);
});

test("the chaperone at the desk is asked for what the practice says", async () => {
  stand(PLACE, "s2", { ...VISIT, timeOut: async () => roomWith(true), secretAsked: async () => "pin" });
  await userEvent.click(await screen.findByRole("button", { name: "Tobi Okafor confirms being there" }));
  expect(await screen.findByLabelText("Your PIN")).toBeTruthy();
});
