// What a room adds to the patient band: the consent's state, a clock at its end.
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

export type BandExtras = { consent?: string | null; end?: ReactNode };

const SlotContext = createContext<(extras: BandExtras) => void>(() => {});

/** Holds the extras of the room that stands; the shell draws them. */
export function BandSlot({ children }: { children: (extras: BandExtras) => ReactNode }) {
  const [extras, setExtras] = useState<BandExtras>({});
  return <SlotContext value={setExtras}>{children(extras)}</SlotContext>;
}

/** Puts the consent's state on the band while the caller stands. */
export function useBandConsent(consent: string | null | undefined): void {
  const put = useContext(SlotContext);
  useEffect(() => {
    put({ consent: consent ?? null });
    return () => put({});
  }, [put, consent]);
}
