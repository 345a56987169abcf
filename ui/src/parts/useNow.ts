// The hour on screen, for clocks and timers. One tick a second is enough for everything people wait for.
import { useEffect, useState } from "react";

/** Milliseconds now, renewed every `every` milliseconds; pass null to stand still. */
export function useNow(every: number | null = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (every === null) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(ticking);
  }, [every]);
  return now;
}
