// Two charts of one person: both are named, the one that stays is chosen, and nothing is merged before.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { chart, PATIENTS } from "../../testing/cast";
import { faults, stand } from "../../testing/show";

test("the other chart is found, and the one that stays is said", async () => {
  const [one, two] = PATIENTS;
  if (!one || !two) throw new Error("the cast has two patients");
  const mergePatients = vi.fn(async () => chart(two.patientId));
  stand({ name: "merge", patientId: one.patientId }, "s2", { findPatients: async () => [one, two], mergePatients });
  const user = userEvent.setup();
  const merge = await screen.findByRole("button", { name: /Merge the charts/ });
  expect(merge.hasAttribute("disabled")).toBe(true);
  await user.type(screen.getByRole("textbox", { name: /The other chart/ }), two.family);
  await user.click(await screen.findByRole("radio", { name: new RegExp(two.given) }));
  expect(merge.hasAttribute("disabled")).toBe(true);
  const stays = screen.getByRole("radiogroup", { name: "Which name, birth date and number stay" });
  const radios = stays.querySelectorAll("input");
  await user.click(radios[1] as HTMLInputElement);
  expect(await faults()).toEqual([]);
  await user.click(merge);
  expect(mergePatients).toHaveBeenCalledWith({
    keptId: two.patientId,
    mergedId: one.patientId,
    reason: "",
    second: { ownPassphrase: "", name: "", passphrase: "" },
  });
});
