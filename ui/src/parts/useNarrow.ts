// Whether the window is small: then lists leave out what can be read elsewhere.
import { useSyncExternalStore } from "react";

const QUERY = "(max-width: 1179px)";

function watch(changed: () => void): () => void {
  const query = matchMedia(QUERY);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => matchMedia(QUERY).matches);
}
