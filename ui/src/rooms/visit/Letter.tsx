// The letter to whoever referred: made from the signed note, and of nothing else.
import { Mail } from "lucide-react";
import { useState } from "react";
import { Button, Paper, Refusal } from "../../parts";
import { useAct, useAskWhen, type VisitRoom } from "../../practice";
import { Made } from "./Made";
import styles from "./visit.module.css";

export function Letter({ room }: { room: VisitRoom }) {
  const make = useAct("makeLetter");
  const [shown, setShown] = useState(false);
  const { visitId } = room.visit;
  const pages = useAskWhen(shown && room.noLetter === null, "letterPages", visitId);
  return (
    <section aria-labelledby="letter" className={styles.half}>
      <h2 id="letter">Letter to the referrer</h2>
      {room.noLetter ? (
        <p className={styles.small}>{room.noLetter}</p>
      ) : (
        <div className={styles.give}>
          <Button icon={Mail} keys="l" busy={make.busy} onPress={() => void make.run(visitId)}>
            Write the letter
          </Button>
          <Button variant="quiet" pressed={shown} onPress={() => setShown(!shown)}>
            Look at it
          </Button>
        </div>
      )}
      <Refusal refusal={make.refusal ?? pages.refusal} />
      <Made room={room} kind="letter" label="Letters that were written" />
      {shown && pages.value && <Paper label="The letter as it prints" pages={pages.value} />}
    </section>
  );
}
