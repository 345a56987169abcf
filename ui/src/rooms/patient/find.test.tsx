// Finding with a scanner: Enter comes before the answer, and opens the man who was asked for, never the row still on screen.
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Place } from "../../parts";
import type { PatientRow } from "../../practice";
import { PATIENTS } from "../../testing/cast";
import { stand } from "../../testing/show";

const [ONE, TWO] = PATIENTS as [PatientRow, PatientRow];

/** A clinic whose answers are given when the test says so. */
function slow() {
  const given = new Map<string, (rows: PatientRow[]) => void>();
  const opened: Place[] = [];
  const findPatients = (text: string) => new Promise<PatientRow[]>((give) => given.set(text, give));
  stand({ name: "find" }, "s2", { findPatients }, (to) => opened.push(to));
  const answer = async (text: string, rows: PatientRow[]) => {
    await waitFor(() => expect(given.has(text)).toBe(true));
    given.get(text)?.(rows);
  };
  return { answer, opened };
}

const field = () => screen.findByRole("textbox", { name: /Name, birth date/ });

test("Enter waits for the answer to all that was typed", async () => {
  const { answer, opened } = slow();
  await userEvent.type(await field(), "a");
  await answer("a", [ONE]);
  await screen.findByText(ONE.mrn);
  await userEvent.type(await field(), "b{Enter}");
  expect(opened).toEqual([]);
  await answer("ab", [TWO]);
  await waitFor(() => expect(opened).toEqual([{ name: "patient", patientId: TWO.patientId }]));
});

test("Enter opens nobody where two are found, and typing on takes it back", async () => {
  const { answer, opened } = slow();
  await userEvent.type(await field(), "a{Enter}");
  await answer("a", [ONE, TWO]);
  await screen.findByText(TWO.mrn);
  await userEvent.type(await field(), "b");
  await answer("ab", [ONE]);
  await waitFor(() => expect(screen.queryByText(TWO.mrn)).toBeNull());
  expect(opened).toEqual([]);
});
