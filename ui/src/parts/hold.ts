// Something runs that nothing may take off the screen: the room says so, and a scan of something else stays unheard.
import { useEffect } from "react";

const reasons: string[] = [];

/** In a room where somebody is being worked on, another number never takes the screen away. */
export const LEAVE_FIRST = "Leave this patient first, then scan again.";

/** While `reason` is given, no scan leads away from this screen; the reason is what the person reads. */
export function useHold(reason: string | null): void {
  useEffect(() => {
    if (reason === null) return;
    reasons.push(reason);
    return () => {
      reasons.splice(reasons.indexOf(reason), 1);
    };
  }, [reason]);
}

/** Why the screen must stay, if it must. */
export function heldBy(): string | undefined {
  return reasons.at(-1);
}
