// The results of one set: the chart, what the rules suggest of it, the urologist's word, and every earlier version.
import { FileInput, FileText, PhoneCall } from "lucide-react";
import { useState } from "react";
import {
  Button,
  clock,
  dateAndClock,
  glassCode,
  kindWords,
  Meaning,
  PageHead,
  Refusal,
  shortDate,
  useGo,
  useNotify,
  usePlace,
} from "../../parts";
import { type ResultRoom, type ResultVersion, useAct, useAsk } from "../../practice";
import { Entry } from "./Entry";
import { Follows } from "./Follows";
import { Judge } from "./Judge";
import { Report } from "./Report";
import { ResultChart } from "./ResultChart";
import styles from "./result.module.css";
import { Suggested } from "./Suggested";
import { Told } from "./Told";
import { categoryWords, STAGES } from "./words";

export function Result() {
  const { procedureId = "" } = usePlace();
  const asked = useAsk("resultRoom", procedureId);
  const print = useAct("printResult");
  const notify = useNotify();
  const go = useGo();
  const [typing, setTyping] = useState(false);
  const room = asked.value;
  if (!room) return <Refusal refusal={asked.refusal} />;
  if (typing) return <Entry room={room} onDone={() => setTyping(false)} />;
  const latest = room.versions.at(-1);
  const type = () => setTyping(true);
  const write = async () => {
    const paper = await print.run(procedureId);
    if (paper) notify("done", `Written to ${paper.folder}: ${paper.file}`);
  };
  return (
    <div className={styles.page}>
      <PageHead
        title="Results"
        sub={latest ? entered(latest) : `${kindWords(room.kind)}: nothing was typed in yet`}
        {...(latest || room.whyNot
          ? {}
          : { primary: { label: "Type in the report", icon: FileInput, keys: "mod+Enter", onPress: type } })}
      >
        <Button
          variant={room.criticals > 0 ? "danger" : "quiet"}
          icon={PhoneCall}
          keys="k"
          onPress={() => go({ name: "critical", patientId: room.patient.patientId, visitId: room.visitId })}
        >
          {room.criticals > 0 ? "Critical result open" : "Critical result"}
        </Button>
        {latest && (
          <Button icon={FileText} keys="p" busy={print.busy} onPress={() => void write()}>
            Write PDF
          </Button>
        )}
        {latest && !room.whyNot && (
          <Button icon={FileInput} keys="c" onPress={type}>
            Correct a value
          </Button>
        )}
      </PageHead>
      <Refusal refusal={print.refusal} />
      {room.stage && <Stage room={room} />}
      {room.whyNot && <p>{room.whyNot}</p>}
      {latest ? <Latest room={room} version={latest} /> : <Awaited room={room} />}
    </div>
  );
}

function Latest({ room, version }: { room: ResultRoom; version: ResultVersion }) {
  return (
    <>
      <ResultChart chart={version.chart} />
      {version.suggestion ? (
        <div className={styles.columns}>
          <Suggested suggestion={version.suggestion} />
          <Judge version={version} suggestion={version.suggestion} may={room.mayJudge} />
        </div>
      ) : (
        <p>This clinic has switched suggestions off: the counts stand for themselves.</p>
      )}
      <div className={styles.columns}>
        <Follows room={room} version={version} />
        <Told room={room} version={version} />
      </div>
      <Report version={version} mayAttach={!room.whyNot} />
      <Earlier versions={room.versions.slice(0, -1)} />
    </>
  );
}

/** What the results wait for, and by when. */
function Stage({ room }: { room: ResultRoom }) {
  if (!room.stage) return null;
  const late = room.time === "late";
  const kind = room.stage === "closed" ? "clear" : late ? "override" : "note";
  return (
    <p className={styles.stage}>
      <Meaning kind={kind} size="small" words={STAGES[room.stage]} />
      {room.until && (
        <span>
          {late ? "was due" : "by"} {dateAndClock(room.until)}
        </span>
      )}
    </p>
  );
}

/** What a report can speak of, before it comes. */
function Awaited({ room }: { room: ResultRoom }) {
  const there = room.glasses.filter((glass) => glass.absence === null);
  return (
    <p>
      {there.length === 0
        ? "No glass of this visit can have a result."
        : `A report can speak of ${there.map((glass) => glassCode(glass.role)).join(", ")}. Type it in when it comes.`}
    </p>
  );
}

function Earlier({ versions }: { versions: ResultVersion[] }) {
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="earlier" className={styles.earlier}>
      <h2 id="earlier">Earlier versions</h2>
      {versions.toReversed().map((version) => (
        <details key={version.resultId}>
          <summary>
            {entered(version)}
            {version.suggestion && ` · ${categoryWords(version.suggestion.category)}`}
          </summary>
          <ResultChart chart={version.chart} />
          <p>{version.suggestion?.because}</p>
        </details>
      ))}
    </section>
  );
}

function entered(version: ResultVersion): string {
  const when = `${shortDate(version.at.slice(0, 10))} ${clock(version.at)}`;
  const why = version.reason ? ` · ${version.reason}` : "";
  return `Version ${version.version}, typed in by ${version.by}, ${when}${why}`;
}
