// A new passphrase, typed twice: a slip of the finger locks nobody out.
import { useState } from "react";
import { PassphraseField } from "./PassphraseField";

/** What was typed, and the passphrase once both agree. */
export function useNewPassphrase() {
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [differ, setDiffer] = useState(false);
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    setDiffer(false);
  };
  return {
    passphrase,
    again,
    differ,
    setPassphrase: change(setPassphrase),
    setAgain: change(setAgain),
    /** The passphrase; null, and said beside the fields, while the two differ. */
    take: (): string | null => {
      setDiffer(passphrase !== again);
      return passphrase === again ? passphrase : null;
    },
  };
}

export type NewPassphraseProps = {
  typed: ReturnType<typeof useNewPassphrase>;
  label?: string;
  hint?: string;
  /** Names that it must not hold. */
  names: string[];
  refusal: string | undefined;
  onEnter: () => void;
};

export function NewPassphrase({ typed, label = "Passphrase", hint, names, refusal, onEnter }: NewPassphraseProps) {
  return (
    <>
      <PassphraseField
        label={label}
        hint={hint}
        value={typed.passphrase}
        onChange={typed.setPassphrase}
        refusal={refusal}
        choosing={{ names }}
      />
      <PassphraseField
        label="The same passphrase again"
        value={typed.again}
        onChange={typed.setAgain}
        onEnter={onEnter}
        refusal={typed.differ ? "The two differ. Show both and compare." : undefined}
      />
    </>
  );
}
