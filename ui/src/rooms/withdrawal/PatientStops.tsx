// Always in reach while a visit is open on screen: the patient asks to stop, or takes the consent back; any of the staff records it.
import { Hand } from "lucide-react";
import { useState } from "react";
import { Button } from "../../parts";
import { useAsk, type WithdrawalRoom } from "../../practice";
import { Stop } from "./Stop";
import { Wish } from "./Wish";

export function PatientStops({ visitId, inRoom }: { visitId: string; inRoom: boolean }) {
  const asked = useAsk("withdrawalRoom", visitId);
  const [open, setOpen] = useState(false);
  const room = asked.value;
  if (!room || !mayBeSaid(room)) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button icon={Hand} keys="alt+s" {...(inRoom ? { size: "room" as const } : {})} onPress={() => setOpen(true)}>
        {room.held ? "Specimens are held" : room.mayStop ? "Patient wants to stop" : "Patient withdraws"}
      </Button>
      {open && room.held && <Wish held={room.held} inRoom={inRoom} onClose={close} />}
      {open && !room.held && <Stop room={room} inRoom={inRoom} onClose={close} />}
    </>
  );
}

/** Something is under way, agreed to, or held. */
function mayBeSaid(room: WithdrawalRoom): boolean {
  return room.mayStop || room.standing.length > 0 || room.held !== null;
}
