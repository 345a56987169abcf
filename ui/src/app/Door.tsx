// Which side of the door we are on: nothing yet, something unusable, locked, or in the clinic.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useAsk } from "../practice";
import { FirstRun } from "../rooms/first-run/FirstRun";
import { Unusable } from "../rooms/first-run/Unusable";
import { SignOn } from "../rooms/sign-on/SignOn";
import { Shell } from "./Shell";

/** How often the door looks whether the station locked itself. */
const LOOK_MS = 4000;

export function Door() {
  const { value: station, refusal, again } = useAsk("stationState");
  const client = useQueryClient();
  const [founding, setFounding] = useState(false);
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

  const onFounded = useCallback(() => setFounding(false), []);

  if (refusal && !station) return <Unusable refusal={refusal} />;
  if (!station) return <main aria-busy="true" />;
  if (station.state === "unusable") return <Unusable refusal={station.refusal} />;
  // The first run goes on after the vault is made: the kit is not yet on paper, the fictional people not yet read.
  if (station.state === "empty" || founding) return <FirstRun onDone={onFounded} />;
  if (station.state === "locked") return <SignOn people={station.people} />;
  return <Shell station={station} />;
}
