// The clinical content as people read it: every rule, threshold, text and kit with its source, its version, and whether a clinician has signed it off.
import { useState } from "react";
import { Choice, dateAndClock, Meaning, PageHead, Refusal, TextField } from "../../parts";
import { type ContentFile, type ContentRoom, type ContentRow, useAsk } from "../../practice";
import { Adopt } from "./Adopt";
import styles from "./content.module.css";

export function Content() {
  const asked = useAsk("content");
  const [fileId, setFileId] = useState("rules");
  const [state, setState] = useState<"all" | "awaiting">("all");
  const [words, setWords] = useState("");
  const room = asked.value;
  if (!room) return <Refusal refusal={asked.refusal} />;
  const file = room.files.find((one) => one.id === fileId) ?? room.files[0];
  const rows = (file?.rows ?? []).filter((row) => fits(row, state, words));
  return (
    <div className={styles.page}>
      <PageHead
        title="Clinical content"
        sub={`Edition ${room.edition}. A new version never changes an old record: each keeps the version it was made with.`}
      />
      <Standing room={room} />
      <div className={styles.columns}>
        <nav aria-label="Files of content">
          <ul className={styles.files}>
            {room.files.map((one) => (
              <li key={one.id}>
                <button type="button" aria-current={one === file || undefined} onClick={() => setFileId(one.id)}>
                  <span>{one.title}</span>
                  <span className={styles.version}>{counts(one)}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-label={file?.title}>
          <div className={styles.filters}>
            <Choice
              label="Show"
              value={state}
              options={[
                { value: "all", label: "All rows" },
                { value: "awaiting", label: "Awaiting sign-off" },
              ]}
              onChange={setState}
            />
            <TextField label="With these words" value={words} onChange={setWords} placeholder="fever, platelets …" />
          </div>
          {rows.length === 0 && <p>No row fits.</p>}
          <ul className={styles.rows}>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function Row({ row }: { row: ContentRow }) {
  return (
    <li>
      <div className={styles.head}>
        <h2>{row.title}</h2>
        <code>{row.id}</code>
        {row.signOff === "from-source" ? (
          <Meaning kind="clear" size="small" words="From its source" />
        ) : (
          <Meaning kind="incomplete" size="small" words="Awaits clinical sign-off" />
        )}
      </div>
      <p>{row.says}</p>
      <p className={styles.source}>{row.source}</p>
    </li>
  );
}

function Standing({ room }: { room: ContentRoom }) {
  if (room.adoption) {
    return (
      <p className={styles.standing}>
        <Meaning kind="clear" words={`Adopted by ${room.adoption.by}, ${dateAndClock(room.adoption.at)}`} />
      </p>
    );
  }
  return (
    <div className={styles.standing}>
      <Meaning kind="note" words={`Not adopted: every paper says “not for clinical use”`} />
      <span>
        {room.awaiting} {room.awaiting === 1 ? "row rests" : "rows rest"} on professional knowledge or on a decision of
        this product.
      </span>
      {room.mayAdopt ? <Adopt edition={room.edition} /> : <span>A named urologist adopts an edition.</span>}
    </div>
  );
}

function counts(file: ContentFile): string {
  const awaiting = file.rows.filter((row) => row.signOff !== "from-source").length;
  return `${file.version} · ${file.rows.length} ${file.rows.length === 1 ? "row" : "rows"}${awaiting > 0 ? `, ${awaiting} await sign-off` : ""}`;
}

function fits(row: ContentRow, state: "all" | "awaiting", words: string): boolean {
  const text = `${row.id} ${row.title} ${row.says} ${row.source}`.toLowerCase();
  return (state === "all" || row.signOff !== "from-source") && text.includes(words.trim().toLowerCase());
}
