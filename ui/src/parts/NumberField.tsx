// A measured number with its unit. It takes a point or a comma, and never rounds, clamps or corrects what was typed: the rules refuse.
import { useEffect, useState } from "react";
import type { FieldProps } from "./FieldWords";
import { TextField } from "./TextField";

/** The number a person typed, or null when it is none. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".").replace("−", "-");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

export type NumberFieldProps = FieldProps & {
  value: number | null;
  onChange: (value: number | null) => void;
  unit?: string | undefined;
  placeholder?: string;
  onEnter?: () => void;
};

export function NumberField(props: NumberFieldProps) {
  const { value, onChange, ...rest } = props;
  const [text, setText] = useState(value === null ? "" : String(value));
  const read = readNumber(text);
  // Another value from outside (a draft, a reset) replaces the text; a half-typed "36." does not.
  useEffect(() => {
    setText((now) => (readNumber(now) === value ? now : value === null ? "" : String(value)));
  }, [value]);
  const unreadable = text.trim() !== "" && read === null ? "Write it as a number, like 36.8." : undefined;
  return (
    <TextField
      {...rest}
      inputMode="decimal"
      value={text}
      unreadable={unreadable}
      onChange={(next) => {
        setText(next);
        if (readNumber(next) !== value) onChange(readNumber(next));
      }}
    />
  );
}
