// How long the back-off lasts, read from the refusal that tells it.
import type { Refusal } from "../../practice";

/** Seconds until the next try counts; 0 when it counts at once. */
export function secondsToWait(refusal: Refusal | null): number {
  if (refusal?.code !== "sign-on-wait") return 0;
  return Number(/(\d+) s\b/.exec(refusal.message)?.[1] ?? 0);
}
