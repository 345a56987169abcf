// The parts by themselves: what they take, what they refuse to decide, and what the keys do.
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { readMonth } from "./BirthDateField";
import { CheckGroup } from "./CheckGroup";
import { YesNo } from "./Choice";
import { readDay } from "./DateField";
import { NumberField, readNumber } from "./NumberField";
import { Refusal } from "./Refusal";
import { SectorMap } from "./SectorMap";
import { SignatureInk, strokePath } from "./SignatureInk";
import { inSight, Table } from "./Table";
import { TextField } from "./TextField";
import { Timer, toneOf } from "./Timer";
import { KeysProvider, useKeys } from "./useKeys";

test("a number takes a point or a comma and is never corrected", async () => {
  expect([readNumber("36.8"), readNumber("36,8"), readNumber(" 382 "), readNumber("3.82"), readNumber(".5")]).toEqual([
    36.8, 36.8, 382, 3.82, 0.5,
  ]);
  expect([readNumber(""), readNumber("36.8.1"), readNumber("warm"), readNumber("-")]).toEqual([null, null, null, null]);
  const heard: (number | null)[] = [];
  render(<NumberField label="Temperature" unit="°C" value={null} onChange={(value) => heard.push(value)} />);
  await userEvent.type(screen.getByRole("textbox", { name: "Temperature" }), "38,2");
  expect(heard.at(-1)).toBe(38.2);
  await userEvent.type(screen.getByRole("textbox", { name: "Temperature" }), "x");
  expect(screen.getByText("Write it as a number, like 36.8.")).toBeTruthy();
});

test("a refusal stands beside its field until that is changed, and comes back only when it is said again", async () => {
  const field = (refusal: string | undefined, value: string) => (
    <TextField label="Name" value={value} refusal={refusal} onChange={() => {}} />
  );
  const said = "A name has 1 to 80 characters.";
  const { rerender } = render(field(said, ""));
  expect(screen.getByText(said)).toBeTruthy();
  rerender(field(said, "Ada"));
  expect(screen.queryByText(said)).toBeNull();
  rerender(field(undefined, "Ada"));
  rerender(field(said, "Ada"));
  expect(screen.getByText(said)).toBeTruthy();
});

test("a day is read as typed, and one that does not exist is not made another", () => {
  expect(["9 4 1961", "09/04/1961", "9.4.1961", "09041961", "1961-04-09"].map(readDay)).toEqual(
    Array(5).fill("1961-04-09"),
  );
  expect(readDay("29 02 1961")).toBe("1961-02-29");
  expect(["9 4 61", "9 4", "April 1961", ""].map(readDay)).toEqual(Array(4).fill(null));
});

test("a month is read however it is written", () => {
  expect([
    readMonth("4 1961"),
    readMonth("04/1961"),
    readMonth("1961-04"),
    readMonth("13 1961"),
    readMonth("1961"),
  ]).toEqual(["1961-04", "1961-04", "1961-04", null, null]);
});

test("an untouched group is no answer; “none of these” is one, and gives way to a tick", async () => {
  const heard: (string[] | null)[] = [];
  function Group() {
    const [value, setValue] = useState<string[] | null>(null);
    return (
      <CheckGroup
        label="Bleeding"
        value={value}
        options={[{ value: "warfarin", label: "Warfarin" }]}
        onChange={(next) => {
          heard.push(next);
          setValue(next);
        }}
      />
    );
  }
  render(<Group />);
  await userEvent.click(screen.getByRole("checkbox", { name: "None of these" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Warfarin" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Warfarin" }));
  expect(heard).toEqual([[], ["warfarin"], null]);
});

test("yes, no and not known: none is chosen before a person chooses", async () => {
  const heard = vi.fn();
  render(<YesNo label="Fever" value={null} onChange={heard} />);
  for (const radio of screen.getAllByRole("radio")) expect(radio).toHaveProperty("checked", false);
  await userEvent.click(screen.getByRole("radio", { name: "Not known" }));
  expect(heard).toHaveBeenCalledWith("unknown");
});

test("the page's refusal leaves out what stands beside a field, and names the incident", () => {
  const fields = [
    { field: "mrn", message: "That number is taken." },
    { field: "elsewhere", message: "And this." },
  ];
  render(<Refusal refusal={{ message: "Look again.", fields, incident: "I-0007" }} shownFields={["mrn"]} />);
  expect(screen.getByRole("alert").textContent).toContain("And this.");
  expect(screen.getByRole("alert").textContent).not.toContain("That number is taken.");
  expect(screen.getByRole("alert").textContent).toContain("I-0007");
});

test("arrows walk the sector map, Enter places", async () => {
  const picked: string[] = [];
  render(
    <SectorMap
      label="Map"
      findings={[{ id: "n", sectors: ["R-B-m"], kind: "nodule", diameterMm: 8 }]}
      onPick={(one) => picked.push(one)}
    />,
  );
  await userEvent.tab();
  await userEvent.keyboard("{ArrowRight}{Enter}{ArrowDown} ");
  expect(picked).toEqual(["R-B-m", "R-M-m"]);
  expect(screen.getByRole("button", { name: "right base medial, nodule 8 mm" })).toBeTruthy();
});

test("a signature is points with their time, in thousandths of the box", () => {
  const heard = vi.fn();
  render(<SignatureInk label="Signature" value={[]} onChange={heard} />);
  const pad = screen.getByRole("img", { name: /Signature/ });
  vi.spyOn(pad, "getBoundingClientRect").mockReturnValue({ left: 0, top: 0, width: 500, height: 160 } as DOMRect);
  const touch = (type: string, clientX: number, clientY: number) =>
    fireEvent(pad, new MouseEvent(type, { clientX, clientY, bubbles: true }));
  touch("pointerdown", 50, 40);
  touch("pointermove", 100, 60);
  touch("pointerup", 100, 60);
  const [[stroke]] = heard.mock.calls[0] ?? [[]];
  expect(stroke.map(({ x, y }: { x: number; y: number }) => [x, y])).toEqual([
    [100, 80],
    [200, 120],
  ]);
  expect(strokePath(stroke)).toBe("M100 80L200 120");
});

test("of ten thousand rows a few dozen are on the page, and the keys reach the last", async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => index);
  const opened = vi.fn();
  render(
    <Table
      label="Many"
      columns={[{ id: "n", head: "N", cell: (row) => row }]}
      rows={rows}
      rowKey={String}
      rowHeight={40}
      onOpen={opened}
      autoFocus
    />,
  );
  expect(screen.getAllByRole("row").length).toBeLessThan(80);
  expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("10001");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  await act(async () => new Promise<void>((done) => requestAnimationFrame(() => done())));
  await userEvent.keyboard("{Enter}");
  expect(opened).toHaveBeenCalledWith(2);
  expect(inSight(10_000, 40, 200_000, 800)).toEqual([4992, 5028]);
});

test("a timer warns before it flags, and a stopped one stands still", () => {
  expect([toneOf(10, 300, 900).tone, toneOf(300, 300, 900).tone, toneOf(900, 300, 900).tone]).toEqual([
    "calm",
    "amber",
    "red",
  ]);
  render(
    <Timer label="Since massage" from="2026-11-22T09:00:00Z" until="2026-11-22T09:06:40Z" amber={300} red={900} />,
  );
  expect(screen.getByRole("timer").textContent).toBe("Since massage6:40soon late");
});

test("keys are heard alone and in pairs, never while writing, and the last come first", async () => {
  const heard: string[] = [];
  function Keys({ name }: { name: string }) {
    useKeys([
      { keys: "n", words: "New", run: () => heard.push(`${name} n`) },
      { keys: "g t", words: "Go", run: () => heard.push(`${name} g t`) },
      { keys: "mod+Enter", words: "Do", run: () => heard.push(`${name} do`) },
    ]);
    return <input aria-label={name} />;
  }
  render(
    <KeysProvider>
      <Keys name="page" />
      <Keys name="dialog" />
    </KeysProvider>,
  );
  await userEvent.setup({ delay: 60 }).keyboard("ngt");
  await waitFor(() => expect(heard).toHaveLength(2));
  await userEvent.type(screen.getByLabelText("page"), "nnn{Control>}{Enter}{/Control}");
  expect(heard).toEqual(["dialog n", "dialog g t", "dialog do"]);
});

test("a scan presses no key of the screen, whatever its signs are", async () => {
  const heard: string[] = [];
  function Keys() {
    useKeys(["1", "e", "n"].map((keys) => ({ keys, words: keys, run: () => heard.push(keys) })));
    return null;
  }
  render(
    <KeysProvider>
      <Keys />
    </KeysProvider>,
  );
  for (const key of [..."n260000011e", "Enter"]) fireEvent.keyDown(document.body, { key });
  // Whatever the burst had set going would have come before this.
  await userEvent.setup({ delay: 60 }).keyboard("n");
  await waitFor(() => expect(heard).toEqual(["n"]));
});
