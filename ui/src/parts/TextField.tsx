// A line or a paragraph of text under its label.
import { TextField as Aria, Input, Label, TextArea } from "react-aria-components";
import { type FieldProps, FieldWords, LabelWords } from "./FieldWords";
import styles from "./field.module.css";
import { useStanding } from "./useStanding";

export type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** A paragraph instead of a line. */
  multiline?: boolean;
  inputMode?: "text" | "numeric" | "decimal" | "tel";
  onBlur?: () => void;
  onEnter?: () => void;
  /** Why what stands here now cannot be read; unlike a refusal it goes with the typing. */
  unreadable?: string | undefined;
  /** Printed in the box behind the value. */
  unit?: string | undefined;
};

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, placeholder, multiline, unit } = props;
  const standing = useStanding(props.refusal, value);
  const refusal = props.unreadable ?? standing;
  return (
    <Aria
      className={styles.field ?? ""}
      data-size={props.size}
      value={value}
      onChange={onChange}
      isInvalid={refusal !== undefined}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      validationBehavior="aria"
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      onKeyDown={(event) => {
        if (event.key === "Enter" && props.onEnter) {
          event.preventDefault();
          props.onEnter();
        } else event.continuePropagation();
      }}
    >
      <Label className={styles.label ?? ""}>
        <LabelWords label={label} optional={props.optional} />
      </Label>
      <div className={styles.box}>
        {multiline ? (
          <TextArea placeholder={placeholder} />
        ) : (
          <Input
            placeholder={placeholder}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            inputMode={props.inputMode ?? "text"}
          />
        )}
        {unit && <span className={styles.unit}>{unit}</span>}
      </div>
      <FieldWords hint={props.hint} refusal={refusal} />
    </Aria>
  );
}
