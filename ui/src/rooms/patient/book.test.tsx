// Booking: the two-glass test is offered before the four-glass test, and a day that cannot be is refused beside its field.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Hatch } from "../../practice";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";

const PLACE = { name: "book", patientId: "p1" } as const;

test("the two-glass test stands before the four-glass test", async () => {
  stand(PLACE, "s2", {});
  const kinds = within(await screen.findByRole("radiogroup", { name: "Procedure" })).getAllByRole("radio");
  const offered = kinds.map((kind) => kind.closest("label")?.textContent);
  expect(offered.slice(0, 2)).toEqual(["Two-glass test (PPMT)", "Four-glass test"]);
  expect(await faults()).toEqual([]);
});

test("a day too far ahead says so beside the day", async () => {
  const message = "This day is more than two years ahead; look at the year again.";
  const bookVisit = (async () => {
    throw refusal("fields", message, [{ field: "date", message }]);
  }) as unknown as Hatch["bookVisit"];
  stand(PLACE, "s2", { bookVisit });
  await userEvent.click(await screen.findByRole("radio", { name: "DRE" }));
  const day = screen.getByRole("textbox", { name: "Day" });
  await userEvent.clear(day);
  await userEvent.type(day, "01012099");
  await userEvent.click(screen.getByRole("button", { name: /Book the visit/ }));
  await screen.findAllByText(message);
  expect(day.getAttribute("aria-invalid")).toBe("true");
});
