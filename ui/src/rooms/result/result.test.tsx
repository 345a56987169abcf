// The results room: typed twice before anything is kept, a difference beside its field, and a word that only the urologist has.
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { EnterResult, ResultRoom, TellResult } from "../../practice";
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
  await user.click(await screen.findByRole("radio", { name: "By fax" }));
  await user.type(screen.getByLabelText("Name on the report"), "SOMMER, Anton");
  await user.type(screen.getByLabelText("Or why there is no scan"), "Fax in the paper file");
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
  expect(sent?.read).toEqual([{ kind: "name", text: "SOMMER, Anton" }]);
  expect([sent?.source, sent?.scan, sent?.noScan, sent?.seenBy]).toEqual(["fax", null, "Fax in the paper file", null]);
});

test("a second person sees what was typed instead of a second typing, and says who they are", async () => {
  const room = await known();
  const enterResult = vi.fn(async (_: EnterResult): Promise<ResultRoom> => {
    throw refusal("fields", "These do not fit.", [{ field: "seenPassphrase", message: "These do not fit." }]);
  });
  stand(PLACE, "s2", { ...VISIT, resultRoom: async () => ({ ...room, versions: [] }), enterResult });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Type in the report/ }));
  const vb3 = screen.getByRole("group", { name: "VB3" });
  await user.click(within(vb3).getByRole("radio", { name: "Growth" }));
  await user.type(within(vb3).getByLabelText("Count of organism 1 in VB3"), "10^5");
  await user.click(screen.getByRole("button", { name: /Type the numbers again/ }));
  await user.click(await screen.findByRole("radio", { name: "Seen by a second person" }));
  expect(screen.getByRole("group", { name: "VB3" }).textContent).toContain("10^5");
  await user.type(screen.getByLabelText("Second person signs on as"), "marchetti");
  await user.type(screen.getByLabelText("Their passphrase"), "not theirs");
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: /Keep these results/ }));
  expect(enterResult.mock.lastCall?.[0].seenBy).toEqual({ name: "marchetti", passphrase: "not theirs" });
  expect(await screen.findAllByText("These do not fit.")).not.toEqual([]);
});

test("the scan is read as bytes and sent, and refused beside its field", async () => {
  const room = await known();
  const attachResultScan = vi.fn(async (_: { resultId: string; file: string }): Promise<ResultRoom> => {
    throw refusal("not-a-scan", "The file is no PDF.", [{ field: "scan", message: "The file is no PDF." }]);
  });
  stand(PLACE, "s2", { ...VISIT, resultRoom: async () => room, attachResultScan });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Attach the scan/ }));
  const file = new File(["<html>"], "report.pdf", { type: "application/pdf" });
  await user.upload(screen.getByLabelText("Scan of the report"), file);
  await waitFor(async () => {
    await user.click(screen.getByRole("button", { name: /Attach it/ }));
    expect(attachResultScan.mock.lastCall?.[0].file).toBe("PGh0bWw+");
  });
  expect(await screen.findAllByText("The file is no PDF.")).not.toEqual([]);
  expect(await faults()).toEqual([]);
});

test("the urologist says what follows, and only then is the patient told", async () => {
  const room = await known();
  const acknowledgeResult = vi.fn(async () => room);
  const first = stand(PLACE, "s1", { ...VISIT, resultRoom: async () => room, acknowledgeResult });
  const user = userEvent.setup();
  expect(await screen.findByText(/told when the urologist has read it/)).toBeDefined();
  expect(screen.queryByRole("button", { name: /Tell the patient/ })).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Treat" }));
  await user.type(screen.getByLabelText(/Plan, for whoever tells/), "Four weeks");
  await user.click(screen.getByRole("button", { name: /I have read it/ }));
  const resultId = room.versions[0]?.resultId;
  expect(acknowledgeResult).toHaveBeenCalledWith({ resultId, action: "treat", plan: "Four weeks" });
  first.unmount();

  const at = "2026-11-23T09:00:00.000+01:00";
  const read = room.versions.map((version) => ({
    ...version,
    acknowledged: { action: "treat" as const, plan: "Four weeks", at, by: "Dr Ada Marchetti" },
  }));
  const told: ResultRoom = { ...room, versions: read, stage: "to-tell", mayAcknowledge: false };
  const tellResult = vi.fn(async (_: TellResult): Promise<ResultRoom> => {
    throw refusal("telling-refused", "Ask for two identifiers.", [
      { field: "identifiers", message: "Ask for two identifiers." },
    ]);
  });
  stand(PLACE, "s2", { ...VISIT, resultRoom: async () => told, tellResult });
  await user.click(await screen.findByRole("button", { name: /Tell the patient/ }));
  await user.click(screen.getByRole("radio", { name: "By telephone" }));
  await user.click(screen.getByRole("checkbox", { name: "Name" }));
  await user.type(screen.getByLabelText("What was said"), "Bacteria");
  await user.click(screen.getByRole("button", { name: /Keep this/ }));
  expect(tellResult.mock.lastCall?.[0].telling).toEqual({
    what: "told",
    by: "telephone",
    identifiers: ["name"],
    to: null,
    said: "Bacteria",
    plan: null,
  });
  expect(await screen.findAllByText("Ask for two identifiers.")).not.toEqual([]);
  await user.click(screen.getByRole("radio", { name: "Not reached" }));
  expect(screen.getByText("The patient does not want messages.")).toBeDefined();
  expect(await faults()).toEqual([]);
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
