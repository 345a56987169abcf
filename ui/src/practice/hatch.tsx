// Asking and acting: every command of the practice as one of two hooks, with its refusal as a value.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { commands, type Refusal } from "./bindings";

/** Everything the window may ask of the practice. */
export type Hatch = typeof commands;
type Name = keyof Hatch;
type Answer<N extends Name> = Awaited<ReturnType<Hatch[N]>>;

const HatchContext = createContext<Hatch>(commands);

/** The real hatch stands by default; tests put theirs in its place. */
export function HatchProvider({ hatch, children }: { hatch: Hatch; children: ReactNode }) {
  return <HatchContext value={hatch}>{children}</HatchContext>;
}

/** The commands themselves, for what is neither shown nor an act: `touch`, drafts. */
export function useHatch(): Hatch {
  return useContext(HatchContext);
}

/** What was thrown, as a refusal. Anything else than a refusal is a fault of the window and says so. */
export function refusalFrom(thrown: unknown): Refusal {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown) {
    const { code, message, fields, incident } = thrown as Refusal;
    return { code, message, fields: fields ?? [], incident: incident ?? null };
  }
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: "unexpected", message: `The window could not do this: ${cause}`, fields: [], incident: null };
}

export type Asked<T> = {
  /** The answer; undefined until it comes. */
  value: T | undefined;
  refusal: Refusal | null;
  /** Asked and not yet answered, with nothing to show meanwhile. */
  waiting: boolean;
  /** Asks again. */
  again: () => void;
};

/** One command by its name with its own arguments; the pair cannot be followed by types through the index. */
function call<N extends Name>(hatch: Hatch, name: N, args: Parameters<Hatch[N]>): Promise<Answer<N>> {
  return (hatch[name] as unknown as (...all: unknown[]) => Promise<Answer<N>>)(...args);
}

/** Asks, and keeps the answer fresh after every act. */
export function useAsk<N extends Name>(name: N, ...args: Parameters<Hatch[N]>): Asked<Answer<N>> {
  return useAskWhen(true, name, ...args);
}

/** Asks once `ready`; until then nothing is asked and nothing waits. */
export function useAskWhen<N extends Name>(ready: boolean, name: N, ...args: Parameters<Hatch[N]>): Asked<Answer<N>> {
  const hatch = useHatch();
  const query = useQuery<unknown>({
    queryKey: [name, ...args],
    queryFn: () => call(hatch, name, args),
    enabled: ready,
  });
  return {
    value: query.data as Answer<N> | undefined,
    refusal: query.error ? refusalFrom(query.error) : null,
    waiting: query.isPending && ready,
    again: () => void query.refetch(),
  };
}

export type Act<N extends Name> = {
  /** Does it; undefined when it was refused (an act without an answer gives null). */
  run: (...args: Parameters<Hatch[N]>) => Promise<Answer<N> | undefined>;
  busy: boolean;
  refusal: Refusal | null;
  /** Takes the refusal off the screen. */
  forget: () => void;
};

/**
 * An act. Whatever is on screen is asked again afterwards, except the chart: opening that leaves a trace,
 * so only acts that change it say `chart`. Answers that are given faster than they are kept say `inTurn`.
 */
export function useAct<N extends Name>(name: N, options: { chart?: boolean; inTurn?: boolean } = {}): Act<N> {
  const hatch = useHatch();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const chart = useRef(options.chart ?? false);
  const inTurn = options.inTurn ?? false;
  const waiting = useRef(0);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const run = useCallback(
    async (...args: Parameters<Hatch[N]>): Promise<Answer<N> | undefined> => {
      // A second press while the first is under way is the same press; a second answer is another one and waits.
      if (waiting.current > 0 && !inTurn) return undefined;
      waiting.current += 1;
      setBusy(true);
      setRefusal(null);
      const before = last.current;
      const turn = before.then(() => call(hatch, name, args));
      last.current = turn.catch(() => {});
      try {
        const answer = await turn;
        // With more answers waiting, what is on screen is asked again after the last of them.
        if (waiting.current > 1) return answer as Answer<N>;
        await client.invalidateQueries({
          predicate: (query) =>
            chart.current || (query.queryKey[0] !== "patient" && query.queryKey[0] !== "indications"),
        });
        return answer as Answer<N>;
      } catch (thrown) {
        const refused = refusalFrom(thrown);
        setRefusal(refused);
        // What was kept before this one shall still come on screen.
        if (inTurn) await client.invalidateQueries();
        else if (refused.code === "locked") await client.invalidateQueries({ queryKey: ["stationState"] });
        return undefined;
      } finally {
        waiting.current -= 1;
        if (waiting.current === 0) setBusy(false);
      }
    },
    [hatch, client, name, inTurn],
  );
  return { run, busy, refusal, forget: () => setRefusal(null) };
}
