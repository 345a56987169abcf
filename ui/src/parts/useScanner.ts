// A scanner is a keyboard that types a code faster than anybody and ends it with Enter. Anywhere in the window, that is a scan.
import { useEffect, useRef } from "react";

/** The signs of a burst come at most this far apart, taken together; a fast typist needs about 60 ms for each. */
export const PACE_MS = 35;
/** A busy machine may hold one sign back; longer than this, and the burst is over. */
const PAUSE_MS = 150;
/** The shortest code that counts. */
const LEAST = 5;

/** Whether a burst can be a code at all: capitals, digits and dividers; within a field only with a digit, as words are typed there. */
export function looksLikeCode(text: string, inField: boolean): boolean {
  return text.length >= LEAST && /^[0-9A-Z][0-9A-Z\-/. ]*$/i.test(text) && (!inField || /\d/.test(text));
}

type Burst = {
  text: string;
  first: number;
  last: number;
  field: HTMLInputElement | HTMLTextAreaElement | null;
  before: string;
};

/** Gives a field back what it held before the burst ran into it, in a way React notices. */
function putBack({ field, before }: Burst) {
  if (!field?.isConnected || field.value === before) return;
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, before);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Watches one window for bursts; the returned function stops it. */
export function watchScans(onScan: (code: string) => void): () => void {
  let burst: Burst | null = null;
  const listen = (event: KeyboardEvent) => {
    const target = event.target;
    if (target instanceof Element && target.closest("[data-scan='off'], input[type='password']")) {
      burst = null;
      return;
    }
    const field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
    // What was typed elsewhere just before is no part of the code.
    const follows = burst !== null && burst.field === field && event.timeStamp - burst.last <= PAUSE_MS;
    if (event.repeat) burst = null;
    else if (event.key === "Enter") {
      const pace = burst ? (event.timeStamp - burst.first) / burst.text.length : Number.POSITIVE_INFINITY;
      if (burst && follows && pace <= PACE_MS && looksLikeCode(burst.text, burst.field !== null)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        putBack(burst);
        onScan(burst.text.toUpperCase());
      }
      burst = null;
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      burst =
        burst && follows
          ? { ...burst, text: burst.text + event.key, last: event.timeStamp }
          : { text: event.key, first: event.timeStamp, last: event.timeStamp, field, before: field?.value ?? "" };
    } else if (event.key !== "Shift") burst = null;
  };
  // Before any field or button: a scan must not press the button that has the focus.
  window.addEventListener("keydown", listen, { capture: true });
  return () => window.removeEventListener("keydown", listen, { capture: true });
}

const heard: ((code: string) => boolean)[] = [];

/**
 * Hears scans while the caller is on screen. The last come hears first; answer true to keep the scan
 * from the screens beneath (scan-back and packing do), false to pass it on.
 */
export function useScanner(onScan: ((code: string) => boolean) | null): void {
  const latest = useRef(onScan);
  latest.current = onScan;
  useEffect(() => {
    const hear = (code: string) => latest.current?.(code) ?? false;
    heard.push(hear);
    return () => {
      heard.splice(heard.indexOf(hear), 1);
    };
  }, []);
}

/** Hands a scan to whoever listens; says whether anybody took it. */
export function hearScan(code: string): boolean {
  return heard.toReversed().some((hear) => hear(code));
}
