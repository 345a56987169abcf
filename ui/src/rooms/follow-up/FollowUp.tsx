// The calls that are owed, the oldest first: whom, why, by when, and how often somebody has tried.
import { capitals, dateAndClock, kindWords, Meaning, PageHead, Refusal, shortDate, Table, useGo } from "../../parts";
import { type CallView, useAsk } from "../../practice";
import styles from "./follow-up.module.css";
import { Criticals, Results } from "./Waiting";
import { REASONS, TIMES } from "./words";

export function FollowUp() {
  const go = useGo();
  const asked = useAsk("followUp");
  const calls = asked.value?.calls ?? [];
  const open = ({ visitId, patient }: CallView) => go({ name: "call", visitId, patientId: patient.patientId });
  const late = calls.filter((call) => call.time === "overdue" || call.time === "past-window").length;
  const due = calls.filter((call) => call.time === "due").length;
  return (
    <div className={styles.page}>
      <PageHead title="Follow-up" sub={`${due} due now · ${late} overdue · ${calls.length - due - late} to come`} />
      <Refusal refusal={asked.refusal} />
      <Criticals criticals={asked.value?.criticals ?? []} />
      <Results results={asked.value?.results ?? []} />
      {!asked.waiting && (
        <section aria-labelledby="calls">
          <h2 id="calls">Calls</h2>
          <Table
            label="Calls that are owed"
            columns={[
              { id: "time", head: "Time", width: "150px", cell: Time },
              { id: "patient", head: "Patient", width: "minmax(200px, 1.2fr)", cell: Who },
              { id: "why", head: "Why", width: "minmax(200px, 1fr)", cell: Why },
              { id: "until", head: "Between", width: "minmax(210px, 1fr)", cell: Between },
              { id: "tried", head: "Tried", width: "70px", align: "end", cell: (call) => call.attempts },
            ]}
            rows={calls}
            rowKey={(call) => call.visitId}
            rowHeight={64}
            onOpen={open}
            autoFocus
            empty={<p>Nobody is waiting for a call. A massage opens one by itself; it is due after a day.</p>}
          />
        </section>
      )}
    </div>
  );
}

function Time(call: CallView) {
  const { kind, words } = TIMES[call.time];
  return <Meaning kind={kind} size="small" words={words} />;
}

function Who({ patient, phone, reach, underCustody }: CallView) {
  return (
    <span className={styles.two}>
      <span>
        <strong>{capitals(patient.family)}</strong>, {patient.given}
      </span>
      <span className={styles.small}>
        {shortDate(patient.birthDate)} · {patient.mrn} ·{" "}
        {underCustody ? "health unit" : (reach ?? phone ?? "no number")}
      </span>
    </span>
  );
}

function Why({ reason, kind, visitStatus }: CallView) {
  return (
    <span className={styles.two}>
      <span>{REASONS[reason]}</span>
      <span className={styles.small}>
        {kindWords(kind)}
        {visitStatus === "left-early" && " · left early"}
      </span>
    </span>
  );
}

function Between({ from, until }: CallView) {
  return (
    <span className={styles.two}>
      <span>{dateAndClock(from)}</span>
      <span className={styles.small}>until {dateAndClock(until)}</span>
    </span>
  );
}
