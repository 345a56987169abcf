// A day of the calendar, typed by its numbers: day, month, year, in that order whatever the machine's own habit is.
import { useEffect, useState } from "react";
import type { FieldProps } from "./FieldWords";
import { TextField } from "./TextField";
import { shortDate } from "./when";

export type DateFieldProps = FieldProps & {
  /** `2026-11-22`, or null while it is not whole. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/**
 * Reads `9 4 1961`, `09/04/1961`, `09041961` or `1961-04-09` as `1961-04-09`; null while it is not whole. A day that does
 * not exist is handed on as typed: a field that mends it makes another man's birth date of it.
 */
export function readDay(text: string): string | null {
  const typed = text.trim();
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? [];
  const apart = /^(\d{1,2})[\s/.,-]+(\d{1,2})[\s/.,-]+(\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  const [, day = isoDay, month = isoMonth, year = isoYear] = apart ?? [];
  return day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}

/** `1961-04-09` as it is typed: `09 04 1961`. */
function typedDay(value: string | null): string {
  return value ? value.split("-").reverse().join(" ") : "";
}

export function DateField({ value, onChange, ...field }: DateFieldProps) {
  const [text, setText] = useState(() => typedDay(value));
  useEffect(() => {
    setText((now) => (readDay(now) === value ? now : typedDay(value)));
  }, [value]);
  return (
    <TextField
      {...field}
      inputMode="numeric"
      placeholder="day month year"
      value={text}
      unit={value ? shortDate(value) : undefined}
      onChange={(next) => {
        setText(next);
        onChange(readDay(next));
      }}
    />
  );
}
