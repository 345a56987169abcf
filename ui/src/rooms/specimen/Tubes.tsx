// The transport tubes of a kit: what it asks for, its clocks, and each tube with lot, expiry and volume.
import { useState } from "react";
import { Button, Choice, clock, DateField, Refusal, refusalOf, shortDate, TextField, Timer } from "../../parts";
import { type TubeRoom, type TypedTube, useAct, useAsk } from "../../practice";
import styles from "./specimen.module.css";

const CLOCK: Record<string, string> = {
  "urine-to-cold": "to ice or tube, since the urine",
  "urine-to-tube": "to the transport tubes, since the urine",
};

export function Tubes({ specimenId, caught }: { specimenId: string; caught: boolean }) {
  const room = useAsk("transportTubes", specimenId).value;
  if (!room) return null;
  return (
    <section className={styles.tubes} aria-labelledby="tubes">
      <h2 id="tubes">Transport tubes of {room.kit}</h2>
      <p>{room.asks}</p>
      {room.timers.map((timer) => (
        <Timer
          key={timer.timer}
          label={CLOCK[timer.timer] ?? timer.timer}
          from={timer.since}
          amber={timer.amberSeconds}
          {...(timer.redSeconds === null ? {} : { red: timer.redSeconds })}
        />
      ))}
      {room.filling ? <Filled room={room} /> : caught && <Fill specimenId={specimenId} room={room} />}
    </section>
  );
}

function Filled({ room }: { room: TubeRoom }) {
  const { filling, flags } = room;
  return (
    <>
      <ul>
        {filling?.tubes.map((tube, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a filled tube never moves.
          <li key={at}>
            {tube.volume} mL, lot {tube.lot}, may be used until {shortDate(tube.expiresOn)}
          </li>
        ))}
      </ul>
      {filling && (
        <p>
          Filled {clock(filling.at)} by {filling.by}
        </p>
      )}
      {flags.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </>
  );
}

function Fill({ specimenId, room }: { specimenId: string; room: TubeRoom }) {
  const fill = useAct("fillTubes");
  const empty: TypedTube = { lot: "", expiresOn: "", volumeMl: room.tubeMl ?? "" };
  const [tubes, setTubes] = useState<TypedTube[]>(() => Array.from({ length: room.tubes }, () => empty));
  const [inverted, setInverted] = useState<"yes" | "no" | null>(null);
  const set = (at: number, part: Partial<TypedTube>) =>
    setTubes(tubes.map((tube, other) => (other === at ? { ...tube, ...part } : tube)));
  const beside = (field: string) => refusalOf(fill.refusal, field);
  return (
    <>
      {tubes.map((tube, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place never moves.
        <fieldset key={at} className={styles.tube}>
          <legend>{`Tube ${at + 1} of ${room.tubes}`}</legend>
          <TextField
            label={`Lot of tube ${at + 1}`}
            value={tube.lot}
            onChange={(lot) => set(at, { lot })}
            refusal={beside(`tubes.${at}.lot`)}
          />
          <DateField
            label={`Tube ${at + 1} may be used until`}
            value={tube.expiresOn || null}
            onChange={(expiresOn) => set(at, { expiresOn: expiresOn ?? "" })}
            refusal={beside(`tubes.${at}.expiresOn`)}
          />
          <TextField
            label={`Volume in tube ${at + 1}`}
            unit="mL"
            inputMode="decimal"
            value={tube.volumeMl}
            onChange={(volumeMl) => set(at, { volumeMl })}
            refusal={beside(`tubes.${at}.volumeMl`)}
          />
        </fieldset>
      ))}
      <Choice
        label="Cup and tubes inverted five times, not shaken"
        inline
        value={inverted}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
        onChange={setInverted}
        refusal={beside("inverted")}
      />
      <Refusal refusal={fill.refusal} shownFields={["inverted", ...tubes.flatMap((_, at) => fieldsOf(at))]} />
      <Button
        variant="primary"
        busy={fill.busy}
        onPress={() => void fill.run({ specimenId, tubes, inverted: inverted === "yes" })}
      >
        Keep the tubes
      </Button>
    </>
  );
}

function fieldsOf(at: number): string[] {
  return ["lot", "expiresOn", "volumeMl"].map((field) => `tubes.${at}.${field}`);
}
