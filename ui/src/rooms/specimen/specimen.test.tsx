// The tube's own screen: what still can be done with it, and the question before it is thrown away.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Hatch, SpecimenView } from "../../practice";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";

async function tube(part: Partial<SpecimenView>): Promise<Partial<Hatch>> {
  const known = (await VISIT.specimen?.("t1")) as SpecimenView;
  return { ...VISIT, specimen: async () => ({ ...known, ...part }) };
}

test("a tube is discarded only with a reason", async () => {
  const view = (await VISIT.specimen?.("t1")) as SpecimenView;
  const discardSpecimen = vi.fn(async () => view);
  const place = { name: "specimen", specimenId: view.specimenId } as const;
  stand(place, "s2", { ...(await tube({ status: "stored" })), discardSpecimen });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Discard this tube" }));
  expect(await faults()).toEqual([]);
  const act = screen.getByRole("button", { name: "Discard this tube" });
  expect(act.hasAttribute("disabled")).toBe(true);
  await user.click(screen.getByRole("radio", { name: "Contaminated" }));
  await user.click(act);
  expect(discardSpecimen).toHaveBeenCalledWith({ specimenId: view.specimenId, reason: "contaminated" });
});

test("what was packed or never existed is not discarded", async () => {
  for (const status of ["packed", "not-obtained", "discarded"] as const) {
    const { unmount } = stand({ name: "specimen", specimenId: "t1" }, "s2", await tube({ status }));
    await screen.findByRole("heading", { name: "Custody" });
    expect(screen.queryByRole("button", { name: "Discard this tube" })).toBeNull();
    unmount();
  }
});
