// Which side of the door we are on: nothing yet, something unusable, locked, or in the clinic.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { type RecoveryKitView, useAsk } from "../practice";
import { FirstRun } from "../rooms/first-run/FirstRun";
import { Kit } from "../rooms/first-run/Kit";
import { Unusable } from "../rooms/first-run/Unusable";
import { SignOn } from "../rooms/sign-on/SignOn";
import { WithKit } from "../rooms/sign-on/WithKit";
import { Shell } from "./Shell";

/** How often the door looks whether the station locked itself. */
const LOOK_MS = 4000;

export function Door() {
  const { value: station, refusal, again } = useAsk("stationState");
  const client = useQueryClient();
  const [founding, setFounding] = useState(false);
  const [recovering, setRecovering] = useState(false);
  const [kit, setKit] = useState<{ view: RecoveryKitView; replaces: boolean } | null>(null);
  const open = station?.state === "open";

  useEffect(() => {
    if (!open) return;
    const looking = setInterval(again, LOOK_MS);
    return () => clearInterval(looking);
  }, [open, again]);

  // Locked: nothing of any patient stays in the window's memory.
  const locked = station?.state === "locked";
  useEffect(() => {
    if (locked) client.removeQueries({ predicate: (query) => query.queryKey[0] !== "stationState" });
  }, [locked, client]);

  useEffect(() => {
    if (station?.state === "empty") setFounding(true);
  }, [station?.state]);

  const onDone = useCallback(() => {
    setFounding(false);
    setRecovering(false);
    setKit(null);
  }, []);
  const onKit = useCallback((view: RecoveryKitView) => setKit({ view, replaces: true }), []);

  // Left alone with a kit on screen, the station locked itself: sign on first.
  const lockedAway = kit !== null && locked;
  useEffect(() => {
    if (lockedAway) onDone();
  }, [lockedAway, onDone]);

  if (refusal && !station) return <Unusable refusal={refusal} />;
  if (!station) return <main aria-busy="true" />;
  if (station.state === "unusable") return <Unusable refusal={station.refusal} />;
  // A kit that was just made comes before everything else: it is shown once.
  if (kit) return <Kit kit={kit.view} replaces={kit.replaces} onDone={onDone} />;
  // The first run goes on after the vault is made: the fictional people are not yet read.
  if (station.state === "empty" || founding)
    return <FirstRun onFounded={(view) => setKit({ view, replaces: false })} onDone={onDone} />;
  if (recovering)
    return (
      <WithKit
        people={station.state === "locked" ? station.people : []}
        onBack={() => setRecovering(false)}
        onEntered={onKit}
      />
    );
  if (station.state === "locked") return <SignOn people={station.people} onKit={() => setRecovering(true)} />;
  return <Shell station={station} onKit={onKit} />;
}
