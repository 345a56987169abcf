// Booking a visit: what is done, why, and when. A procedure without a reason is not booked.
import { useState } from "react";
import {
  Button,
  Choice,
  DateField,
  kindWords,
  PageHead,
  Refusal,
  refusalOf,
  TextField,
  useBack,
  useGo,
  usePlace,
} from "../../parts";
import { type ProcedureKind, useAct, useAsk, useClinic, useToday } from "../../practice";
import styles from "./patient.module.css";

/** The two-glass test stands before the four-glass test: it finds nearly the same and is kinder. */
const KINDS: ProcedureKind[] = ["two-glass", "four-glass", "eps", "dre", "post-dre-urine"];

/** The next five minutes on the clinic's clock. */
export function soon(zone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(new Date(Math.ceil(now.getTime() / 300_000) * 300_000));
  return parts.replace(/^24/, "00");
}

export function BookVisit() {
  const { patientId = "" } = usePlace();
  const go = useGo();
  const back = useBack();
  const today = useToday();
  const clinic = useClinic();
  const reasons = useAsk("indications");
  const book = useAct("bookVisit", { chart: true });
  const past = useAct("bookPastVisit", { chart: true });
  const [kind, setKind] = useState<ProcedureKind | null>(null);
  const [indication, setIndication] = useState<string | null>(null);
  const [date, setDate] = useState<string | null>(today);
  const [time, setTime] = useState(() => soon(clinic.zone, new Date()));
  const [kindMissing, setKindMissing] = useState(false);
  const said = (field: string) => refusalOf(book.refusal ?? past.refusal, field);
  const offered = reasons.value?.filter((one) => one.kind === kind) ?? [];

  const save = async () => {
    past.forget();
    setKindMissing(kind === null);
    if (kind === null) return;
    const visit = await book.run({ patientId, kind, indication: indication ?? "", date: date ?? "", time });
    if (visit) go({ name: "patient", patientId });
  };
  const enter = async () => {
    setKindMissing(kind === null);
    if (kind === null) return;
    book.forget();
    const visit = await past.run({ patientId, kind, indication: indication ?? "", date: date ?? "", time });
    if (visit) go({ name: "afterwards", patientId, visitId: visit.visitId, procedureId: visit.procedureId });
  };
  return (
    <div className={styles.page}>
      <PageHead
        title="Book a visit"
        primary={{ label: "Book the visit", keys: "mod+Enter", busy: book.busy, onPress: () => void save() }}
      >
        <Button variant="quiet" keys="Escape" onPress={back}>
          Back
        </Button>
        <Button keys="p" busy={past.busy} onPress={() => void enter()}>
          It has taken place
        </Button>
      </PageHead>
      <Refusal refusal={book.refusal ?? past.refusal} shownFields={["kind", "indication", "date", "time"]} />
      <div className={styles.columns}>
        <section className={styles.group} aria-labelledby="what">
          <h2 id="what">What and when</h2>
          <Choice
            stacked
            label="Procedure"
            value={kind}
            options={KINDS.map((one) => ({ value: one, label: kindWords(one) }))}
            onChange={(next) => {
              setKind(next);
              setKindMissing(false);
              const only = reasons.value?.filter((one) => one.kind === next) ?? [];
              setIndication(only.length === 1 ? (only[0]?.id ?? null) : null);
            }}
            refusal={kindMissing ? "Choose what is to be done." : said("kind")}
          />
          <div className={styles.pair}>
            <DateField label="Day" value={date} onChange={setDate} refusal={said("date")} />
            <TextField
              label="Time"
              value={time}
              onChange={setTime}
              refusal={said("time")}
              placeholder="09:15"
              inputMode="numeric"
            />
          </div>
        </section>
        <section className={styles.group} aria-labelledby="why">
          <h2 id="why">Why</h2>
          {kind === null ? (
            <p className={styles.small}>Choose the procedure first; its reasons stand here.</p>
          ) : (
            <Choice
              stacked
              label="Indication"
              value={indication}
              options={offered.map((one) => ({
                value: one.id,
                label: one.title,
                hint: `${one.evidence}: ${one.source}`,
              }))}
              onChange={setIndication}
              refusal={said("indication")}
            />
          )}
        </section>
      </div>
    </div>
  );
}
