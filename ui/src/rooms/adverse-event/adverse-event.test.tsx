// An event: the term belongs to its risk, a correction brings its version and reason, and a new day's form is empty.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { CorrectEvent, EventRoom, RecordEvent } from "../../practice";
import { EVENTS } from "../../testing/after";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";

const PLACE = { name: "adverse-event", patientId: "p", visitId: "v" } as const;

test("nothing is chosen before a person chooses, and a refusal stands beside its field", async () => {
  const recordAdverseEvent = vi.fn(async (_: RecordEvent): Promise<EventRoom> => {
    throw refusal("fields", "Choose what it was.", [{ field: "term", message: "Choose what it was." }]);
  });
  stand(PLACE, "s1", { ...VISIT, recordAdverseEvent });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Record an event/ }));
  await user.click(await screen.findByRole("button", { name: /Record the event/ }));
  expect(recordAdverseEvent.mock.lastCall?.[0].event).toMatchObject({ term: "", grade: null, serious: null });
  expect(await screen.findAllByText("Choose what it was.")).toHaveLength(2);
  expect(await faults()).toEqual([]);
});

test("a correction begins with what is known and names the version it follows", async () => {
  const correctAdverseEvent = vi.fn(async (_: CorrectEvent): Promise<EventRoom> => EVENTS);
  stand(PLACE, "s1", { ...VISIT, correctAdverseEvent });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Put right" }));
  await user.type(await screen.findByLabelText("Why it is put right"), "Clots are gone");
  await user.click(screen.getByRole("radio", { name: "Recovered" }));
  await user.click(screen.getByRole("button", { name: /Keep the new version/ }));
  const sent = correctAdverseEvent.mock.lastCall?.[0];
  expect(sent).toMatchObject({ eventId: "e", version: 2, reason: "Clots are gone" });
  expect(sent?.event).toMatchObject({ term: "hematuria", grade: 3, outcome: "recovered", onsetTime: "10:30" });
});
