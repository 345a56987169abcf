// What the table would be: how many rows, which columns, and what to think about. Nobody's data is shown.
import { TriangleAlert } from "lucide-react";
import type { ExportPreview } from "../../practice";
import styles from "./exports.module.css";

export function Preview({ preview }: { preview: ExportPreview }) {
  return (
    <section className={styles.preview} aria-label="Preview">
      <h2>
        {preview.rows === 1 ? "1 procedure" : `${preview.rows} procedures`}, {preview.fields.length} columns
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
