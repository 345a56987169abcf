// The ledger of exports: when, by whom, what for, how much, where to, and the digest that names the very bytes.
import { dateAndClock, Refusal, Table } from "../../parts";
import { type ExportView, useAsk } from "../../practice";
import styles from "./exports.module.css";
import { counted } from "./words";

const COLUMNS = [
  { id: "at", head: "When", width: "164px", cell: (row: ExportView) => dateAndClock(row.at) },
  {
    id: "by",
    head: "By",
    width: "minmax(0, 1fr)",
    cell: (row: ExportView) =>
      row.confirmedBy && row.confirmedBy !== row.by ? `${row.by} with ${row.confirmedBy}` : row.by,
  },
  {
    id: "what",
    head: "What",
    width: "minmax(0, 1.1fr)",
    cell: (row: ExportView) =>
      `${row.month}, ${counted(row.rows, row.contents)}, ${row.identified ? "with names" : "without names"}`,
  },
  { id: "why", head: "What for", width: "minmax(0, 1.3fr)", cell: (row: ExportView) => row.purpose },
  {
    id: "sha",
    head: "SHA-256 begins",
    width: "150px",
    cell: (row: ExportView) => <code title={`${row.target}, SHA-256 ${row.sha256}`}>{row.sha256.slice(0, 12)}</code>,
    wideOnly: true,
  },
];

export function Ledger() {
  const exports = useAsk("exports");
  return (
    <section className={styles.ledger} aria-label="What left">
      <h2>What left</h2>
      <Refusal refusal={exports.refusal} />
      <Table
        label="Exports"
        columns={COLUMNS}
        rows={exports.value ?? []}
        rowKey={(row) => row.exportId}
        empty="No table has left this clinic."
      />
    </section>
  );
}
