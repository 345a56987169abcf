// The window as people meet it: the doors, the lock page, the day, the chart, and keys that lead between them.
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { Hatch } from "../practice";
import { fakeHatch, openFor, refusal } from "../testing/fake";
import { faults, show } from "../testing/show";
import { VISIT } from "../testing/visit";

test("nothing in the folder yet: two doors, and the first founds a clinic", async () => {
  show({ state: "empty", folder: "/srv/fourglass" });
  expect(await screen.findByRole("heading", { name: "Fourglass" })).toBeTruthy();
  expect(await faults()).toEqual([]);
  await userEvent.keyboard("c");
  expect(await screen.findByRole("textbox", { name: /Clinic name/ })).toBeTruthy();
  expect(await faults()).toEqual([]);
});

test("a refused founding says it beside the field and keeps what was typed", async () => {
  const createClinic = () =>
    Promise.reject(refusal("fields", "Look again.", [{ field: "name", message: "Write a name." }]));
  show({ state: "empty", folder: "/srv/fourglass" }, { createClinic });
  await userEvent.click(await screen.findByRole("button", { name: /Create the clinic/ }));
  await userEvent.type(screen.getByRole("textbox", { name: /Clinic name/ }), "Harbour Street");
  await userEvent.click(screen.getByRole("button", { name: /Create the clinic/ }));
  expect(await screen.findByText("Write a name.")).toBeTruthy();
  expect(screen.getByRole("textbox", { name: /Clinic name/ })).toHaveProperty("value", "Harbour Street");
});

test("a vault that cannot be used is named and left alone", async () => {
  show({ state: "unusable", refusal: refusal("vault-newer", "This vault was made by a newer Fourglass.") });
  expect(await screen.findByRole("alert")).toHaveProperty("textContent", "This vault was made by a newer Fourglass.");
});

test("the lock page shows people and a back-off counted down", async () => {
  const signOn = () =>
    Promise.reject(
      refusal("sign-on-wait", "Name and passphrase do not fit. The next try counts after 30 s.", [
        { field: "passphrase", message: "Wait." },
      ]),
    );
  show(
    {
      state: "locked",
      people: [
        { staffId: "s2", name: "okafor" },
        { staffId: "s1", name: "marchetti" },
      ],
    },
    { signOn },
  );
  await userEvent.click(await screen.findByRole("button", { name: "okafor" }));
  await userEvent.type(screen.getByLabelText("Passphrase of okafor"), "not this one{Enter}");
  expect(await screen.findByRole("button", { name: /Next try in 0:(30|29)/ })).toBeTruthy();
  expect(await faults()).toEqual([]);
});

test("the nurse walks from the day to a chart and books, by keys alone", async () => {
  const user = userEvent.setup();
  show(openFor("s2"));
  const day = await screen.findByRole("grid", { name: /Visits of/ });
  expect(within(day).getAllByRole("row")).toHaveLength(7);
  expect(await faults()).toEqual([]);
  await user.keyboard("n");
  await user.type(await screen.findByRole("textbox", { name: /Name, birth date or MRN/ }), "silva");
  await screen.findByText("H-10230");
  expect(await faults()).toEqual([]);
  await user.keyboard("{Enter}");
  const band = await screen.findByRole("region", { name: "Patient" });
  expect(band.textContent).toContain("SILVA, João");
  await waitFor(() => expect(screen.getByRole("button", { name: /Book a visit/ })).toBeTruthy());
  expect(await faults()).toEqual([]);
  await user.keyboard("b");
  expect(await screen.findByRole("heading", { name: "Book a visit" })).toBeTruthy();
  expect(await faults()).toEqual([]);
});

test("a registration that may be the same person asks, and is registered when it is another", async () => {
  const asked: boolean[] = [];
  const hatch = fakeHatch(openFor("s2"));
  show(openFor("s2"), {
    registerPatient: async (request) => {
      asked.push(request.anotherPerson);
      if (request.anotherPerson) return hatch.patient("p1");
      throw refusal("patient-similar", "ABBOTT, Raymond is already registered.", [
        { field: "family", message: "ABBOTT, Raymond is already registered." },
      ]);
    },
  });
  // As fast as a person: closer together, two signs are a scanner’s.
  await userEvent.setup({ delay: 60 }).keyboard("gf");
  await userEvent.click(await screen.findByRole("button", { name: /Register a patient/ }));
  await userEvent.type(await screen.findByRole("textbox", { name: /Family name/ }), "Abbott");
  expect(await faults()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: /^Register/ }));
  await userEvent.click(await screen.findByRole("button", { name: /This is another person/ }));
  expect(asked).toEqual([false, true]);
  expect(await screen.findByRole("heading", { name: "Chart" })).toBeTruthy();
});

test("an administrator keeps the clinic and is led to no patient", async () => {
  show(openFor("s3"));
  expect(await screen.findByRole("heading", { name: "Practice" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Today/ })).toBeNull();
  await userEvent.keyboard("n");
  expect(await screen.findByRole("dialog", { name: "Add a person" })).toBeTruthy();
  expect(await faults()).toEqual([]);
});

test("Ctrl+K finds a patient, ? lists the keys", async () => {
  show(openFor("s2"));
  await screen.findByRole("grid");
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(await screen.findByRole("textbox", { name: "Patient, specimen, place or act" }), "zdemir");
  expect(await screen.findByRole("button", { name: /ÖZDEMIR, Kerem/ })).toBeTruthy();
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await userEvent.keyboard("?");
  expect(await screen.findByRole("dialog", { name: "Keys of this screen" })).toBeTruthy();
});

test("Ctrl+K finds a specimen by its whole number, however it is grouped", async () => {
  const asked: string[] = [];
  show(openFor("s2"), {
    findSpecimen: async (text) => {
      asked.push(text);
      return { specimenId: "t1", patientId: "p1" };
    },
    specimen: VISIT.specimen as Hatch["specimen"],
    labelPictures: async () => [],
  });
  await screen.findByRole("grid");
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(
    await screen.findByRole("textbox", { name: "Patient, specimen, place or act" }),
    "u26-000001-1 e",
  );
  await userEvent.click(await screen.findByRole("button", { name: /Specimen U26-000001-1 E/ }));
  expect(await screen.findByRole("heading", { name: "Custody" })).toBeTruthy();
  // Half a number is nobody's.
  expect(asked).toEqual(["U260000011E"]);
});

test("a kit that was never typed back is asked for again", async () => {
  const open = openFor("s3");
  const asked: string[][] = [];
  show(open.state === "open" ? { ...open, kitAsked: [3, 7] } : open, {
    confirmRecoveryKit: async ({ answers }) => {
      asked.push(answers);
      return null;
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Type two groups back" }));
  const three = await screen.findByRole("textbox", { name: "Group 3" });
  // The dialog takes the focus as it opens; typing before that would go astray.
  await waitFor(() => expect(document.activeElement).toBe(three));
  await userEvent.type(three, "k7qf");
  await userEvent.type(screen.getByRole("textbox", { name: "Group 7" }), "m2x9");
  await userEvent.click(screen.getByRole("button", { name: /^The kit is on paper/ }));
  await waitFor(() => expect(asked).toEqual([["K7QF", "M2X9"]]));
});

test("the recovery kit is checked group by group, and a wrong one is refused beside it", async () => {
  const tried: string[] = [];
  show(
    { state: "locked", people: [{ staffId: "s2", name: "okafor" }] },
    {
      checkKitGroups: async (typed) => (typed.includes("K7QFX") ? [true, false] : []),
      unlockWithKit: async ({ name, kit }) => {
        tried.push(`${name} ${kit}`);
        throw refusal("kit-wrong", "This recovery kit does not belong to this vault.", [
          { field: "kit", message: "This recovery kit does not belong to this vault." },
        ]);
      },
    },
  );
  await screen.findByRole("heading", { name: "Who is here?" });
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.type(await screen.findByRole("textbox", { name: /Recovery kit/ }), "k7qfx 22222");
  expect(await screen.findByText("Look again at group 2.")).toBeTruthy();
  expect(screen.getByRole("listitem", { name: "Group 1: fits" })).toBeTruthy();
  expect(await faults()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: /Come in/ }));
  expect(await screen.findByText("This recovery kit does not belong to this vault.")).toBeTruthy();
  expect(tried).toEqual(["okafor K7QFX 22222"]);
});

test("no kit at all: the administrator has a new one made and sees it", async () => {
  const open = openFor("s3");
  show(open.state === "open" ? { ...open, kitMissing: true } : open, {
    makeRecoveryKit: async () => ({ groups: [], asked: [2, 5], page: "<svg/>", savedTo: "/papers/recovery-kit.pdf" }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Make a new kit" }));
  await userEvent.type(await screen.findByLabelText("Your passphrase"), "slow ferry under yellow fog{Enter}");
  expect(await screen.findByRole("heading", { name: "Print the new recovery kit" })).toBeTruthy();
});

test("a PIN is set at the person's name, and refused beside its field", async () => {
  const kept: string[] = [];
  show(openFor("s2"), {
    myPin: async () => ({ set: false }),
    setPin: async ({ pin }) => {
      kept.push(pin);
      if (pin !== "123456") return { set: true };
      throw refusal("fields", "Use digits that do not run.", [
        { field: "pin", message: "Use digits that do not run." },
      ]);
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Set my PIN" }));
  const pin = await screen.findByLabelText("New PIN");
  await waitFor(() => expect(document.activeElement).toBe(pin));
  await userEvent.type(pin, "123456");
  await userEvent.type(screen.getByLabelText("The same PIN again"), "123457");
  await userEvent.type(screen.getByLabelText("Your passphrase"), "maple tin-opener 4 blue{Enter}");
  expect(await screen.findByText("The two differ. Show both and compare.")).toBeTruthy();
  await userEvent.type(screen.getByLabelText("The same PIN again"), "{Backspace}6");
  await userEvent.type(screen.getByLabelText("Your passphrase"), "{Enter}");
  expect(await screen.findByText("Use digits that do not run.")).toBeTruthy();
  expect(await faults()).toEqual([]);
  await userEvent.clear(pin);
  await userEvent.type(pin, "482915");
  await userEvent.clear(screen.getByLabelText("The same PIN again"));
  await userEvent.type(screen.getByLabelText("The same PIN again"), "482915{Enter}");
  await userEvent.click(screen.getByRole("button", { name: /Set the PIN/ }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(kept).toEqual(["123456", "482915"]);
});

test("a machine without a network still asks itself", async () => {
  show(openFor("s2"));
  await screen.findByRole("grid", { name: /Visits of/ });
  window.dispatchEvent(new Event("offline"));
  try {
    await userEvent.click(screen.getByRole("button", { name: "Find" }));
    await userEvent.type(await screen.findByRole("textbox", { name: /Name, birth date/ }), "a");
    expect(await screen.findByRole("grid", { name: "Patients found" })).toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole("row").length).toBeGreaterThan(1));
  } finally {
    window.dispatchEvent(new Event("online"));
  }
});
