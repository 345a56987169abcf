// The laboratory's own values: the shipped one stands beside each field, and what cannot be is refused there.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { refusal } from "../../testing/fake";
import { LABORATORY } from "../../testing/further";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";

test("a value is changed beside the shipped one, from a day on", async () => {
  const keepLaboratoryValues = vi.fn(async () => LABORATORY);
  stand({ name: "laboratory" }, "s3", { ...VISIT, keepLaboratoryValues });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /MSU/ }));
  expect(screen.getByText("Shipped: Sterile screw cup")).toBeTruthy();
  expect(screen.getByText(/container: Boric acid tube/)).toBeTruthy();
  const least = screen.getByRole("textbox", { name: "Least volume" });
  await user.clear(least);
  await user.type(least, "10");
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Keep these values" }));
  expect(keepLaboratoryValues).toHaveBeenCalledWith(
    expect.objectContaining({ role: "msu", afterVersion: 1, values: expect.objectContaining({ minimumMl: "10" }) }),
  );
});

test("a volume that cannot be is refused with its range", async () => {
  const said = "MSU takes between 0.1 and 200 mL.";
  const keepLaboratoryValues = vi.fn(async () => {
    throw refusal("fields", said, [{ field: "minimumMl", message: said }]);
  });
  stand({ name: "laboratory" }, "s3", { ...VISIT, keepLaboratoryValues });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /MSU/ }));
  await user.click(screen.getByRole("button", { name: "Keep these values" }));
  expect((await screen.findAllByText(said)).length).toBeGreaterThan(0);
});
