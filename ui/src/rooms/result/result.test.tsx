// The results room: typed twice before anything is kept, a difference beside its field, and a word that only the urologist has.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { EnterResult, ResultRoom } from "../../practice";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";
import { depth } from "./ResultChart";

const PLACE = { name: "result", procedureId: "x" } as const;

async function known(): Promise<ResultRoom> {
  return (await VISIT.resultRoom?.("x")) as ResultRoom;
}

test("the numbers are typed a second time, and a difference stands beside its field", async () => {
  const room = await known();
  const differs = refusal("fields", "First “10^5” was typed, then “10^4”.", [
    { field: "vb3.isolates.0.countAgain", message: "First “10^5” was typed, then “10^4”." },
  ]);
  const enterResult = vi.fn(async (request: EnterResult): Promise<ResultRoom> => {
    const again = request.glasses.flatMap((glass) => glass.isolates).map((isolate) => isolate.countAgain);
    if (again[0] !== "10^5") throw differs;
    return room;
  });
  stand(PLACE, "s2", { ...VISIT, resultRoom: async () => ({ ...room, versions: [] }), enterResult });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Type in the report/ }));
  await user.click(await screen.findByRole("checkbox", { name: "Name" }));
  await user.type(screen.getByLabelText("Unit of the counts"), "cfu/mL");
  const vb3 = screen.getByRole("group", { name: "VB3" });
  await user.click(within(vb3).getByRole("radio", { name: "Growth" }));
  await user.type(within(vb3).getByLabelText("Organism 1 in VB3"), "E. coli");
  await user.type(within(vb3).getByLabelText("Count of organism 1 in VB3"), "10^5");
  expect(screen.getByRole("group", { name: "EPS" }).textContent).toContain("no secretion");
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: /Type the numbers again/ }));
  const count = await screen.findByLabelText("E. coli in VB3");
  expect(document.body.textContent).not.toContain("10^5");
  await user.type(count, "10^4");
  await user.click(screen.getByRole("button", { name: /Keep these results/ }));
  expect(await screen.findAllByText("First “10^5” was typed, then “10^4”.")).not.toEqual([]);
  await user.clear(count);
  await user.type(count, "10^5");
  await user.click(screen.getByRole("button", { name: /Keep these results/ }));
  await screen.findByRole("heading", { name: "Results" });
  const sent = enterResult.mock.lastCall?.[0];
  expect(sent?.glasses.map((glass) => glass.role)).toEqual(["vb1", "vb2", "vb3"]);
  expect(sent?.identifiers).toEqual(["name"]);
});

test("only the urologist agrees or disagrees, and a disagreement is sent with its reason", async () => {
  const room = await known();
  const judgeResult = vi.fn(async () => room);
  const nurse = stand(PLACE, "s2", { ...VISIT, resultRoom: async () => ({ ...room, mayJudge: false }), judgeResult });
  await screen.findByRole("heading", { name: "Suggestion" });
  expect(screen.queryByRole("button", { name: /Agree/ })).toBeNull();
  nurse.unmount();
  stand(PLACE, "s1", { ...VISIT, resultRoom: async () => ({ ...room, mayJudge: true }), judgeResult });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Disagree/ }));
  await user.type(screen.getByLabelText("Why"), "Contaminated");
  await user.click(screen.getByRole("radio", { name: "Doubtful organism" }));
  await user.click(screen.getByRole("button", { name: "Record that I disagree" }));
  const resultId = room.versions[0]?.resultId;
  const opinion = { kind: "disagrees", reason: "Contaminated", instead: "doubtful" };
  expect(judgeResult).toHaveBeenCalledWith({ resultId, opinion });
});

test("the chart says every value in words beside its bar", async () => {
  stand(PLACE, "s1", VISIT);
  const row = await screen.findByRole("row", { name: /Escherichia coli/ });
  const cells = within(row).getAllByRole("cell");
  expect(cells.map((cell) => cell.textContent)).toEqual([
    "no growth (limit not stated: <1000)",
    "no growth (limit not stated: <1000)",
    "no culture",
    "100\u202f000",
  ]);
});

test("a log scale puts a thousand half way up and never leaves its cell", () => {
  expect(depth(1000)).toBe(depth(1) / 2);
  expect(depth(1e9)).toBe(0);
  expect(depth(0)).toBe(depth(1));
});
