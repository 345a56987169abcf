// The frame of the clinic: rail on the left, patient band above, one room. Here places change, scans are heard and idleness is told.
import { useCallback, useEffect, useMemo, useState } from "react";
import { BandSlot, type Place, PlaceProvider, useForgetRefusals, useHush, useKeys } from "../parts";
import type { RecoveryKitView, StationView } from "../practice";
import { KitNotice } from "../rooms/first-run/KitNotice";
import { Band } from "./Band";
import { enterRoom } from "./holdFocus";
import { KeysHelp } from "./KeysHelp";
import { Palette } from "./Palette";
import { entryOf, homeOf } from "./places";
import { Rail } from "./Rail";
import styles from "./Shell.module.css";
import { useIdleTouch } from "./useIdleTouch";
import { useScans } from "./useScans";

type Open = Extract<StationView, { state: "open" }>;

export type ShellProps = { station: Open; onKit: (kit: RecoveryKitView) => void };

export function Shell({ station, onKit }: ShellProps) {
  const { who, clinic } = station;
  const [trail, setTrail] = useState<Place[]>(() => [{ name: homeOf(who.roles) }]);
  const [help, setHelp] = useState(false);
  const [palette, setPalette] = useState(false);
  const place = trail.at(-1) ?? { name: homeOf(who.roles) };
  const entry = entryOf(place.name);
  const bare = entry?.frame === "bare";

  const go = useCallback((next: Place) => {
    setHelp(false);
    setPalette(false);
    setTrail((before) => [...before.slice(-30), next]);
  }, []);
  const back = useCallback(() => setTrail((before) => (before.length > 1 ? before.slice(0, -1) : before)), []);
  const walk = useMemo(() => ({ place, go, back }), [place, go, back]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another place, another room to stand in.
  useEffect(enterRoom, [place]);
  useHush(bare);
  useForgetRefusals(`${place.patientId ?? place.name}`);
  useIdleTouch();
  useScans(go, bare);
  useKeys(
    bare
      ? []
      : [
          { keys: "mod+k", words: "Find a patient or an act", run: () => setPalette(true) },
          { keys: "?", words: "Keys of this screen", run: () => setHelp(true) },
          { keys: "alt+ArrowLeft", words: "Back", run: back },
        ],
  );

  const Room = entry?.room;
  const room = Room && (
    // A place with another subject is another screen: nothing typed for one patient stays for the next.
    <Room
      key={`${place.name}/${place.patientId ?? ""}/${place.visitId ?? ""}/${place.procedureId ?? ""}/${place.specimenId ?? ""}`}
    />
  );
  return (
    <PlaceProvider walk={walk}>
      <BandSlot>
        {(extras) =>
          bare ? (
            room
          ) : (
            <div className={styles.shell}>
              <Rail
                place={place}
                who={who}
                clinic={clinic}
                onHelp={() => setHelp(true)}
                onPalette={() => setPalette(true)}
              />
              <div className={styles.desk}>
                {clinic.fictional && (
                  <header className={styles.fiction}>
                    Fictional clinic: nobody here is real. Not for use on patients.
                  </header>
                )}
                {(station.kitMissing || station.kitAsked.length > 0) && (
                  <KitNotice asked={station.kitAsked} onMade={onKit} />
                )}
                {place.patientId && (
                  <Band
                    patientId={place.patientId}
                    visitId={place.visitId}
                    room={entry?.frame === "room"}
                    {...extras}
                  />
                )}
                <main className={styles.room} data-frame={entry?.frame ?? "desk"}>
                  {room}
                </main>
              </div>
            </div>
          )
        }
      </BandSlot>
      <Palette isOpen={palette} onClose={() => setPalette(false)} who={who} />
      <KeysHelp isOpen={help} onClose={() => setHelp(false)} />
    </PlaceProvider>
  );
}
