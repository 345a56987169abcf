// Beside the glasses: what is taken is said with its volume and place, what bears on it is known first, and its report is typed twice.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { refusal } from "../../testing/fake";
import { FURTHER } from "../../testing/further";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";

const PLACE = { name: "further", procedureId: "x", visitId: "v", patientId: "p" } as const;

test("a blood culture is taken with its place, and both bottles are stamped in one act", async () => {
  const takeFurther = vi.fn(async () => FURTHER);
  stand(PLACE, "s2", { ...VISIT, takeFurther });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "BC blood culture (acute pathway)" }));
  const stamp = screen.getByRole("button", { name: /BC, 2 bottles taken: stamp and print/ });
  expect(stamp.hasAttribute("disabled")).toBe(true);
  await user.click(screen.getByRole("radio", { name: "Enough" }));
  await user.type(screen.getByRole("textbox", { name: /Drawn from/ }), "left arm");
  expect(await faults()).toEqual([]);
  await user.click(stamp);
  const taken = { minutesAgo: 0, measure: "enough", ml: null, appearance: null, how: "by-staff" };
  expect(takeFurther).toHaveBeenCalledWith({
    procedureId: "x",
    role: "blood-culture",
    taken,
    site: "left arm",
    knowing: false,
  });
});

test("what bears on a PSA is said before it is drawn, and one press says that it is known", async () => {
  const takeFurther = vi.fn(async () => FURTHER);
  stand(PLACE, "s2", { ...VISIT, takeFurther });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "PSA serum for PSA" }));
  expect(screen.getByText(/drawn after the prostate had been examined/)).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Enough" }));
  await user.click(screen.getByRole("button", { name: "Known: take it all the same" }));
  await user.click(screen.getByRole("button", { name: /PSA taken: stamp and print/ }));
  expect(takeFurther).toHaveBeenCalledWith(expect.objectContaining({ role: "psa-serum", knowing: true }));
});

test("the order waits until every label was read back, and a wrong one is refused beside its field", async () => {
  const verifyLabel = vi.fn(async () => {
    throw refusal("not-the-last-four", "Those are not the last four characters.", [
      { field: "read", message: "Those are not the last four characters." },
    ]);
  });
  stand(PLACE, "s2", { ...VISIT, verifyLabel });
  const user = userEvent.setup();
  expect((await screen.findByRole("button", { name: /Go to the order/ })).hasAttribute("disabled")).toBe(true);
  await user.type(screen.getByRole("textbox", { name: "Last four characters on the tube" }), "0000");
  await user.click(screen.getByRole("button", { name: "Verify" }));
  expect(await screen.findByText("Those are not the last four characters.")).toBeTruthy();
});

test("a report is typed in with each value twice and two identifiers", async () => {
  const enterFurtherReport = vi.fn(async () => FURTHER);
  const [first] = FURTHER.taken;
  if (!first?.label) throw new Error("the fake has a labelled tube");
  const verified = { ...first, status: "verified" as const, label: { ...first.label, status: "verified" as const } };
  stand(PLACE, "s2", { ...VISIT, further: async () => ({ ...FURTHER, taken: [verified] }), enterFurtherReport });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Type in the report of MSU" }));
  await user.click(await screen.findByRole("checkbox", { name: "Name" }));
  await user.click(screen.getByRole("checkbox", { name: "Our number" }));
  await user.type(screen.getByRole("textbox", { name: "Value 1, with its unit" }), "no growth");
  await user.type(screen.getByRole("textbox", { name: "Value 1 again" }), "no growth");
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Keep the report" }));
  expect(enterFurtherReport).toHaveBeenCalledWith({
    specimenId: "f1",
    afterVersion: 0,
    identifiers: ["name", "mrn"],
    lines: [{ test: "Midstream urine: culture and susceptibility", value: "no growth", valueAgain: "no growth" }],
    reason: null,
  });
});
