// The audit room: who did what to whose record and why, and whether the trail is whole.
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Button, ComboBox, DateField, dateAndClock, PageHead, Refusal, refusalOf, Table, TextField } from "../../parts";
import { type ReadTrail, type TrailRow, useAct, useAsk } from "../../practice";
import styles from "./audit.module.css";
import { Verdict } from "./Verdict";
import { actionWords, objectWords } from "./words";

const ALL: ReadTrail = {
  from: null,
  until: null,
  staffId: null,
  action: null,
  patientId: null,
  object: null,
  before: null,
};

const COLUMNS = [
  { id: "seq", head: "No.", width: "72px", cell: (row: TrailRow) => row.seq, align: "end" as const },
  { id: "at", head: "When", width: "164px", cell: (row: TrailRow) => dateAndClock(row.at) },
  { id: "who", head: "Who", width: "minmax(0, 1fr)", cell: (row: TrailRow) => row.actorName },
  { id: "what", head: "What", width: "minmax(0, 1.3fr)", cell: (row: TrailRow) => actionWords(row.action) },
  {
    id: "object",
    head: "On",
    width: "minmax(0, 1.2fr)",
    cell: (row: TrailRow) => <Whole words={objectWords(row)} />,
    wideOnly: true,
  },
  { id: "why", head: "Why", width: "minmax(0, 1.4fr)", cell: (row: TrailRow) => <Whole words={row.purpose ?? ""} /> },
];

export function Audit() {
  const people = useAsk("staffList");
  const [filter, setFilter] = useState<ReadTrail>(ALL);
  const [pages, setPages] = useState<number[]>([]);
  const trail = useAsk("auditTrail", { ...filter, before: pages.at(-1) ?? null });
  const verify = useAct("verifyAudit");
  const [verdict, setVerdict] = useState<Awaited<ReturnType<typeof verify.run>>>();
  const narrow = (part: Partial<ReadTrail>) => {
    setPages([]);
    setFilter({ ...filter, ...part });
  };
  const check = async () => setVerdict(await verify.run());
  const rows = trail.value?.rows ?? [];
  const last = rows.at(-1)?.seq;
  return (
    <div className={styles.page}>
      <PageHead
        title="Audit"
        sub="Every act of this clinic, the newest first. Reading it is an act too."
        primary={{
          label: "Verify the whole trail",
          icon: ShieldCheck,
          keys: "v",
          busy: verify.busy,
          onPress: () => void check(),
        }}
      />
      <Refusal refusal={trail.refusal ?? verify.refusal} shownFields={["from", "until"]} />
      {verdict && <Verdict verdict={verdict} />}
      <div className={styles.filters}>
        <DateField
          label="From"
          value={filter.from ?? null}
          onChange={(from) => narrow({ from })}
          refusal={refusalOf(trail.refusal, "from")}
        />
        <DateField
          label="Until"
          value={filter.until ?? null}
          onChange={(until) => narrow({ until })}
          refusal={refusalOf(trail.refusal, "until")}
        />
        <ComboBox
          label="Who"
          value={filter.staffId ?? null}
          items={(people.value ?? []).map((person) => ({ id: person.staffId, label: person.name }))}
          onChange={(staffId) => narrow({ staffId })}
          placeholder="Everybody"
        />
        <TextField
          label="What begins with"
          value={filter.action ?? ""}
          onChange={(action) => narrow({ action: action === "" ? null : action })}
          placeholder="export, patient.open …"
        />
      </div>
      <Table
        label="Audit trail"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => String(row.seq)}
        empty={trail.waiting ? "Reading the trail…" : "Nothing in the trail fits."}
      />
      <div className={styles.pages}>
        <Button isDisabled={pages.length === 0} onPress={() => setPages(pages.slice(0, -1))}>
          Newer
        </Button>
        <Button
          isDisabled={!trail.value?.more || last === undefined}
          onPress={() => last !== undefined && setPages([...pages, last])}
        >
          Older
        </Button>
      </div>
    </div>
  );
}

/** Words that a narrow column may cut off; the whole of them under the pointer. */
function Whole({ words }: { words: string }) {
  return <span title={words}>{words}</span>;
}
