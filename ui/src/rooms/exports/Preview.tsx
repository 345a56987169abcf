// What the table would be: how many rows, which columns, and what to think about. Nobody's data is shown.
import { TriangleAlert } from "lucide-react";
import type { ExportContents, ExportPreview } from "../../practice";
import styles from "./exports.module.css";
import { counted } from "./words";

export function Preview({ preview, contents }: { preview: ExportPreview; contents: ExportContents }) {
  return (
    <section className={styles.preview} aria-label="Preview">
      <h2>
        {counted(preview.rows, contents)}, {preview.fields.length} columns
      </h2>
      {preview.warning && (
        <p className={styles.warning} role="status">
          <TriangleAlert aria-hidden size={17} />
          {preview.warning}
        </p>
      )}
      <dl className={styles.fields}>
        {preview.fields.map((field) => (
          <div key={field.name}>
            <dt>{field.name}</dt>
            <dd>{field.meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
