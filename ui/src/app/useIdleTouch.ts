// Tells the practice that somebody is here, so that the idle lock counts from the last touch. The practice decides when to lock.
import { useEffect } from "react";
import { useHatch } from "../practice";

/** Not more often than this. */
const EVERY_MS = 15_000;

export function useIdleTouch(): void {
  const hatch = useHatch();
  useEffect(() => {
    let told = 0;
    const here = () => {
      if (Date.now() - told < EVERY_MS) return;
      told = Date.now();
      // Refused only when the station has locked meanwhile; the door sees that by itself.
      hatch.touch().catch(() => {});
    };
    const signs = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
    for (const sign of signs) window.addEventListener(sign, here, { passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, here);
    };
  }, [hatch]);
}
