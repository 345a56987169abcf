// One answer out of a few, as big segments. Nothing is chosen until a person chooses.
import { Label, Radio, RadioGroup } from "react-aria-components";
import styles from "./Choice.module.css";
import { type FieldProps, FieldWords, LabelWords } from "./FieldWords";
import field from "./field.module.css";
import { useStanding } from "./useStanding";

export type Option<T extends string> = {
  value: T;
  label: string;
  /** A second line of small words. */
  hint?: string;
  /** The colour a chosen answer takes; the word stays. */
  tone?: "clear" | "note" | "override" | "stop";
};

export type ChoiceProps<T extends string> = FieldProps & {
  value: T | null;
  options: Option<T>[];
  onChange: (value: T) => void;
  hideLabel?: boolean;
  /** Label on the left and segments on the right, for lists of questions. */
  inline?: boolean;
  /** Smaller segments for secondary questions. */
  dense?: boolean;
  /** Under each other instead of in a row. */
  stacked?: boolean;
};

export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, options, onChange, hideLabel } = props;
  const refusal = useStanding(props.refusal, value);
  return (
    <RadioGroup
      className={`${field.field} ${styles.group}`}
      data-size={props.size}
      data-inline={props.inline || undefined}
      data-dense={props.dense || undefined}
      data-stacked={props.stacked || undefined}
      value={value}
      onChange={(next) => onChange(next as T)}
      isInvalid={refusal !== undefined}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      orientation={props.stacked ? "vertical" : "horizontal"}
      {...(hideLabel ? { "aria-label": label } : {})}
    >
      {!hideLabel && (
        <Label className={field.label ?? ""}>
          <LabelWords label={label} optional={props.optional} />
        </Label>
      )}
      <div className={styles.segments}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.segment ?? ""} data-tone={option.tone}>
            <span>{option.label}</span>
            {option.hint && <span className={styles.hint}>{option.hint}</span>}
          </Radio>
        ))}
      </div>
      <FieldWords hint={props.hint} refusal={refusal} />
    </RadioGroup>
  );
}

export type YesOrNoProps = Omit<ChoiceProps<"yes" | "no">, "options" | "value" | "onChange"> & {
  /** null until a person answers. */
  value: boolean | null;
  onChange: (value: boolean) => void;
  /** Which answer asks for attention when chosen. */
  alarming?: "yes" | "no";
};

/** Yes or no, where “not known” is no answer. */
export function YesOrNo({ alarming, value, onChange, ...rest }: YesOrNoProps) {
  return (
    <Choice
      {...rest}
      value={value === null ? null : value ? "yes" : "no"}
      onChange={(next) => onChange(next === "yes")}
      options={[
        { value: "yes", label: "Yes", ...(alarming === "yes" ? { tone: "note" as const } : {}) },
        { value: "no", label: "No", ...(alarming === "no" ? { tone: "note" as const } : {}) },
      ]}
    />
  );
}

export type YesNoProps = Omit<ChoiceProps<"yes" | "no" | "unknown">, "options"> & {
  /** Which answer asks for attention when chosen. */
  alarming?: "yes" | "no";
};

/** Yes, no, or not known: an unanswered question is none of the three. */
export function YesNo({ alarming, ...rest }: YesNoProps) {
  return (
    <Choice
      {...rest}
      options={[
        { value: "yes", label: "Yes", ...(alarming === "yes" ? { tone: "note" as const } : {}) },
        { value: "no", label: "No", ...(alarming === "no" ? { tone: "note" as const } : {}) },
        { value: "unknown", label: "Not known" },
      ]}
    />
  );
}
