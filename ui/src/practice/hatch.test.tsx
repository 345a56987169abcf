// Answers given faster than they are kept: none is lost, and a double press stays one press.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { type Hatch, HatchProvider, useAct } from "./hatch";

function slow(kept: string[]): Hatch {
  const touch = async (word: string) => {
    await new Promise((later) => setTimeout(later, 5));
    kept.push(word);
    return null;
  };
  return { touch } as unknown as Hatch;
}

async function press(inTurn: boolean, words: string[]) {
  const kept: string[] = [];
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={new QueryClient()}>
      <HatchProvider hatch={slow(kept)}>{children}</HatchProvider>
    </QueryClientProvider>
  );
  const { result } = renderHook(() => useAct("touch", { inTurn }), { wrapper });
  const run = result.current.run as unknown as (word: string) => Promise<unknown>;
  await act(async () => {
    await Promise.all(words.map((word) => run(word)));
  });
  return kept;
}

test("three quick answers are three answers, in their order", async () => {
  expect(await press(true, ["no", "yes", "usual"])).toEqual(["no", "yes", "usual"]);
});

test("a double press is one press", async () => {
  expect(await press(false, ["sign", "sign"])).toEqual(["sign"]);
});
