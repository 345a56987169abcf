// A refusal in words that say what to do next: beside its field, or for the whole page. Unexpected ones carry an incident number.
import { CircleAlert } from "lucide-react";
import styles from "./Refusal.module.css";

/** What a refused act says; the practice's one error has this form. */
export type RefusalWords = {
  message: string;
  fields: { field: string; message: string }[];
  incident: string | null;
};

/** The words for one field, if it was refused. */
export function refusalOf(refusal: RefusalWords | null | undefined, field: string): string | undefined {
  return refusal?.fields.find((one) => one.field === field || one.field.endsWith(`.${field}`))?.message;
}

/** The page's refusal. What stands beside a field in `shownFields` is not said twice. */
export function Refusal({
  refusal,
  shownFields = [],
}: {
  refusal: RefusalWords | null | undefined;
  shownFields?: string[];
}) {
  if (!refusal) return null;
  const shown = (name: string) => shownFields.some((field) => name === field || name.endsWith(`.${field}`));
  const rest = refusal.fields.filter((one) => !shown(one.field));
  return (
    <div className={styles.refusal} role="alert">
      <CircleAlert aria-hidden size={18} />
      <div>
        <p>{refusal.message}</p>
        {rest.length > 0 && (
          <ul className={styles.list}>
            {rest.map((one) => (
              <li key={`${one.field}${one.message}`}>{one.message}</li>
            ))}
          </ul>
        )}
        {refusal.incident && (
          <p className={styles.incident}>
            Nothing you typed is lost. Incident <strong>{refusal.incident}</strong>
          </p>
        )}
      </div>
    </div>
  );
}
