// Every act has a key. Whoever stands on the screen says which keys it answers; `?` lists exactly those.
import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { PACE_MS } from "./useScanner";

export type Key = {
  /** `mod+Enter`, `Escape`, `n`, or two in a row: `g t`. `mod` is Ctrl (and Cmd on a Mac). */
  keys: string;
  /** What it does, as the key list says it. */
  words: string;
  run: () => void;
  /** Shown, but does nothing now. */
  off?: boolean | undefined;
};

type Board = { stand: (keys: () => Key[]) => () => void; all: () => Key[] };

const KeysContext = createContext<Board | null>(null);

/** How long after the first key of a pair the second still counts. */
const PAIR_MS = 900;

/** A single sign acts after this pause. Until then it may begin a scan, whose signs must not press the keys of the screen. */
const ALONE_MS = PACE_MS + 10;

/** One spelling for a key press: `mod+shift+k`, `Enter`, `?`. */
export function spell(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): string {
  const mods = [event.ctrlKey || event.metaKey ? "mod" : "", event.altKey ? "alt" : ""].filter(Boolean);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return [...mods, key === " " ? "Space" : key].join("+");
}

/** The key as printed on a button. */
export function keyLabel(keys: string): string {
  const names: Record<string, string> = {
    mod: "Ctrl",
    alt: "Alt",
    Enter: "⏎",
    Escape: "Esc",
    Space: "Space",
    ArrowLeft: "←",
    ArrowRight: "→",
  };
  return keys
    .split(" ")
    .map((one) =>
      one
        .split("+")
        .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
        .join(" "),
    )
    .join(" then ");
}

/** Whether plain letters belong to what is being written. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("[data-keys='off']")) return true;
  if (target.isContentEditable || target.getAttribute("role") === "spinbutton") return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox", "button"].includes(target.type);
}

/** Listens for the whole window; stands once, around everything. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const stands = useRef<(() => Key[])[]>([]);
  const board = useMemo<Board>(
    () => ({
      stand: (keys) => {
        stands.current.push(keys);
        return () => {
          stands.current = stands.current.filter((one) => one !== keys);
        };
      },
      all: () => stands.current.flatMap((keys) => keys()),
    }),
    [],
  );
  // Before any other listener: the key that follows, whoever takes it, says that the last one was not alone.
  useLayoutEffect(() => {
    let first = { spelt: "", at: 0 };
    let alone = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const spelt = spell(event);
      const plain = !spelt.includes("+") && (spelt.length === 1 || spelt === "Space" || spelt === "Enter");
      if (plain && isWriting(event.target)) return;
      const inDialog = document.querySelector("[role=dialog],[role=alertdialog]");
      const pair = event.timeStamp - first.at < PAIR_MS ? `${first.spelt} ${spelt}` : "";
      // Last come, first asked: a dialog answers before the page beneath it.
      // The second key of a pair is not a key by itself: “g t” is no “t”.
      const standing = (keys: string) => board.all().findLast((key) => !key.off && key.keys === keys);
      const asked = () => standing(pair) ?? standing(spelt);
      const meant = asked();
      const inBurst = event.timeStamp - first.at <= PACE_MS;
      first = { spelt, at: event.timeStamp };
      if (!meant) return;
      if (plain && inDialog && !(event.target instanceof Node && inDialog.contains(event.target))) return;
      event.preventDefault();
      event.stopPropagation();
      if (spelt.length > 1) meant.run();
      else if (!inBurst) alone = window.setTimeout(() => asked()?.run(), ALONE_MS);
    };
    // With Ctrl a key means the screen's act, not the button that happens to have the focus; plain keys mean the button.
    const early = (event: KeyboardEvent) => {
      window.clearTimeout(alone);
      if (spell(event).startsWith("mod+")) listen(event);
    };
    const late = (event: KeyboardEvent) => !spell(event).startsWith("mod+") && listen(event);
    window.addEventListener("keydown", early, { capture: true });
    window.addEventListener("keydown", late);
    return () => {
      window.clearTimeout(alone);
      window.removeEventListener("keydown", early, { capture: true });
      window.removeEventListener("keydown", late);
    };
  }, [board]);
  return <KeysContext value={board}>{children}</KeysContext>;
}

/** Binds keys while the caller is on screen. Outside a provider (a part tested alone) it does nothing. */
export function useKeys(keys: Key[]): void {
  const board = useContext(KeysContext);
  const latest = useRef(keys);
  latest.current = keys;
  const any = keys.length > 0;
  useEffect(() => (any ? board?.stand(() => latest.current) : undefined), [board, any]);
}

/** Reads which keys answer at this moment, for the `?` list. */
export function useKeyBoard(): () => Key[] {
  const board = useContext(KeysContext);
  return board ? board.all : () => [];
}
