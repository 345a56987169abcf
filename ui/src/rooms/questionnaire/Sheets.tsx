// Every sheet in figures: the table that the course is drawn from.
import { Button, shortDate } from "../../parts";
import type { Questionnaire, Sheet } from "../../practice";
import styles from "./questionnaire.module.css";

export type SheetsProps = { form: Questionnaire; sheets: Sheet[]; onMistyped: (sheet: Sheet) => void };

export function Sheets({ form, sheets, onMistyped }: SheetsProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.sheets}>
        <caption>Every {form.title}</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Total</th>
            <th scope="col">Band</th>
            {form.domains.map((domain) => (
              <th key={domain.id} scope="col">
                {domain.title}
              </th>
            ))}
            <th scope="col">Since the one before</th>
            <th scope="col">Typed in by</th>
            <th scope="col">
              <span className="unseen">Put right</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.questionnaireId} data-replaced={sheet.replaced || undefined}>
              <th scope="row">{shortDate(sheet.filledOn)}</th>
              <td>{sheet.score.total?.value ?? "none"}</td>
              <td>{sheet.score.total?.band ?? `not answered: ${sheet.score.missing.join(", ")}`}</td>
              {sheet.score.domains.map((domain) => (
                <td key={domain.id}>{domain.score?.value ?? "none"}</td>
              ))}
              <td>{change(sheet)}</td>
              <td>
                {sheet.by}
                {sheet.reason && `: ${sheet.reason}`}
              </td>
              <td>
                {sheet.replaced ? (
                  "replaced"
                ) : (
                  <Button
                    variant="quiet"
                    words={`Mistyped: ${form.title} of ${shortDate(sheet.filledOn)}`}
                    onPress={() => onMistyped(sheet)}
                  >
                    Mistyped
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function change({ change: since }: Sheet): string {
  if (!since) return "";
  const points = since.points > 0 ? `+${since.points}` : since.points < 0 ? `−${-since.points}` : "0";
  return since.meaning ? `${points}, ${since.meaning}` : points;
}
