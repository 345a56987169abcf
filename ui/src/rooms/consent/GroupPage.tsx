// One spoken group in large type, read together; it is confirmed by pressing, and never before.
import { Check, ChevronLeft } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../parts";
import type { ConsentRoom, ConsentView, SpokenGroup } from "../../practice";
import { ChaperoneQuestion } from "./ChaperoneQuestion";
import { wordsIn } from "./patientWords";
import { type ChaperoneChoice, chaperoneAnswer, type Prepared } from "./prepared";
import styles from "./reading.module.css";
import { TraineeQuestion } from "./TraineeQuestion";

export type GroupPageProps = {
  consent: ConsentView;
  groups: SpokenGroup[];
  room: ConsentRoom;
  prepared: Prepared;
  choice: ChaperoneChoice;
  onChoice: (next: ChaperoneChoice) => void;
  /** What the patient answered about the trainee; null until they have. */
  trainee: boolean | null;
  onTrainee: (agreed: boolean) => void;
  onBack: (() => void) | undefined;
  onDecline: () => void;
  onConfirm: () => void;
};

export function GroupPage(props: GroupPageProps) {
  const { consent, groups, room, prepared, choice, onChoice, onBack, onDecline, onConfirm } = props;
  const words = wordsIn(consent.text.language);
  const [unanswered, setUnanswered] = useState(false);
  const shown = consent.text.groups.filter((group) => groups.includes(group.group));
  const asks = groups.includes("rights-and-chaperone");
  const asksQuestions = groups.includes("questions-and-teach-back");
  const asksTrainee = groups.includes("what-and-why") && prepared.traineeName !== "";
  const answered = (!asks || chaperoneAnswer(choice, prepared) !== null) && (!asksTrainee || props.trainee !== null);
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (unanswered && !answered) page.current?.querySelector("[data-invalid]")?.scrollIntoView({ block: "center" });
  }, [unanswered, answered]);
  return (
    <>
      <section
        ref={page}
        className={styles.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys as well.
        tabIndex={0}
        aria-label={shown.map((group) => group.title).join(", ")}
      >
        {shown.map((group) => (
          <div key={group.group}>
            <h1>{group.title}</h1>
            {group.elements.map((said) => (
              <div key={said.element}>
                <p>{said.text}</p>
                {said.element === "risks" && (
                  <ul className={styles.risks}>
                    {consent.text.risks.map((risk) => (
                      <li key={risk.risk}>{risk.text}</li>
                    ))}
                  </ul>
                )}
                {said.element === "who" && asksTrainee && (
                  <TraineeQuestion
                    tongue={consent.text.language}
                    prepared={prepared}
                    value={props.trainee}
                    onChange={props.onTrainee}
                    missing={unanswered}
                  />
                )}
                {said.element === "chaperone" && (
                  <ChaperoneQuestion
                    tongue={consent.text.language}
                    colleagues={room.colleagues.filter((one) => one.staffId !== consent.examiner.staff)}
                    prepared={prepared}
                    value={choice}
                    onChange={onChoice}
                    missing={unanswered && !answered}
                  />
                )}
              </div>
            ))}
          </div>
        ))}
      </section>
      <footer className={styles.foot}>
        <div className={styles.lesser}>
          {onBack && (
            <Button variant="quiet" size="room" icon={ChevronLeft} words={words.backOnePage} onPress={onBack}>
              {words.back}
            </Button>
          )}
          <Button variant="quiet" size="room" onPress={onDecline}>
            {words.decline}
          </Button>
        </div>
        <Button
          variant="primary"
          size="room"
          icon={Check}
          keys="mod+Enter"
          hideKeys
          onPress={() => (answered ? onConfirm() : setUnanswered(true))}
        >
          {groups.length === 1 && asksQuestions ? words.answered : words.goneThrough}
        </Button>
      </footer>
    </>
  );
}
