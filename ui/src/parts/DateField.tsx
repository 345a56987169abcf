// A day of the calendar, typed by its numbers: day, month, year, in that order whatever the machine's own habit is.
import { type CalendarDate, parseDate } from "@internationalized/date";
import { useEffect, useState } from "react";
import { DateField as Aria, DateInput, DateSegment, I18nProvider, Label } from "react-aria-components";
import styles from "./DateField.module.css";
import { type FieldProps, FieldWords, LabelWords } from "./FieldWords";
import field from "./field.module.css";
import { shortDate } from "./when";

export type DateFieldProps = FieldProps & {
  /** `2026-11-22`, or null while it is not whole. */
  value: string | null;
  onChange: (value: string | null) => void;
};

function read(value: string | null): CalendarDate | null {
  try {
    return value ? parseDate(value) : null;
  } catch {
    return null;
  }
}

export function DateField(props: DateFieldProps) {
  const { label, value, onChange, refusal } = props;
  const [typed, setTyped] = useState<CalendarDate | null>(() => read(value));
  useEffect(() => {
    setTyped((now) => ((now?.toString() ?? null) === value ? now : read(value)));
  }, [value]);
  return (
    // Pinned: under another locale the same keys would put the month first.
    <I18nProvider locale="en-GB">
      <Aria
        className={field.field ?? ""}
        data-size={props.size}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          onChange(next ? next.toString() : null);
        }}
        granularity="day"
        shouldForceLeadingZeros
        isInvalid={refusal !== undefined}
        isDisabled={props.isDisabled ?? false}
        autoFocus={props.autoFocus ?? false}
        validationBehavior="aria"
      >
        <Label className={field.label ?? ""}>
          <LabelWords label={label} optional={props.optional} />
        </Label>
        <div className={field.box}>
          <DateInput className={styles.input ?? ""}>
            {(segment) => <DateSegment segment={segment} className={styles.segment ?? ""} />}
          </DateInput>
          {value && (
            <span className={field.unit} aria-hidden>
              {shortDate(value)}
            </span>
          )}
        </div>
        <FieldWords hint={props.hint} refusal={refusal} />
      </Aria>
    </I18nProvider>
  );
}
