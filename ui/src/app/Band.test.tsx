// The band says that an escort is no chaperone, for somebody under custody and for nobody else.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { chart, PATIENTS } from "../testing/cast";
import { openFor } from "../testing/fake";
import { show } from "../testing/show";

const ESCORT = "Comes with an escort: the escort is no chaperone";

async function bandOf(at: number) {
  show(openFor("s2"));
  const given = PATIENTS[at]?.given ?? "";
  await userEvent.click(await screen.findByText(given, { exact: false }));
  return await screen.findByRole("region", { name: "Patient" });
}

test("custody is marked on the band", async () => {
  expect(chart("p2").underCustody).toBe(true);
  expect((await bandOf(1)).textContent).toContain(ESCORT);
});

test("nobody else is marked", async () => {
  expect(chart("p1").underCustody).toBe(false);
  expect((await bandOf(0)).textContent).not.toContain(ESCORT);
});
