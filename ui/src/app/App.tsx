// The whole window: what every screen stands in, from the outside in.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { KeysProvider, NotifyProvider } from "../parts";
import { commands, type Hatch, HatchProvider } from "../practice";
import { Door } from "./Door";
import { Fault } from "./Fault";
import { holdFocus } from "./holdFocus";
import { ThemeProvider } from "./theme";

/** Answers come from this machine: asked again after acts, never because a window got the focus, and also when no network is there. */
export function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: "always",
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}

/** `hatch` is put in by tests; the window uses the real one. */
export function App({ hatch = commands }: { hatch?: Hatch }) {
  const [client] = useState(newClient);
  useEffect(holdFocus, []);
  return (
    // Pinned: the machine's own language once ordered day and month.
    <I18nProvider locale="en-GB">
      <ThemeProvider>
        <QueryClientProvider client={client}>
          <KeysProvider>
            <NotifyProvider>
              <Fault>
                <HatchProvider hatch={hatch}>
                  <Door />
                </HatchProvider>
              </Fault>
            </NotifyProvider>
          </KeysProvider>
        </QueryClientProvider>
      </ThemeProvider>
    </I18nProvider>
  );
}
