// After the last stroke: the urine at once, and what the massage brought. Either may be recorded first; each is one tap.
import { Stamp } from "lucide-react";
import { useState } from "react";
import { Button, glassCode, placeOf, Refusal, refusalOf, TextField } from "../../parts";
import { type Appearance, type CollectionView, type GlassMeasure, type SpecimenRole, useAct } from "../../practice";
import styles from "./collection.module.css";
import { Looks } from "./Looks";
import { awaited, STOP_REASONS } from "./words";

type Tap = { measure: GlassMeasure; words: string; keys: string };

/** Stamps in one tap; the first is what is usual. */
function tapsOf(role: SpecimenRole): Tap[] {
  const code = glassCode(role);
  if (role === "eps") return [{ measure: "drops", words: `Stamp ${code}: drops`, keys: "e" }];
  return [
    { measure: "enough", words: `Stamp ${code}: enough`, keys: "v" },
    { measure: "low", words: "Low", keys: "w" },
  ];
}

export function AfterMassage({ view }: { view: CollectionView }) {
  const glasses = awaited(view).filter((glass) => placeOf(glass.role) !== "before");
  // The urine first: it does not wait.
  const roles = glasses.map((glass) => glass.role).toSorted((role) => (placeOf(role) === "after" ? -1 : 1));
  const none = useAct("collectNoMore");
  const stopped = view.massage?.reason ?? null;
  return (
    <section className={styles.now} aria-label="After the massage">
      {stopped && (
        <p className={styles.reason}>
          {stopped === "patient-asked"
            ? "The patient asked to stop. Collect only what the patient still wants to give."
            : `Broken off: ${STOP_REASONS[stopped].toLowerCase()}. Collect only what can still be given.`}
        </p>
      )}
      <div className={styles.pair}>
        {roles.map((role, index) => (
          <OneTap key={role} glass={role} procedureId={view.procedureId} first={index === 0} />
        ))}
      </div>
      {stopped && (
        <Button size="room" wide busy={none.busy} onPress={() => void none.run(view.procedureId)}>
          Nothing more: end here
        </Button>
      )}
      <Refusal refusal={none.refusal} />
    </section>
  );
}

function OneTap({ glass: role, procedureId, first }: { glass: SpecimenRole; procedureId: string; first: boolean }) {
  const receive = useAct("receiveGlass");
  const end = useAct("endGlass");
  const [ml, setMl] = useState("");
  const [looks, setLooks] = useState<Appearance | null>(null);
  const code = glassCode(role);
  const how = role === "eps" ? "by-staff" : "by-patient";
  const stamp = (measure: GlassMeasure, typed: string | null) =>
    void receive.run({
      procedureId,
      role,
      glass: { minutesAgo: 0, measure, ml: typed, appearance: looks, how },
    });
  return (
    <fieldset className={styles.urine}>
      <legend className="unseen">{code}</legend>
      <div className={styles.taps}>
        {tapsOf(role).map((tap, index) => (
          <Button
            key={tap.measure}
            size="room"
            variant={first && index === 0 ? "primary" : "plain"}
            {...(index === 0 ? { icon: Stamp } : {})}
            keys={tap.keys}
            hideKeys
            busy={receive.busy}
            onPress={() => stamp(tap.measure, null)}
          >
            {tap.words}
          </Button>
        ))}
        {role === "eps" && (
          <Button
            size="room"
            words="None: dry EPS"
            busy={end.busy}
            onPress={() => void end.run({ procedureId, role, reason: "dry" })}
          >
            None
          </Button>
        )}
      </div>
      <div className={styles.millilitres}>
        <TextField
          size="room"
          label={`Millilitres of ${code}`}
          optional
          inputMode="decimal"
          unit="mL"
          value={ml}
          onChange={setMl}
          onEnter={() => ml && stamp("measured", ml)}
          refusal={refusalOf(receive.refusal, "amount")}
        />
        <Button size="room" words={`Stamp mL of ${code}`} isDisabled={ml === ""} onPress={() => stamp("measured", ml)}>
          Stamp mL
        </Button>
        <Looks role={role} value={looks} onChange={setLooks} />
      </div>
      {(receive.refusal ?? end.refusal)?.fields.length === 0 && <Refusal refusal={receive.refusal ?? end.refusal} />}
    </fieldset>
  );
}
