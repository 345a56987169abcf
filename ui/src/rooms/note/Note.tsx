// The note as it will print, beside the fields it came from; signed once, and afterwards only amended.
import { FilePenLine, LockKeyhole, Printer } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Button, dateAndClock, PageHead, Paper, Refusal, useBack, useNotify, usePlace } from "../../parts";
import { type NoteRoom, useAct, useAsk, useDraft } from "../../practice";
import { Checked } from "./Checked";
import { Fields } from "./Fields";
import styles from "./note.module.css";
import { Sign } from "./Sign";

/** What is being added before signing, kept as it is typed. */
export type Added = { remarks: string; reason: string };

export function Note() {
  const { procedureId = "" } = usePlace();
  const room = useAsk("noteRoom", procedureId);
  if (!room.value) return <Refusal refusal={room.refusal} />;
  return <Written room={room.value} />;
}

function Written({ room }: { room: NoteRoom }) {
  const back = useBack();
  const notify = useNotify();
  const added = useDraft<Added>("note", room.procedureId, { remarks: "", reason: "" });
  const print = useAct("printNote");
  const last = room.versions.at(-1);
  const [amending, setAmending] = useState(false);
  const [looked, setLooked] = useState<number | null>(null);
  const drafting = last === undefined || amending;
  const version = drafting ? null : (looked ?? last.version);
  const remarks = useDeferredValue(added.value.remarks);
  const pages = useAsk("notePages", { procedureId: room.procedureId, version, remarks: drafting ? remarks : null });
  const shown = room.versions.find((one) => one.version === version);

  // What was remarked before stands until somebody changes it.
  const amend = () => {
    const before = last?.text.sections.find((section) => section.kind === "remarks");
    added.set((now) => ({ ...now, remarks: now.remarks || (before?.paragraphs.join("\n") ?? "") }));
    setAmending(true);
  };
  const toFile = async () => {
    const paper = await print.run(room.procedureId);
    if (paper) notify("done", `Written to ${paper.folder}: ${paper.file}`);
  };
  return (
    <div className={styles.page}>
      <PageHead
        title="Note"
        sub={<State room={room} amending={amending} />}
        {...(drafting ? { savedAt: added.savedAt } : {})}
        {...(!drafting && room.maySign
          ? {
              primary: {
                label: "Amend the note",
                icon: FilePenLine,
                keys: "mod+Enter",
                onPress: amend,
              },
            }
          : {})}
      >
        {last && !amending && (
          <Button icon={Printer} busy={print.busy} onPress={() => void toFile()}>
            Write PDF
          </Button>
        )}
        <Button variant="quiet" keys="Escape" onPress={amending ? () => setAmending(false) : back}>
          Back
        </Button>
      </PageHead>
      <Refusal refusal={pages.refusal ?? print.refusal} />
      <div className={styles.columns}>
        <section className={styles.paper} aria-busy={pages.waiting}>
          {pages.value && <Paper label="The note as it prints" pages={pages.value} />}
        </section>
        <aside className={styles.side}>
          {drafting && (
            <Sign
              room={room}
              added={added}
              amending={amending}
              onSigned={() => {
                setAmending(false);
                setLooked(null);
              }}
            />
          )}
          {!drafting && (
            <section className={styles.group} aria-labelledby="versions">
              <h2 id="versions">Signed versions</h2>
              {[...room.versions].reverse().map((one) => (
                <button
                  key={one.version}
                  type="button"
                  className={styles.version}
                  aria-pressed={one.version === version}
                  onClick={() => setLooked(one.version)}
                >
                  <strong>Version {one.version}</strong>
                  <span>
                    {one.by.name}, {dateAndClock(one.signedAt)}
                  </span>
                  {one.reason && <span>Amended: {one.reason}</span>}
                </button>
              ))}
              <Checked procedureId={room.procedureId} />
            </section>
          )}
          <Fields sections={(shown?.text ?? room.draft).sections} />
        </aside>
      </div>
    </div>
  );
}

function State({ room, amending }: { room: NoteRoom; amending: boolean }) {
  const last = room.versions.at(-1);
  if (!last) return <>Draft, written from the record. Not signed.</>;
  if (amending) return <>Amending version {last.version}. What was signed stays as it is.</>;
  return (
    <span className={styles.locked}>
      <LockKeyhole aria-hidden size={15} /> Signed by {last.by.name}, {dateAndClock(last.signedAt)}. Locked.
    </span>
  );
}
