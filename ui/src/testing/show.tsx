// Puts the whole window, or one room of it, on a test page with a practice that answers from memory.
import { render } from "@testing-library/react";
import axe from "axe-core";
import { App } from "../app/App";
import type { Hatch, StationView } from "../practice";
import { fakeHatch } from "./fake";

/** Renders the window as this station sees it. */
export function show(station: StationView, taught: Partial<Hatch> = {}) {
  return render(<App hatch={fakeHatch(station, taught)} />);
}

/** What axe finds on the page, one line each. Colours need a real window; the journeys ask it there. */
export async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "color-contrast": { enabled: false } },
  });
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`));
}
