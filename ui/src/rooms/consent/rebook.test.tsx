// Rebooking for want of a chaperone: said by whom one is wanted, and offered only while something can still be done.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { ConsentRoom, Hatch } from "../../practice";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";

const PLACE = { name: "consent", visitId: "v1", patientId: "p1", procedureId: "x1" } as const;

async function room(open: boolean): Promise<{ known: ConsentRoom; taught: Partial<Hatch> }> {
  const known = { ...((await VISIT.consentRoom?.("v1")) as ConsentRoom), open };
  return { known, taught: { ...VISIT, consentRoom: async () => known } };
}

test("nothing is done today because the patient wants a chaperone", async () => {
  const { known, taught } = await room(true);
  const rebookForChaperone = vi.fn(async () => ({ ...known, open: false }));
  stand(PLACE, "s2", { ...taught, rebookForChaperone });
  await userEvent.click(await screen.findByRole("button", { name: "No chaperone: rebook" }));
  expect(await faults()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "The patient wants one" }));
  expect(rebookForChaperone).toHaveBeenCalledWith({ visitId: "v1", wantedBy: "patient" });
});

test("a procedure that has ended is not rebooked", async () => {
  stand(PLACE, "s2", (await room(false)).taught);
  await screen.findByRole("heading", { name: "Consent" });
  expect(screen.queryByRole("button", { name: "No chaperone: rebook" })).toBeNull();
});
