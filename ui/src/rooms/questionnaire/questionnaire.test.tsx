// Questionnaires: figures and course, an empty item that stays empty, and a sheet put right with its reason.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { EnterQuestionnaire, QuestionnaireRoom } from "../../practice";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";
import { points } from "./Trend";

const PLACE = { name: "questionnaires", patientId: "p" } as const;

async function known(): Promise<QuestionnaireRoom> {
  return (await VISIT.questionnaires?.("p")) as QuestionnaireRoom;
}

test("the course says what the table says", async () => {
  stand(PLACE, "s2", VISIT);
  const course = await screen.findByRole("img", { name: /Course of NIH-CPSI/ });
  expect(course.getAttribute("aria-label")).toMatch(/0 to 43: .* 13, .* 6$/);
  const rows = within(screen.getByRole("table")).getAllByRole("row");
  expect(rows.at(-1)?.textContent).toContain("−7, response");
  await userEvent.click(screen.getByRole("radio", { name: "IPSS" }));
  expect(await screen.findByText("not answered: 7, qol", { selector: "span" })).toBeDefined();
  expect(screen.queryByRole("img", { name: /Course/ })).toBeNull();
});

test("an empty item is sent empty, and a refusal stands beside its item", async () => {
  const enterQuestionnaire = vi.fn(async (_: EnterQuestionnaire): Promise<QuestionnaireRoom> => {
    throw refusal("fields", "Item 3 goes from 0 to 5.", [{ field: "items.3", message: "Item 3 goes from 0 to 5." }]);
  });
  stand(PLACE, "s2", { ...VISIT, enterQuestionnaire });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Type in NIH-CPSI/ }));
  await user.type(await screen.findByLabelText(/^3\s+Frequency of pain/), "7");
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: /Keep these numbers/ }));
  expect(await screen.findAllByText("Item 3 goes from 0 to 5.")).not.toEqual([]);
  const sent = enterQuestionnaire.mock.lastCall?.[0];
  expect(sent?.items).toHaveLength(13);
  expect(sent?.items.filter((item) => item.value !== "")).toEqual([{ item: "3", value: "7" }]);
});

test("a mistyped sheet is typed in again with a reason", async () => {
  const room = await known();
  const enterQuestionnaire = vi.fn(async (_: EnterQuestionnaire) => room);
  stand(PLACE, "s2", { ...VISIT, enterQuestionnaire });
  const user = userEvent.setup();
  const mistyped = await screen.findAllByRole("button", { name: /^Mistyped/ });
  await user.click(mistyped[0] as HTMLElement);
  await user.type(await screen.findByLabelText("Why it is typed in again"), "Wrong column");
  await user.click(screen.getByRole("button", { name: /Keep these numbers/ }));
  const sent = enterQuestionnaire.mock.lastCall?.[0];
  expect(sent?.replaces).toBe(room.sheets[0]?.questionnaireId);
  expect(sent?.reason).toBe("Wrong column");
});

test("days stand in proportion, and a sheet without a total is not on the course", async () => {
  const sheets = (await known()).sheets;
  expect(
    points(
      sheets.filter((sheet) => sheet.kind === "nih-cpsi"),
      43,
    ),
  ).toHaveLength(2);
  expect(
    points(
      sheets.filter((sheet) => sheet.kind === "ipss"),
      35,
    ),
  ).toHaveLength(0);
});
