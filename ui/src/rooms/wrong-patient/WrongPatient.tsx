// A visit on the wrong patient: first whose it was and who says so, then one list of what is still open until nothing is.
import { Refusal, usePlace } from "../../parts";
import { useAsk } from "../../practice";
import { Begin } from "./Begin";
import { Steps } from "./Steps";

export function WrongPatient() {
  const { visitId = "" } = usePlace();
  const asked = useAsk("wrongPatient", visitId);
  const room = asked.value;
  if (!room) return <Refusal refusal={asked.refusal} />;
  return room.begun ? <Steps room={room} begun={room.begun} /> : <Begin room={room} />;
}
