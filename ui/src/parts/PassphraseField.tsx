// A passphrase: shown on wish, with a word when Caps Lock is on, and an honest measure of its strength where one is chosen.
import { ArrowBigUpDash, Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { TextField as Aria, Button, Input, Label } from "react-aria-components";
import { type FieldProps, FieldWords, LabelWords } from "./FieldWords";
import field from "./field.module.css";
import styles from "./PassphraseField.module.css";
import { PASSPHRASE_LENGTH, strengthOf } from "./strength";
import { useStanding } from "./useStanding";

export type PassphraseFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  onEnter?: () => void;
  /** A PIN: only digits are on the keys that a tablet shows. */
  digits?: boolean | undefined;
  /** Where a new one is chosen: measures it, avoiding these names. */
  choosing?: { names: string[] };
};

export function PassphraseField(props: PassphraseFieldProps) {
  const { label, value, onChange, onEnter, choosing } = props;
  const refusal = useStanding(props.refusal, value);
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const strength = choosing ? strengthOf(value, choosing.names) : null;
  return (
    // A scanner's burst is never a passphrase, and a passphrase is never a scan.
    <div data-scan="off">
      <Aria
        className={field.field ?? ""}
        value={value}
        onChange={onChange}
        isInvalid={refusal !== undefined}
        isDisabled={props.isDisabled ?? false}
        autoFocus={props.autoFocus ?? false}
        validationBehavior="aria"
        type={shown ? "text" : "password"}
        onKeyDown={(event) => {
          setCaps(event.getModifierState("CapsLock"));
          if (event.key === "Enter" && onEnter) {
            event.preventDefault();
            onEnter();
          } else event.continuePropagation();
        }}
        onKeyUp={(event) => setCaps(event.getModifierState("CapsLock"))}
        onBlur={() => setCaps(false)}
      >
        <Label className={field.label ?? ""}>
          <LabelWords label={label} optional={props.optional} />
        </Label>
        <div className={field.box}>
          <Input
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={256}
            inputMode={props.digits ? "numeric" : "text"}
          />
          {caps && (
            <span className={styles.caps} role="status">
              <ArrowBigUpDash aria-hidden size={16} /> Caps Lock is on
            </span>
          )}
          <Button
            className={styles.eye ?? ""}
            aria-label={shown ? `Hide ${label.toLowerCase()}` : `Show ${label.toLowerCase()}`}
            aria-pressed={shown}
            onPress={() => setShown(!shown)}
          >
            {shown ? <EyeOff aria-hidden size={17} /> : <Eye aria-hidden size={17} />}
          </Button>
        </div>
        {strength && (
          <div className={styles.strength} data-level={strength.level}>
            <meter
              className={styles.meter}
              min={0}
              max={PASSPHRASE_LENGTH * 2}
              value={Math.min(value.length, PASSPHRASE_LENGTH * 2)}
              aria-label="Strength"
              aria-valuetext={strength.words}
            />
            <span aria-live="polite">{strength.words}</span>
          </div>
        )}
        <FieldWords hint={props.hint} refusal={refusal} />
      </Aria>
    </div>
  );
}
