// What followed from one visit: each event with its versions and reviews, and the form for a new one or a correction.
import { FilePlus } from "lucide-react";
import { useState } from "react";
import { Button, dateAndClock, kindWords, PageHead, Refusal, usePlace } from "../../parts";
import { type EventRoom, type StoredEvent, useAsk } from "../../practice";
import styles from "./adverse-event.module.css";
import { EventCard } from "./EventCard";
import { EventForm } from "./EventForm";
import { ReviewEvent } from "./ReviewEvent";

export function AdverseEvents() {
  const { visitId = "" } = usePlace();
  const asked = useAsk("adverseEvents", visitId);
  const room = asked.value;
  return room ? <Events room={room} /> : <Refusal refusal={asked.refusal} />;
}

function Events({ room }: { room: EventRoom }) {
  const [writing, setWriting] = useState<{ corrects: StoredEvent | null } | null>(null);
  const [reviewing, setReviewing] = useState<StoredEvent | null>(null);
  if (writing) return <EventForm room={room} corrects={writing.corrects} onDone={() => setWriting(null)} />;
  return (
    <div className={styles.page}>
      <PageHead
        title="Adverse events"
        sub={
          room.actAt
            ? `After the ${kindWords(room.kind)} of ${dateAndClock(room.actAt)}`
            : "Nothing was done at this visit, so nothing can have followed from it"
        }
        {...(room.actAt
          ? {
              primary: {
                label: "Record an event",
                icon: FilePlus,
                keys: "mod+Enter",
                onPress: () => setWriting({ corrects: null }),
              },
            }
          : {})}
      />
      {room.events.length === 0 && <p className={styles.small}>None is recorded of this visit.</p>}
      {room.events.map((event) => (
        <EventCard key={event.eventId} event={event} risks={room.risks}>
          <Button onPress={() => setWriting({ corrects: event })}>Put right</Button>
          {room.mayReview && <Button onPress={() => setReviewing(event)}>Review</Button>}
        </EventCard>
      ))}
      {reviewing && <ReviewEvent event={reviewing} onClose={() => setReviewing(null)} />}
    </div>
  );
}
