// A refusal speaks of what was sent. It stands beside its field until that is changed, and not a letter longer.
import { useState } from "react";

/** The refusal while the field still holds what was refused. */
export function useStanding(refusal: string | undefined, value: unknown): string | undefined {
  const [refused, setRefused] = useState({ refusal, value });
  if (refused.refusal !== refusal) setRefused({ refusal, value });
  return refused.refusal === refusal && Object.is(refused.value, value) ? refusal : undefined;
}
