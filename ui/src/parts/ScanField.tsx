// The scan of a paper, chosen as a file and read here; what kind of file it is, the practice knows. Nothing opens it.
import { useId, useState } from "react";
import type { FieldProps } from "./FieldWords";
import field from "./field.module.css";
import styles from "./ScanField.module.css";
import { useStanding } from "./useStanding";

export type ScanFieldProps = Pick<FieldProps, "label" | "hint" | "refusal" | "optional"> & {
  /** The file in Base64; null while none is chosen. */
  onFile: (file: string | null) => void;
};

export function ScanField({
  label,
  hint = "PDF, PNG or JPEG, at most 10 MB",
  refusal,
  optional,
  onFile,
}: ScanFieldProps) {
  const id = useId();
  const [name, setName] = useState("");
  const standing = useStanding(refusal, name);
  const read = (file: File | undefined) => {
    setName(file?.name ?? "");
    onFile(null);
    if (!file) return;
    const reader = new FileReader();
    // `data:application/pdf;base64,…`: only what follows the comma is the file.
    reader.onload = () => onFile(String(reader.result).split(",")[1] ?? "");
    reader.readAsDataURL(file);
  };
  return (
    <div className={`${field.field} ${styles.scan}`} data-invalid={standing !== undefined || undefined}>
      <label htmlFor={id} className={field.label}>
        {label}
        {optional && <span className={styles.optional}> optional</span>}
      </label>
      <input
        id={id}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        aria-describedby={`${id}-words`}
        aria-invalid={standing !== undefined}
        onChange={(event) => read(event.target.files?.[0])}
      />
      <p id={`${id}-words`} className={standing ? styles.refusal : styles.hint} role={standing ? "alert" : undefined}>
        {standing ?? (name === "" ? hint : name)}
      </p>
    </div>
  );
}
