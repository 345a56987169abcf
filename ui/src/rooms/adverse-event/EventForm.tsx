// One event as it is written down: what it was, how grave, whether the act caused it, and what became of the patient. A correction is a further version.
import { Button, Choice, DateField, PageHead, Refusal, refusalOf, TextField, YesOrNo } from "../../parts";
import {
  type EventRoom,
  type Risk,
  type StoredEvent,
  type TypedEvent,
  useAct,
  useDraft,
  useToday,
} from "../../practice";
import styles from "./adverse-event.module.css";
import { CLAVIEN, GRADES, OUTCOMES, options, RELATED, REPORTED_BY, SERIOUS } from "./words";

export type EventFormProps = { room: EventRoom; corrects: StoredEvent | null; onDone: () => void };

type Typing = { event: TypedEvent; risk: string | null; reason: string };

/** An event as typed; the last version when it is put right. */
function begin(today: string, corrects: StoredEvent | null): TypedEvent {
  const known = corrects?.versions.at(-1)?.event;
  return {
    term: known?.term ?? "",
    onsetDate: known?.onsetDate ?? today,
    onsetTime: known?.onsetTime?.slice(0, 5) ?? "",
    reportedBy: known?.reportedBy ?? null,
    description: known?.description ?? "",
    grade: known?.grade ?? null,
    relatedness: known?.relatedness ?? null,
    expected: known?.expected ?? null,
    serious: known ? known.serious !== null : null,
    criterion: known?.serious ?? null,
    action: known?.action ?? "",
    outcome: known?.outcome ?? null,
    clavien: known?.clavien ?? null,
    reported: known ? known.reportedTo !== null : null,
    reportedTo: known?.reportedTo ?? "",
  };
}

export function EventForm({ room, corrects, onDone }: EventFormProps) {
  const record = useAct("recordAdverseEvent", { chart: true });
  const correct = useAct("correctAdverseEvent", { chart: true });
  const today = useToday();
  const draft = useDraft<Typing>("adverse-event", corrects?.eventId ?? room.visitId, {
    event: begin(today, corrects),
    risk: corrects?.risk ?? null,
    reason: "",
  });
  const { event, risk, reason } = draft.value;
  const act = corrects ? correct : record;
  const set = (next: Partial<TypedEvent>) => draft.set((now) => ({ ...now, event: { ...now.event, ...next } }));
  const refused = (field: string) => refusalOf(act.refusal, field);
  const keep = async () => {
    const kept = corrects
      ? await correct.run({ eventId: corrects.eventId, version: corrects.versions.length, event, reason })
      : await record.run({ visitId: room.visitId, event });
    if (kept) onDone();
  };
  const chosen = room.risks.find((one) => one.risk === risk);
  return (
    <div className={styles.page}>
      <PageHead
        title={corrects ? "Put an event right" : "Record an event"}
        sub={corrects ? "The versions before stay as they are" : "What was known at the act is kept with it"}
        savedAt={draft.savedAt}
        primary={{
          label: corrects ? "Keep the new version" : "Record the event",
          keys: "mod+Enter",
          busy: act.busy,
          onPress: () => void keep(),
        }}
      >
        <Button variant="quiet" onPress={onDone}>
          Leave it
        </Button>
      </PageHead>
      <Refusal refusal={act.refusal} shownFields={[...Object.keys(event), "reason"]} />
      {corrects && (
        <TextField
          label="Why it is put right"
          value={reason}
          onChange={(next) => draft.set((now) => ({ ...now, reason: next }))}
          refusal={refused("reason")}
        />
      )}
      <What
        risks={corrects ? room.risks.filter((one) => one.risk === corrects.risk) : room.risks}
        chosen={chosen}
        term={event.term}
        onRisk={(next) => draft.set((now) => ({ ...now, risk: next, event: { ...now.event, term: "" } }))}
        onTerm={(term) => set({ term })}
        refusal={refused("term")}
      />
      <TextField
        label="What happened"
        multiline
        value={event.description}
        onChange={(description) => set({ description })}
        refusal={refused("description")}
      />
      <div className={styles.pair}>
        <DateField
          label="Day on which it began"
          value={event.onsetDate || null}
          onChange={(day) => set({ onsetDate: day ?? "" })}
          refusal={refused("onsetDate")}
        />
        <TextField
          label="Hour"
          optional
          placeholder="10:05"
          value={event.onsetTime}
          onChange={(onsetTime) => set({ onsetTime })}
          refusal={refused("onsetTime")}
        />
      </div>
      <Choice
        label="Who told us"
        value={event.reportedBy}
        options={options(REPORTED_BY)}
        onChange={(reportedBy) => set({ reportedBy })}
        refusal={refused("reportedBy")}
      />
      <Choice
        label="CTCAE grade"
        hint={chosen?.gradeHint}
        value={event.grade === null ? null : String(event.grade)}
        options={GRADES.map((label, place) => ({
          value: String(place + 1),
          label: `${place + 1} ${label}`,
          ...(place >= 2 ? { tone: "stop" as const } : {}),
        }))}
        onChange={(grade) => set({ grade: Number(grade) })}
        refusal={refused("grade")}
      />
      <Choice
        label="Relation to the act"
        value={event.relatedness}
        options={options(RELATED)}
        onChange={(relatedness) => set({ relatedness })}
        refusal={refused("relatedness")}
      />
      <div className={styles.pair}>
        <YesOrNo
          label="Expected"
          hint="Named beforehand as something that may happen."
          value={event.expected}
          onChange={(expected) => set({ expected })}
          refusal={refused("expected")}
        />
        <YesOrNo
          label="Serious"
          alarming="yes"
          value={event.serious}
          onChange={(serious) => set({ serious, ...(serious ? {} : { criterion: null }) })}
          refusal={refused("serious")}
        />
      </div>
      {event.serious && (
        <Choice
          label="Serious because of"
          value={event.criterion}
          options={options(SERIOUS)}
          onChange={(criterion) => set({ criterion })}
          refusal={refused("criterion")}
        />
      )}
      <TextField
        label="What was done"
        multiline
        value={event.action}
        onChange={(action) => set({ action })}
        refusal={refused("action")}
      />
      <Choice
        label="Outcome"
        value={event.outcome}
        options={options(OUTCOMES)}
        onChange={(outcome) => set({ outcome })}
        refusal={refused("outcome")}
      />
      <Choice
        label="Clavien-Dindo"
        optional
        dense
        value={event.clavien ?? "none"}
        options={[{ value: "none", label: "Not used" }, ...CLAVIEN.map((grade) => ({ value: grade, label: grade }))]}
        onChange={(clavien) => set({ clavien: clavien === "none" ? null : clavien })}
      />
      <div className={styles.pair}>
        <YesOrNo
          label="Reported outside the clinic"
          value={event.reported}
          onChange={(reported) => set({ reported, ...(reported ? {} : { reportedTo: "" }) })}
          refusal={refused("reported")}
        />
        {event.reported && (
          <TextField
            label="To whom"
            value={event.reportedTo}
            onChange={(reportedTo) => set({ reportedTo })}
            refusal={refused("reportedTo")}
          />
        )}
      </div>
    </div>
  );
}

type WhatProps = {
  risks: Risk[];
  chosen: Risk | undefined;
  term: string;
  onRisk: (risk: string) => void;
  onTerm: (term: string) => void;
  refusal: string | undefined;
};

/** The risk as patients know it first, then the term. */
function What({ risks, chosen, term, onRisk, onTerm, refusal }: WhatProps) {
  return (
    <>
      <Choice
        label="Which risk"
        dense
        value={chosen?.risk ?? null}
        options={risks.map((risk) => ({ value: risk.risk, label: risk.title }))}
        onChange={onRisk}
        {...(chosen ? {} : { refusal })}
      />
      {chosen && (
        <Choice
          label="What it was"
          dense
          value={term === "" ? null : term}
          options={chosen.terms.map((one) => ({ value: one.id, label: one.name }))}
          onChange={onTerm}
          refusal={refusal}
          hint={`Red flag: ${chosen.redFlag}. ${chosen.source}.`}
        />
      )}
    </>
  );
}
