// A critical result: the call is written down with nothing answered beforehand, and the card says what waits.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { CriticalRoom, ReceiveCritical, TellUrologist } from "../../practice";
import { CRITICAL, CRITICALS } from "../../testing/after";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";
import { minutes, stepWords } from "./words";

const PLACE = { name: "critical", patientId: "p" } as const;

test("an untouched call answers nothing, and each refusal stands beside its question", async () => {
  const receiveCritical = vi.fn(async (_: ReceiveCritical): Promise<CriticalRoom> => {
    throw refusal("fields", "Some fields need another look.", [
      { field: "criterion", message: "Say what makes it critical." },
      { field: "readBack", message: "Read the value back." },
    ]);
  });
  stand(PLACE, "s2", { ...VISIT, receiveCritical });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /The laboratory calls/ }));
  await user.type(screen.getByLabelText("Minutes ago"), "x");
  await user.click(screen.getByRole("button", { name: /Open the critical result/ }));
  expect(receiveCritical.mock.lastCall?.[0]).toMatchObject({
    visitId: "v",
    criterion: null,
    value: "",
    readBack: null,
    minutesAgo: -1,
  });
  expect(await screen.findByText("Say what makes it critical.")).toBeDefined();
  expect(await screen.findByText("Read the value back.")).toBeDefined();
  expect(await faults()).toEqual([]);
});

test("whoever is the urologist at the desk is named already, and nothing else is", async () => {
  const tellUrologist = vi.fn(async (_: TellUrologist): Promise<CriticalRoom> => CRITICALS);
  const open: CriticalRoom = { ...CRITICALS, criticals: [{ ...CRITICAL, steps: [], stage: "tell-urologist" }] };
  stand(PLACE, "s1", { ...VISIT, criticals: async () => open, tellUrologist });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /The urologist was told/ }));
  await user.click(screen.getByRole("button", { name: /Keep this/ }));
  expect(tellUrologist).toHaveBeenCalledWith({
    criticalId: "c",
    urologist: "s1",
    action: null,
    words: "",
    minutesAgo: 0,
  });
});

test("each step is told in one line", () => {
  expect(CRITICAL.steps.map(stepWords)).toEqual([
    "Dr Ada Marchetti told. To an emergency department: Go at once",
    "Not reached: engaged",
  ]);
  expect([minutes("12"), minutes(" 0 "), minutes("-3"), minutes("")]).toEqual([12, 0, -1, -1]);
});
