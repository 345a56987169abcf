// Questions with a day or a drug beside them: yes opens the field, and counts once the day is kept or said not to be known.
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { CheckInRoom, Hatch } from "../../practice";
import { faults, stand } from "../../testing/show";
import { VISIT } from "../../testing/visit";

const PLACE = { name: "check-in", visitId: "v1", patientId: "p1", procedureId: "x1" } as const;
const SURGERY = "Operation on the anus, rectum or low colon in the last 6 weeks";

/** Refuses the first answer, as the practice would an impossible one; takes the second. */
async function open(taught: Partial<Hatch> = {}) {
  const known = (await VISIT.checkIn?.("v1")) as CheckInRoom;
  const giveAnswers = vi.fn(async (_: unknown) => known);
  stand(PLACE, "s2", { ...VISIT, giveAnswers: giveAnswers as unknown as Hatch["giveAnswers"], ...taught });
  await screen.findByRole("heading", { name: "Anus and rectum" });
  return giveAnswers;
}

function given(part: object) {
  const answer = { said: null, value: null, unit: null, detail: null, stated: "singly", ...part };
  return { visitId: "v1", answers: [answer], reason: null, second: null };
}

test("yes opens a field, and a day half known is an answer", async () => {
  const give = await open();
  const surgery = screen.getByRole("radiogroup", { name: SURGERY });
  await userEvent.click(within(surgery).getByRole("radio", { name: "Yes" }));
  expect(give).not.toHaveBeenCalled();
  await userEvent.type(screen.getByRole("textbox", { name: "Date of the operation" }), "9 2026");
  expect(screen.getByText("Sep 2026")).toBeTruthy();
  expect(await faults()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: `Keep: ${SURGERY.toLowerCase()}` }));
  expect(give).toHaveBeenLastCalledWith(given({ item: "recent-anorectal-surgery", value: "2026-09" }));
});

test("a day that nobody knows is said in one tap", async () => {
  const give = await open();
  const surgery = screen.getByRole("radiogroup", { name: SURGERY });
  await userEvent.click(within(surgery).getByRole("radio", { name: "Yes" }));
  await userEvent.click(screen.getByRole("button", { name: `Not known when: ${SURGERY.toLowerCase()}` }));
  expect(give).toHaveBeenLastCalledWith(given({ item: "recent-anorectal-surgery", said: "yes" }));
});

test("a refused day says so beside its field and stays as typed", async () => {
  const fields = [{ field: "recent-anorectal-surgery", message: "This day lies after today." }];
  const refused = { code: "fields", message: fields[0]?.message, fields, incident: null };
  await open({ giveAnswers: (async () => Promise.reject(refused)) as unknown as Hatch["giveAnswers"] });
  const surgery = screen.getByRole("radiogroup", { name: SURGERY });
  await userEvent.click(within(surgery).getByRole("radio", { name: "Yes" }));
  const day = screen.getByRole("textbox", { name: "Date of the operation" });
  await userEvent.type(day, "2030{Enter}");
  await waitFor(() => expect(day.getAttribute("aria-invalid")).toBe("true"));
  expect((day as HTMLInputElement).value).toBe("2030");
});

test("one tap says none of these to what is still open, days and hours with it", async () => {
  const give = await open();
  await userEvent.click(screen.getByRole("button", { name: "Anus and rectum: none of these" }));
  const answers = ["absent-rectum", "recent-anorectal-surgery"].map((item) => ({
    item,
    said: "no",
    value: null,
    unit: null,
    detail: null,
    stated: "none-of-these",
  }));
  expect(give).toHaveBeenLastCalledWith({ visitId: "v1", answers, reason: null, second: null });
});

test("a drug stands beside its yes", async () => {
  const give = await open();
  const thinner = screen.getByRole("radiogroup", { name: /^Anticoagulant/ });
  await userEvent.click(within(thinner).getByRole("radio", { name: "Yes" }));
  expect(give).toHaveBeenLastCalledWith(given({ item: "anticoagulant", said: "yes" }));
});

test("a yes that waits for its day takes the no before it back, and check-in is not closed over it", async () => {
  const known = (await VISIT.checkIn?.("v1")) as CheckInRoom;
  const no = { said: "no" } as const;
  const items = known.items.map((item) =>
    item.id === "recent-anorectal-surgery"
      ? {
          ...item,
          answer: {
            reply: no,
            words: "no",
            fresh: true,
            thisVisit: true,
            at: "2026-11-22T09:00:00+01:00",
            detail: null,
          },
        }
      : item,
  );
  const room = { ...known, items, checkIn: null } as unknown as CheckInRoom;
  const closeCheckIn = vi.fn(async () => room);
  const checkIn = (async () => room) as unknown as Hatch["checkIn"];
  const give = await open({ checkIn, closeCheckIn: closeCheckIn as unknown as Hatch["closeCheckIn"] });
  const surgery = screen.getByRole("radiogroup", { name: SURGERY });
  await userEvent.click(within(surgery).getByRole("radio", { name: "Yes" }));
  expect(give).toHaveBeenLastCalledWith(given({ item: "recent-anorectal-surgery", said: "not-known" }));
  await userEvent.click(screen.getByRole("button", { name: /Close check-in/ }));
  expect(screen.getByText(new RegExp(`Not kept yet: ${SURGERY}`))).toBeTruthy();
  expect(closeCheckIn).not.toHaveBeenCalled();
});

test("what is old is confirmed in one tap, group by group", async () => {
  const known = (await VISIT.checkIn?.("v1")) as CheckInRoom;
  const before = { reply: { said: "no" }, words: "no", fresh: false, thisVisit: false, detail: null } as const;
  const old = { ...before, at: "2026-10-02T09:00:00+01:00" };
  const older = { ...before, at: "2026-09-30T09:00:00+01:00" };
  const items = known.items.map((item) =>
    item.id === "absent-rectum"
      ? { ...item, answer: old }
      : item.id === "recent-anorectal-surgery"
        ? { ...item, answer: older }
        : item,
  );
  const confirmUnchanged = vi.fn(async () => known);
  await open({
    checkIn: (async () => ({ ...known, items })) as unknown as Hatch["checkIn"],
    confirmUnchanged: confirmUnchanged as unknown as Hatch["confirmUnchanged"],
  });
  await userEvent.click(screen.getByRole("button", { name: "Anus and rectum: unchanged since 30 Sep 2026" }));
  expect(confirmUnchanged).toHaveBeenCalledExactlyOnceWith("v1", ["absent-rectum", "recent-anorectal-surgery"]);
  expect(screen.queryByRole("button", { name: /Infection: unchanged/ })).toBeNull();
});

test("before the visit only history is asked, and nothing is measured or closed", async () => {
  const known = (await VISIT.checkIn?.("v1")) as CheckInRoom;
  const items = known.items.map((item) => ({ ...item, early: item.group === "anorectal" }));
  const room = { ...known, items, visitStatus: "booked", checkIn: null };
  await open({ checkIn: (async () => room) as unknown as Hatch["checkIn"] });
  expect(screen.getByRole("heading", { name: "Before the visit" })).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Symptoms" })).toBeNull();
  expect(screen.queryByRole("button", { name: /Close check-in/ })).toBeNull();
  expect(screen.queryByRole("textbox", { name: /Temperature/ })).toBeNull();
  expect(screen.getByRole("button", { name: /Back to the visit/ })).toBeTruthy();
});
