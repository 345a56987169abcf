// The chaperone in the room: one tap when they come, one when they leave; the hours stand in the note.
import { Button, clock, Refusal } from "../../parts";
import { type TimeOutRoom, useAct } from "../../practice";
import styles from "./time-out.module.css";

export function Stay({ room }: { room: TimeOutRoom }) {
  const came = useAct("chaperoneArrived");
  const went = useAct("chaperoneLeft");
  const { arrived, left } = room.stay;
  if (!room.chaperoneNamed) return null;
  const here = arrived !== null && left === null;
  return (
    <div className={styles.stay}>
      {here ? (
        <Button size="room" keys="4" busy={went.busy} onPress={() => void went.run(room.visitId)}>
          Chaperone leaves
        </Button>
      ) : (
        <Button size="room" keys="3" busy={came.busy} onPress={() => void came.run(room.visitId)}>
          {left ? "Chaperone is back" : "Chaperone is here"}
        </Button>
      )}
      {arrived && (
        <p role="status">
          {left ? `In the room ${clock(arrived)} to ${clock(left)}` : `In the room since ${clock(arrived)}`}
        </p>
      )}
      <Refusal refusal={came.refusal ?? went.refusal} />
    </div>
  );
}
