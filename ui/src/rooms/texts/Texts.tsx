// The consent texts as whoever keeps the clinic sees them: versions and languages, what changed, and the review that lets a translation be signed.
import { useState } from "react";
import { kindWords, PageHead, Refusal, Table } from "../../parts";
import { type TextView, useAsk } from "../../practice";
import { OneText } from "./OneText";
import styles from "./texts.module.css";
import { inUse, LANGUAGES, shortStanding } from "./words";

const COLUMNS = [
  { id: "text", head: "Text", cell: (row: TextView) => <strong>{kindWords(row.kind)}</strong>, width: "170px" },
  { id: "language", head: "Language", cell: (row: TextView) => LANGUAGES[row.language], width: "84px" },
  { id: "version", head: "Version", cell: (row: TextView) => row.version, width: "70px" },
  { id: "use", head: "In use", cell: inUse, width: "128px" },
  { id: "standing", head: "Stands as", cell: shortStanding, width: "minmax(0, 1fr)" },
];

const keyOf = (row: TextView) => `${row.id}.${row.language}.${row.version}`;

export function Texts() {
  const texts = useAsk("consentTexts");
  const [open, setOpen] = useState<string | null>(null);
  const rows = texts.value ?? [];
  const chosen = rows.find((row) => keyOf(row) === open);
  return (
    <div className={styles.page}>
      <PageHead
        title="Consent texts"
        sub="Every version in every language. A new version never changes an old record."
      />
      <Refusal refusal={texts.refusal} />
      <div className={styles.columns}>
        <Table
          label="Consent texts"
          columns={COLUMNS}
          rows={rows}
          rowKey={keyOf}
          onOpen={(row) => setOpen(keyOf(row))}
          empty={texts.waiting ? "Reading the texts…" : "There are no texts."}
        />
        {chosen && <OneText key={keyOf(chosen)} row={chosen} />}
      </div>
    </div>
  );
}
