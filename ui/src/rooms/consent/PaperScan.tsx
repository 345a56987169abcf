// The scan of a paper that was signed by hand, chosen as a file and read here; what kind of file it is, the practice knows.
import { useId, useState } from "react";
import styles from "./reading.module.css";

export function PaperScan({
  label,
  hint,
  onFile,
}: {
  label: string;
  hint: string;
  /** The file in Base64; null while none is chosen. */
  onFile: (file: string | null) => void;
}) {
  const id = useId();
  const [name, setName] = useState("");
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
    <div className={styles.scan}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        aria-describedby={`${id}-hint`}
        onChange={(event) => read(event.target.files?.[0])}
      />
      <p id={`${id}-hint`} className={styles.hash}>
        {name === "" ? hint : name}
      </p>
    </div>
  );
}
