// Any of several, closed by an explicit “none of these”: an untouched group is not an answer.
import { Check } from "lucide-react";
import { Checkbox, CheckboxGroup, Label } from "react-aria-components";
import styles from "./CheckGroup.module.css";
import type { Option } from "./Choice";
import { type FieldProps, FieldWords, LabelWords } from "./FieldWords";
import field from "./field.module.css";
import { useStanding } from "./useStanding";

export type CheckGroupProps<T extends string> = FieldProps & {
  /** null: not answered. An empty list: none of these, said explicitly. */
  value: T[] | null;
  options: Option<T>[];
  onChange: (value: T[] | null) => void;
  /** Words of the explicit “none”; null where none is not an answer. */
  none?: string | null;
  /** `note`: a ticked box asks for attention, as symptoms do. */
  tone?: "plain" | "note";
};

const NONE = "none-of-these";

export function CheckGroup<T extends string>(props: CheckGroupProps<T>) {
  const { label, value, options, onChange, none = "None of these" } = props;
  const ticked: string[] = value === null ? [] : value.length === 0 && none ? [NONE] : value;
  const refusal = useStanding(props.refusal, ticked.join());
  const change = (next: string[]) => {
    const noneNow = next.includes(NONE) && !ticked.includes(NONE);
    const real = next.filter((one) => one !== NONE) as T[];
    if (noneNow) onChange([]);
    else onChange(real.length > 0 || !none ? real : null);
  };
  const boxes: { value: string; label: string; hint?: string }[] = none
    ? [...options, { value: NONE, label: none }]
    : options;
  return (
    <CheckboxGroup
      className={`${field.field} ${styles.group}`}
      data-size={props.size}
      data-tone={props.tone}
      value={ticked}
      onChange={change}
      isInvalid={refusal !== undefined}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
    >
      <Label className={field.label ?? ""}>
        <LabelWords label={label} optional={props.optional} />
      </Label>
      <div className={styles.boxes}>
        {boxes.map((box) => (
          <Checkbox
            key={box.value}
            value={box.value}
            className={styles.box ?? ""}
            data-none={box.value === NONE || undefined}
          >
            <span className={styles.tick} aria-hidden>
              <Check size={14} strokeWidth={3} />
            </span>
            <span>
              {box.label}
              {box.hint && <span className={styles.hint}>{box.hint}</span>}
            </span>
          </Checkbox>
        ))}
      </div>
      <FieldWords hint={props.hint} refusal={refusal} />
    </CheckboxGroup>
  );
}
