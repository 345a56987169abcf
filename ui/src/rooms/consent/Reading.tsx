// The patient's own screen: the text in large type and nothing else. Rail, search, scans and notices are inert, and only a member of staff's PIN or passphrase leads back.
import { LockKeyhole } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, INK_HEIGHT, type InkStroke, useGo, usePlace } from "../../parts";
import { type AgreementAnswer, type ConsentView, useAct, useAsk, useDraft, useHatch } from "../../practice";
import { Decline } from "./Decline";
import { GroupPage } from "./GroupPage";
import { HandBack } from "./HandBack";
import { wordsIn } from "./patientWords";
import {
  beside,
  type ChaperoneChoice,
  chaperoneAnswer,
  DRAFT,
  GROUPS,
  type Prepared,
  UNANSWERED,
  UNPREPARED,
} from "./prepared";
import styles from "./reading.module.css";
import { SignPage } from "./SignPage";

export function Reading() {
  const { visitId = "", patientId = "", procedureId = "" } = usePlace();
  const go = useGo();
  const hatch = useHatch();
  const room = useAsk("consentRoom", visitId);
  const draft = useDraft<Prepared>(DRAFT, visitId, UNPREPARED);
  const give = useAct("giveConsent");
  const [page, setPage] = useState(0);
  const [confirmed, setConfirmed] = useState<number[]>([]);
  const [choice, setChoice] = useState<ChaperoneChoice>(UNANSWERED);
  const [trainee, setTrainee] = useState<boolean | null>(null);
  const [ink, setInk] = useState<InkStroke[]>([]);
  const [pointer, setPointer] = useState<string | null>(null);
  const [interpreterInk, setInterpreterInk] = useState<InkStroke[]>([]);
  const [declining, setDeclining] = useState(false);
  const [done, setDone] = useState<ConsentView | null>(null);
  const [taking, setTaking] = useState(false);
  useNothingElse();

  // Reading takes longer than five minutes without a touch: the lock waits, at most half an hour.
  useEffect(() => {
    hatch.hold().catch(() => {});
  }, [hatch]);

  const back = () => go({ name: "consent", visitId, patientId, procedureId });
  const consent = room.value?.consents.findLast((one) => one.state === "offered");
  const tongue = consent?.text.language ?? "en";
  if (done) return <HandBack tongue={done.text.language} consent={done} onBack={back} />;
  if (taking) return <HandBack tongue={tongue} onBack={back} onResume={() => setTaking(false)} />;
  if (!room.value || !draft.ready) return <main className={styles.screen} aria-busy="true" />;
  const prepared = { ...UNPREPARED, ...draft.value };
  const { capacity } = prepared;
  if (!consent || capacity === null) return <HandBack tongue={tongue} onBack={back} />;
  const words = wordsIn(tongue);

  const answer = chaperoneAnswer(choice, prepared);
  const pages = consent.text.minimumForm === "written" ? GROUPS.map((one) => [one]) : [GROUPS];
  const here = pages[page];
  const agree = async (way: AgreementAnswer | "drawn") => {
    if (!answer) return;
    const drawing = (strokes: InkStroke[]) => ({ width: 1000, height: INK_HEIGHT, strokes });
    const agreement = way === "drawn" ? ({ method: "drawn", signature: drawing(ink) } as const) : way;
    const { interpreter } = prepared;
    const interpreterSigned = interpreterInk.length > 0 ? drawing(interpreterInk) : null;
    const given = await give.run({
      consentId: consent.consentId,
      version: consent.version,
      groups: pages.flatMap((groups, index) => (confirmed.includes(index) ? groups : [])),
      trainee:
        prepared.traineeName === ""
          ? null
          : { name: prepared.traineeName, role: prepared.traineeRole || "trainee", agreed: trainee === true },
      chaperone: answer,
      capacity,
      interpreter: interpreter && { ...interpreter, signature: interpreterSigned },
      agreement,
      beside: beside(prepared, choice, pointer),
    });
    if (given) setDone(given);
  };
  if (declining) return <Decline consent={consent} onBack={() => setDeclining(false)} onDone={setDone} />;
  return (
    <main className={styles.screen} lang={tongue}>
      <p className={styles.top}>
        <span>{consent.text.title}</span>
        <span>
          {words.page(page + 1, pages.length + 1)}
          <Button variant="quiet" icon={LockKeyhole} words={words.takeBack} onPress={() => setTaking(true)} />
        </span>
      </p>
      {here ? (
        <GroupPage
          key={page}
          consent={consent}
          groups={here}
          room={room.value}
          prepared={prepared}
          choice={choice}
          onChoice={setChoice}
          trainee={trainee}
          onTrainee={setTrainee}
          onBack={page > 0 ? () => setPage(page - 1) : undefined}
          onDecline={() => setDeclining(true)}
          onConfirm={() => {
            setConfirmed([...confirmed.filter((one) => one !== page), page]);
            setPage(page + 1);
          }}
        />
      ) : (
        <SignPage
          consent={consent}
          room={room.value}
          prepared={prepared}
          ink={ink}
          onInk={(next, by) => {
            give.forget();
            setInk(next);
            setPointer(by ?? null);
          }}
          interpreterInk={interpreterInk}
          onInterpreterInk={(next) => {
            give.forget();
            setInterpreterInk(next);
          }}
          busy={give.busy}
          refusal={give.refusal}
          onBack={() => setPage(page - 1)}
          onDecline={() => setDeclining(true)}
          onAgree={(way) => void agree(way)}
        />
      )}
    </main>
  );
}

/** No menu and no reload by key: either would show the staff's screen to whoever holds this one. */
function useNothingElse(): void {
  useEffect(() => {
    const still = (event: Event) => event.preventDefault();
    const reload = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (key === "f5" || ((event.ctrlKey || event.metaKey) && (key === "r" || key === "p"))) event.preventDefault();
    };
    window.addEventListener("contextmenu", still);
    window.addEventListener("keydown", reload, { capture: true });
    return () => {
      window.removeEventListener("contextmenu", still);
      window.removeEventListener("keydown", reload, { capture: true });
    };
  }, []);
}
