// Puts the whole window, or one room of it, on a test page with a practice that answers from memory.
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import axe from "axe-core";
import { App, newClient } from "../app/App";
import { entryOf } from "../app/places";
import { KeysProvider, NotifyProvider, type Place, PlaceProvider } from "../parts";
import { type Hatch, HatchProvider, type StationView } from "../practice";
import { fakeHatch, openFor } from "./fake";

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

/** Renders the room of one place by itself, for one of the staff; where it leads is told to `go`. */
export function stand(place: Place, staffId: string, taught: Partial<Hatch>, go: (to: Place) => void = () => {}) {
  const Room = entryOf(place.name)?.room ?? (() => null);
  return render(
    <QueryClientProvider client={newClient()}>
      <HatchProvider hatch={fakeHatch(openFor(staffId), taught)}>
        <KeysProvider>
          <NotifyProvider>
            <PlaceProvider walk={{ place, go, back: () => {} }}>
              <main>
                <Room />
              </main>
            </PlaceProvider>
          </NotifyProvider>
        </KeysProvider>
      </HatchProvider>
    </QueryClientProvider>,
  );
}
