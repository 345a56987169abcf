// The words beneath a field: its hint, or the refusal that takes the hint's place and says what to do next.
import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { FieldError, Text } from "react-aria-components";
import styles from "./field.module.css";

/** What every field is told. */
export type FieldProps = {
  label: string;
  hint?: string | undefined;
  /** Why the value is not taken; shown beside the field and read out with it. */
  refusal?: string | undefined;
  /** Says “optional” beside the label; fields are wanted unless they say so. */
  optional?: boolean | undefined;
  isDisabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  /** `arm` is read at arm's length in gloves, `room` from two metres. */
  size?: "desk" | "arm" | "room" | undefined;
};

export function FieldWords({ hint, refusal }: { hint?: string | undefined; refusal?: string | undefined }) {
  const words = useRef<HTMLElement>(null);
  // What is refused beneath the edge of the screen would look like a dead key: the first of them comes into sight.
  useEffect(() => {
    if (refusal && document.querySelector(`.${styles.refusal}`) === words.current) {
      words.current?.scrollIntoView?.({ block: "nearest" });
    }
  }, [refusal]);
  if (refusal) {
    return (
      <FieldError ref={words} className={styles.refusal ?? ""}>
        <CircleAlert aria-hidden size={14} />
        {refusal}
      </FieldError>
    );
  }
  return hint ? (
    <Text slot="description" className={styles.hint ?? ""}>
      {hint}
    </Text>
  ) : null;
}

export function LabelWords({ label, optional }: { label: string; optional?: boolean | undefined }) {
  return (
    <>
      {label}
      {optional && <span className={styles.optional}> optional</span>}
    </>
  );
}
