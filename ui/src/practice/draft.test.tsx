// Nothing typed is lost: kept within two seconds of the last key, when the screen is left, and taken up when it returns.
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeHatch, openFor } from "../testing/fake";
import { useDraft } from "./draft";
import { HatchProvider } from "./hatch";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function take(hatch = fakeHatch(openFor("s2"))) {
  const wrapper = ({ children }: { children: ReactNode }) => <HatchProvider hatch={hatch}>{children}</HatchProvider>;
  return { hatch, ...renderHook(() => useDraft("check-in", "v1", { temperature: "", pulse: "" }), { wrapper }) };
}

test("what was typed is in the vault two seconds after the last key, and comes back", async () => {
  const { hatch, result, unmount } = take();
  await act(async () => vi.advanceTimersByTimeAsync(0));
  expect(result.current.ready).toBe(true);
  act(() => result.current.set((now) => ({ ...now, temperature: "38.2" })));
  await act(async () => vi.advanceTimersByTimeAsync(2000));
  expect(result.current.savedAt).toBe("2026-11-22T12:04:31Z");
  unmount();

  const again = take(hatch);
  await act(async () => vi.advanceTimersByTimeAsync(0));
  expect(again.result.current.value).toEqual({ temperature: "38.2", pulse: "" });
  expect(again.result.current.takenUp).toBe(true);
});

test("leaving the screen at once keeps it as well", async () => {
  const { hatch, result, unmount } = take();
  await act(async () => vi.advanceTimersByTimeAsync(0));
  act(() => result.current.set({ temperature: "37.9", pulse: "80" }));
  unmount();
  expect(await hatch.loadDraft({ place: "check-in", subject: "v1" })).toMatchObject({
    body: '{"temperature":"37.9","pulse":"80"}',
  });
});
