// One tube on one screen: everything that happened to it, its running clock, and its label as it was printed.
import { Clock, Tag, Trash2, TriangleAlert } from "lucide-react";
import { useState } from "react";
import {
  Button,
  clock,
  dateAndClock,
  GlassGlyph,
  glassCode,
  grouped,
  isBeside,
  Meaning,
  PageHead,
  Paper,
  Refusal,
  Timeline,
  Timer,
  useGo,
  usePlace,
} from "../../parts";
import { type CustodyRow, type SpecimenView, useAsk } from "../../practice";
import { CorrectTime } from "./CorrectTime";
import { Discard } from "./Discard";
import { Relabel } from "./Relabel";
import { ReportFault } from "./ReportFault";
import styles from "./specimen.module.css";
import { Tubes } from "./Tubes";

const STATUS: Record<SpecimenView["status"], string> = {
  planned: "awaited",
  collected: "collected, label not verified",
  verified: "label verified",
  stored: "in storage",
  packed: "packed",
  "not-obtained": "not obtained",
  discarded: "discarded",
};

export function Specimen() {
  const { specimenId = "", patientId } = usePlace();
  const go = useGo();
  const asked = useAsk("specimen", specimenId);
  const pictures = useAsk("labelPictures", specimenId);
  const [discarding, setDiscarding] = useState(false);
  const [timing, setTiming] = useState(false);
  const [relabelling, setRelabelling] = useState(false);
  const [fault, setFault] = useState(false);
  const tube = asked.value;
  if (!tube) return <Refusal refusal={asked.refusal} />;
  const { procedureId, visitId } = tube;
  return (
    <div className={styles.page}>
      <PageHead
        title={`${glassCode(tube.role)}${tube.accession ? ` · ${grouped(tube.accession)}` : ""}`}
        sub={STATUS[tube.status]}
        primary={{
          label: "Go to its set",
          keys: "mod+Enter",
          onPress: () =>
            go({
              name: isBeside(tube.role) ? "further" : "collection",
              procedureId,
              visitId,
              ...(patientId ? { patientId } : {}),
            }),
        }}
      >
        {tube.accession && !isBeside(tube.role) && (
          <Button
            keys="r"
            onPress={() => go({ name: "result", procedureId, visitId, ...(patientId ? { patientId } : {}) })}
          >
            Results of its set
          </Button>
        )}
      </PageHead>
      <div className={styles.acts}>
        {!tube.quarantined && ["collected", "verified", "stored", "packed"].includes(tube.status) && (
          <Button icon={Clock} keys="t" onPress={() => setTiming(true)}>
            Correct the time
          </Button>
        )}
        {tube.irretrievable && ["collected", "verified", "stored", "packed"].includes(tube.status) && (
          <Button icon={Tag} keys="l" onPress={() => setRelabelling(true)}>
            Relabel this tube
          </Button>
        )}
        {(["collected", "verified", "stored"].includes(tube.status) ||
          (tube.status === "packed" && tube.quarantined)) && (
          <Button icon={Trash2} keys="d" onPress={() => setDiscarding(true)}>
            Discard this tube
          </Button>
        )}
        {tube.accession && (
          <Button icon={TriangleAlert} keys="i" onPress={() => setFault(true)}>
            Mislabelled, lost or rejected
          </Button>
        )}
      </div>
      {fault && <ReportFault tube={tube} onClose={() => setFault(false)} />}
      {tube.quarantined && (
        <p className={styles.held} role="status">
          <Meaning kind="stop" words="Quarantined: it carries another patient’s name" />
          It is not packed, not ordered and not labelled until it is relabelled or discarded.
        </p>
      )}
      {timing && <CorrectTime tube={tube} onClose={() => setTiming(false)} />}
      {relabelling && <Relabel tube={tube} onClose={() => setRelabelling(false)} />}
      {discarding && <Discard tube={tube} onClose={() => setDiscarding(false)} />}
      <div className={styles.columns}>
        <section aria-labelledby="custody">
          <div className={styles.clock}>
            <GlassGlyph role={tube.role} state={glyph(tube)} size={56} label="" />
            {tube.clock && (
              <Timer
                label={tube.clock.timer === "culture-cold" ? "kept cold, since collection" : "at room temperature"}
                from={tube.clock.since}
                amber={tube.clock.amberSeconds}
                {...(tube.clock.redSeconds === null ? {} : { red: tube.clock.redSeconds })}
              />
            )}
          </div>
          {tube.role === "pdu" && <Tubes specimenId={specimenId} caught={tube.accession !== null} />}
          <h2 id="custody">Custody</h2>
          <Timeline
            label="Custody"
            steps={tube.custody.map((row, index) => ({
              id: `${index}`,
              title: row.title,
              at: row.at,
              by: row.by,
              detail: detail(row),
            }))}
          />
        </section>
        <section aria-labelledby="label">
          <h2 id="label">Label as printed</h2>
          <Refusal refusal={pictures.refusal} />
          <Paper label={`Label of ${glassCode(tube.role)}`} pages={(pictures.value ?? []).slice(-1)} />
          {tube.relabels.map((relabel) => (
            <blockquote key={relabel.sha256} className={styles.statement}>
              {relabel.statement}
              <footer>
                Signed {dateAndClock(relabel.at)} by {relabel.by}
                {relabel.second ? `, confirmed by ${relabel.second}` : ""}
              </footer>
            </blockquote>
          ))}
          <h2>Prints</h2>
          <Ledger tube={tube} />
        </section>
      </div>
    </div>
  );
}

/** The glass as it stands now. */
function glyph(tube: SpecimenView) {
  if (tube.status === "discarded" || tube.status === "not-obtained") return "not-obtained";
  return tube.accession ? "verified" : "planned";
}

function detail(row: CustodyRow) {
  const words = [row.place, row.note].filter(Boolean).join(" · ");
  return words === "" ? undefined : <p>{words}</p>;
}

function Ledger({ tube }: { tube: SpecimenView }) {
  if (tube.labels.length === 0) return <p>No label was issued.</p>;
  return (
    <ol className={styles.ledger}>
      {tube.labels.map((label) => (
        <li key={label.labelId}>
          <strong>
            {label.serial} of {tube.labels.length}
          </strong>{" "}
          {clock(label.issuedAt)} {label.issuedBy} · {label.status}
          {label.voidReason && ` (${label.voidReason.replaceAll("-", " ")})`}
          {label.verifiedHow && label.verifiedAt && ` · read back by ${label.verifiedHow} ${clock(label.verifiedAt)}`}
          <ul>
            {label.prints.map((print) => (
              <li key={`${print.way}${print.target}${print.at}`}>
                {print.failure ? `not sent to ${print.target}: ${print.failure}` : `sent to ${print.target}`}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
