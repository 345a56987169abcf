// Moving a visit to the right patient: nothing without the other person, then one list of what is open.
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { WrongPatientRoom } from "../../practice";
import { chart, PATIENTS } from "../../testing/cast";
import { faults, stand } from "../../testing/show";

const [one, two] = PATIENTS;
if (!one || !two) throw new Error("the cast has two patients");

const ROOM: WrongPatientRoom = {
  visitId: "v1",
  procedureId: "x1",
  kind: "four-glass",
  patient: chart(one.patientId),
  ordered: true,
  begun: null,
  whyNot: null,
  statement: null,
  witnesses: [{ staffId: "s1", name: "Dr. Ines Kaya", role: "urologist", examines: true }],
  singleHanded: false,
};

const BEGUN: NonNullable<WrongPatientRoom["begun"]> = {
  wrongPatientId: "w1",
  mistaken: { visitId: "v1", procedureId: "x1", patient: one },
  right: { visitId: "v2", procedureId: "x2", patient: two },
  reason: "The birth date was not asked.",
  at: "2026-11-22T09:40:00Z",
  by: "Ruth Okafor",
  second: "Dr. Ines Kaya",
  orderSent: true,
  changes: [
    {
      changeId: "c1",
      kind: "cancel",
      controlId: "U260000010G-2",
      reason: "Entered in error",
      status: "written",
      at: "2026-11-22T09:40:00Z",
      by: "Ruth Okafor",
      messageFile: "U260000010G-2-cancel.hl7",
      failure: null,
    },
  ],
  calls: [],
  statement: null,
  tubes: [
    { specimenId: "t1", role: "vb1", accession: "U260000011E", status: "stored", mayRelabel: false, releasedAt: null },
    { specimenId: "t3", role: "eps", accession: "U260000013A", status: "stored", mayRelabel: true, releasedAt: null },
  ],
  open: ["call", "statement", "tubes"],
  openWords: ["telephone the laboratory", "ask for the late statement", "relabel or discard every tube"],
};

const PLACE = { name: "wrong-patient", patientId: one.patientId, visitId: "v1" } as const;

test("the visit is moved only to somebody who was chosen, and both people are named in the request", async () => {
  const putRightPatient = vi.fn(async () => ({ ...ROOM, begun: BEGUN }));
  stand(PLACE, "s2", { wrongPatient: async () => ROOM, findPatients: async () => [one, two], putRightPatient });
  const user = userEvent.setup();
  const move = await screen.findByRole("button", { name: /Move the visit/ });
  expect(move.hasAttribute("disabled")).toBe(true);
  await user.type(screen.getByRole("textbox", { name: "Name, birth date or MRN" }), two.family);
  await user.click(await screen.findByRole("radio", { name: new RegExp(two.given) }));
  await user.type(screen.getByRole("textbox", { name: "How it came about" }), "Not asked.");
  await user.type(screen.getByLabelText("Your passphrase"), "mine");
  await user.type(screen.getByRole("textbox", { name: "Second person signs on as" }), "kaya");
  await user.type(screen.getByLabelText("Their passphrase"), "theirs");
  expect(await faults()).toEqual([]);
  await user.click(move);
  expect(putRightPatient).toHaveBeenCalledWith({
    visitId: "v1",
    patientId: two.patientId,
    reason: "Not asked.",
    second: { ownPassphrase: "mine", name: "kaya", passphrase: "theirs" },
  });
});

test("what is open stands in one list, and only the drop may be relabelled", async () => {
  const discardSpecimen = vi.fn(async () => ({}) as never);
  stand(PLACE, "s2", {
    wrongPatient: async () => ({ ...ROOM, begun: BEGUN, statement: "I was here." }),
    discardSpecimen,
  });
  const user = userEvent.setup();
  await screen.findByRole("heading", { name: "Moved to the right patient" });
  expect(screen.getByText(/telephone the laboratory; ask for/)).toBeTruthy();
  expect(await faults()).toEqual([]);
  const tubes = within(screen.getByRole("list", { name: "Tubes" }));
  expect(tubes.getAllByRole("button").map((button) => button.textContent)).toEqual(["Relabel or discard EPS"]);
  await user.click(screen.getByRole("button", { name: "Discard VB1" }));
  await user.click(await screen.findByRole("button", { name: "Discard them" }));
  expect(discardSpecimen).toHaveBeenCalledWith({ specimenId: "t1", reason: "wrong-patient" });
});
