// A scan is taken anywhere and leaves no trace in the field it ran into; a typist is never mistaken for a scanner.
import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { looksLikeCode, watchScans } from "./useScanner";

const scans: string[] = [];
let stop = () => {};
beforeEach(() => {
  scans.length = 0;
  stop = watchScans((code) => scans.push(code));
});
afterEach(() => stop());

function Page() {
  const [name, setName] = useState("");
  return (
    <form data-testid="form">
      <input aria-label="name" value={name} onChange={(event) => setName(event.target.value)} />
      <input aria-label="secret" type="password" />
    </form>
  );
}

/** Types signs `gap` milliseconds apart, then Enter, writing them into the field as a browser would. */
function type(field: HTMLInputElement, text: string, gap: number): boolean {
  let at = 1000;
  const press = (key: string) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, "timeStamp", { value: at });
    at += gap;
    return fireEvent(field, event);
  };
  for (const sign of text) {
    press(sign);
    fireEvent.input(field, { target: { value: field.value + sign } });
  }
  return press("Enter");
}

test("a burst that ends in Enter is a scan, and the field keeps what it held", () => {
  render(<Page />);
  const field = screen.getByLabelText<HTMLInputElement>("name");
  fireEvent.input(field, { target: { value: "Abbott" } });
  expect(type(field, "U2600012337", 4)).toBe(false);
  expect(scans).toEqual(["U2600012337"]);
  expect(field.value).toBe("Abbott");
});

test("one sign that a busy machine holds back does not break a burst, and a key held down makes none", () => {
  render(<Page />);
  const field = screen.getByLabelText<HTMLInputElement>("name");
  let at = 1000;
  const press = (key: string, gap: number, repeat = false) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, repeat });
    at += gap;
    Object.defineProperty(event, "timeStamp", { value: at });
    fireEvent(field, event);
  };
  for (const [place, sign] of [..."U2600012337"].entries()) press(sign, place === 2 ? 110 : 5);
  press("Enter", 5);
  expect(scans).toEqual(["U2600012337"]);
  for (const _ of "1111111") press("1", 30, true);
  press("Enter", 30);
  expect(scans).toHaveLength(1);
});

test("the same signs typed by hand are text", () => {
  render(<Page />);
  const field = screen.getByLabelText<HTMLInputElement>("name");
  expect(type(field, "U2600012337", 80)).toBe(true);
  expect(scans).toEqual([]);
  expect(field.value).toBe("U2600012337");
});

test("a passphrase typed however fast is no scan", () => {
  vi.stubGlobal("scrollTo", () => {});
  render(<Page />);
  type(screen.getByLabelText<HTMLInputElement>("secret"), "AMBER12345678", 2);
  expect(scans).toEqual([]);
});

test("only what can be a code counts", () => {
  expect(looksLikeCode("U26-000123-3 7", true)).toBe(true);
  expect(looksLikeCode("H-10042", true)).toBe(true);
  expect(looksLikeCode("Ravensbourne", true)).toBe(false);
  expect(looksLikeCode("Ravensbourne", false), "nobody writes there: its Enter must press nothing").toBe(true);
  expect(looksLikeCode("38.2", false)).toBe(false);
});
