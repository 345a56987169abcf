// The tube's own screen: what still can be done with it, and the question before it is thrown away.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Hatch, SpecimenView } from "../../practice";
import { refusal } from "../../testing/fake";
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

test("the time is corrected with a reason and a passphrase, each refused beside its field", async () => {
  const correctCollectionTime = vi.fn(async () => {
    throw refusal("time-goes-back", "This time lies before the step it follows.", [
      { field: "at", message: "This time lies before the step it follows." },
    ]);
  });
  stand({ name: "specimen", specimenId: "t1" }, "s2", { ...(await tube({ status: "packed" })), correctCollectionTime });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Correct the time/ }));
  await user.type(await screen.findByRole("textbox", { name: "Collected at" }), "08:52");
  await user.type(screen.getByRole("textbox", { name: "Why the old time was wrong" }), "The clock was fast.");
  await user.type(screen.getByLabelText("Your passphrase"), "mine");
  await user.click(screen.getByRole("button", { name: "Correct and print" }));
  expect((await screen.findAllByText("This time lies before the step it follows.")).length).toBeGreaterThan(0);
  expect(await faults()).toEqual([]);
});

test("only what cannot be had again is relabelled, and a quarantined tube says so", async () => {
  const drop = await tube({ role: "eps", status: "stored", quarantined: true, irretrievable: "It is a drop." });
  stand({ name: "specimen", specimenId: "t1" }, "s2", drop);
  const user = userEvent.setup();
  expect(await screen.findByText(/Quarantined: it carries another patient/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Correct the time/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: /Relabel this tube/ }));
  expect(await screen.findByRole("textbox", { name: "How you know whose it is" })).toBeTruthy();
  expect(await faults()).toEqual([]);
});
