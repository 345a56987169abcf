// Every room of a visit as it is heard, and what axe finds in it: nothing.
import { waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PlaceName } from "../parts";
import { faults, stand } from "../testing/show";
import { tree } from "../testing/tree";
import { VISIT } from "../testing/visit";

// Only the clock stands: timers on screen must not make a snapshot of their own.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-22T17:30:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const ROOMS: [PlaceName, string][] = [
  ["visit", "s2"],
  ["check-in", "s2"],
  ["consent", "s2"],
  ["time-out", "s1"],
  ["exam", "s1"],
  ["stop", "s1"],
  ["collection", "s2"],
  ["further", "s2"],
  ["order", "s2"],
  ["handoff", "s2"],
  ["specimen", "s2"],
  ["note", "s1"],
  ["result", "s1"],
  ["critical", "s1"],
  ["questionnaires", "s2"],
  ["aftercare", "s2"],
  ["follow-up", "s2"],
  ["call", "s2"],
  ["adverse-event", "s1"],
  ["figures", "s3"],
  ["settings", "s3"],
  ["laboratory", "s3"],
  ["incidents", "s1"],
  ["content", "s1"],
  ["afterwards", "s1"],
  ["downtime", "s2"],
];

test.each(ROOMS)("%s", async (name, staffId) => {
  const { container } = stand(
    { name, patientId: "p", visitId: "v", procedureId: "x", specimenId: "s" },
    staffId,
    VISIT,
  );
  await waitFor(() => expect(container.querySelector("h1")).not.toBeNull());
  expect(container.querySelector("[role=alert]")?.textContent).toBeUndefined();
  expect(await faults()).toEqual([]);
  expect(tree(container)).toMatchSnapshot();
});
