// Consent at the staff's side: what this visit's consents cover, the next asking prepared, and every consent with its seal.
import { CircleCheck, CircleDashed } from "lucide-react";
import { useState } from "react";
import { Button, PageHead, Refusal, useBack, useBandConsent, useGo, usePlace } from "../../parts";
import { useAct, useAsk, useDraft, useHatch } from "../../practice";
import { ConsentCard } from "./ConsentCard";
import styles from "./consent.module.css";
import { Prepare } from "./Prepare";
import { DRAFT, newest, owed, type Prepared, STATE_WORDS, UNPREPARED } from "./prepared";
import { Rebook } from "./Rebook";

const ACTS: Record<string, string> = { dre: "Examination", mas: "Massage", pdu: "Strokes" };

export function Consent() {
  const { visitId = "", patientId = "", procedureId = "" } = usePlace();
  const go = useGo();
  const back = useBack();
  const hatch = useHatch();
  const room = useAsk("consentRoom", visitId);
  const offer = useAct("offerConsent");
  const draft = useDraft<Prepared>(DRAFT, visitId, UNPREPARED);
  const [pressed, setPressed] = useState(false);
  const last = newest(room.value?.consents ?? []);
  useBandConsent(last && `Consent: ${STATE_WORDS[last.state].toLowerCase()}`);
  if (!room.value) return <Refusal refusal={room.refusal} />;

  const { texts, colleagues, cover, open, consents, me } = room.value;
  const examiners = colleagues.filter((person) => person.examines);
  const chosen: Prepared = {
    ...UNPREPARED,
    ...draft.value,
    textId: draft.value.textId ?? texts[0]?.id ?? null,
    examinerId: draft.value.examinerId ?? (examiners.length === 1 ? (examiners[0]?.staffId ?? null) : null),
  };
  const gaps = owed(chosen, room.value);
  const handOver = async () => {
    setPressed(true);
    if (Object.keys(gaps).length > 0) return;
    // Kept before the patient's screen looks for it.
    await hatch.saveDraft({ place: DRAFT, subject: visitId, body: JSON.stringify(chosen) });
    const { language, spoken } = chosen;
    const asked = await offer.run({
      visitId,
      textId: chosen.textId ?? "",
      language,
      spoken,
      examinerId: chosen.examinerId ?? me,
    });
    if (asked) go({ name: "reading", visitId, patientId, procedureId });
  };
  const covered = cover.every((one) => one.covered);
  const asking = { busy: offer.busy, isDisabled: !draft.ready, onPress: () => void handOver() };
  // Whoever examines goes on to the time-out; everybody else hands the patient over and is back at the day's list.
  const examines = examiners.some((person) => person.staffId === me);
  const inRoom = {
    label: "Back to the examination",
    onPress: () => go({ name: "exam", patientId, visitId, procedureId }),
  };
  const onwards = room.value.inRoom
    ? inRoom
    : examines
      ? { label: "On to the time-out", onPress: () => go({ name: "time-out", patientId, visitId, procedureId }) }
      : { label: "Back to Today", onPress: () => go({ name: "today" }) };
  return (
    <div className={styles.page}>
      <PageHead
        title="Consent"
        sub={covered ? "Everything that is planned is covered." : "What is planned is not yet covered."}
        savedAt={draft.savedAt}
        {...(open
          ? {
              primary: {
                ...(covered ? onwards : { label: "Hand the screen to the patient", ...asking }),
                keys: "mod+Enter",
              },
            }
          : {})}
      >
        {open && covered && <Button {...asking}>Ask again</Button>}
        {open && <Rebook visitId={visitId} />}
        {open && !covered && examines && (
          <Button onPress={() => go({ name: "time-out", patientId, visitId, procedureId })}>It cannot wait</Button>
        )}
        <Button variant="quiet" keys="Escape" onPress={back}>
          Back
        </Button>
      </PageHead>
      <Refusal refusal={offer.refusal} shownFields={["examinerId", "textId"]} />
      <ul className={styles.cover} aria-label="What consent covers">
        {cover.map((one) => (
          <li key={one.act} data-covered={one.covered}>
            {one.covered ? <CircleCheck aria-hidden size={18} /> : <CircleDashed aria-hidden size={18} />}
            <strong>{ACTS[one.act] ?? one.act}</strong>
            <span>{one.covered ? "covered" : one.whyNot}</span>
          </li>
        ))}
      </ul>
      <div className={styles.columns}>
        {open && (
          <Prepare
            room={room.value}
            value={chosen}
            onChange={draft.set}
            refusal={offer.refusal}
            gaps={pressed ? gaps : {}}
          />
        )}
        <section className={styles.group} aria-labelledby="records">
          <h2 id="records">On record for this visit</h2>
          {consents.length === 0 && <p className={styles.small}>Nothing has been asked yet.</p>}
          {[...consents].reverse().map((consent) => (
            <ConsentCard
              key={consent.consentId}
              consent={consent}
              changes={room.value?.changes.find((one) => one.consentId === consent.consentId)}
            />
          ))}
        </section>
      </div>
    </div>
  );
}
