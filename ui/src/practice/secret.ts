// What is asked for again at the desk: the practice decides whether it is the PIN or the passphrase, the screen only labels the field.
import type { Purpose } from "./bindings";
import { useAsk } from "./hatch";

export type SecretAsked = {
  label: string;
  hint: string | undefined;
  digits: boolean;
  /** After a miss another one may be asked for. */
  again: () => void;
};

/** The words of the field for this purpose; as long as nothing is known, the passphrase. */
export function useSecret(purpose: Purpose): SecretAsked {
  const asked = useAsk("secretAsked", purpose);
  const pin = asked.value === "pin";
  return {
    label: pin ? "Your PIN" : "Your passphrase",
    hint: pin ? "Your passphrase is taken as well." : undefined,
    digits: pin,
    again: asked.again,
  };
}
