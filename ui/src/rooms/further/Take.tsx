// One kind is taken: what to know before, how much and when, from where, and what bears on its result.
import { Minus, Plus, Stamp } from "lucide-react";
import { useState } from "react";
import { Button, Choice, glassCode, Meaning, Refusal, refusalOf, TextField } from "../../parts";
import { type FurtherKind, type GlassMeasure, useAct } from "../../practice";
import styles from "./further.module.css";

type TakeProps = { kind: FurtherKind; procedureId: string; onTaken: () => void };

export function Take({ kind, procedureId, onTaken }: TakeProps) {
  const take = useAct("takeFurther");
  const [measure, setMeasure] = useState<GlassMeasure | null>(null);
  const [ml, setMl] = useState("");
  const [minutesAgo, setMinutesAgo] = useState(0);
  const [site, setSite] = useState("");
  const [knowing, setKnowing] = useState(false);
  const code = glassCode(kind.role);
  const said = (field: string) => refusalOf(take.refusal, field);
  const known = said("knowing") ?? kind.caution;
  const keep = async () => {
    if (measure === null) return;
    const how = kind.blood ? ("by-staff" as const) : ("by-patient" as const);
    const taken = { minutesAgo, measure, ml: measure === "measured" ? ml : null, appearance: null, how };
    const request = { procedureId, role: kind.role, taken, site: kind.blood ? site : null, knowing };
    if (await take.run(request)) onTaken();
  };
  const words = kind.containers.length > 1 ? `${code}, ${kind.containers.length} bottles` : code;
  return (
    <div className={styles.take}>
      <p>{kind.hint}</p>
      <p className={styles.small}>{kind.source}</p>
      <dl className={styles.facts}>
        <dt>In</dt>
        <dd>{kind.containers.join(" and ")}</dd>
        <dt>Wanted</dt>
        <dd>{kind.target}</dd>
        <dt>Keep</dt>
        <dd>{kind.keeps}</dd>
      </dl>
      <Choice<GlassMeasure>
        label={kind.containers.length > 1 ? "How much in each bottle" : "How much"}
        value={measure}
        options={[
          { value: "enough", label: "Enough" },
          { value: "low", label: "Low" },
          { value: "measured", label: "mL" },
        ]}
        onChange={setMeasure}
        refusal={measure === "measured" ? undefined : said("amount")}
      />
      {measure === "measured" && (
        <TextField
          label="Millilitres"
          inputMode="decimal"
          unit="mL"
          autoFocus
          value={ml}
          onChange={setMl}
          refusal={said("amount")}
        />
      )}
      {kind.blood && (
        <TextField
          label="Drawn from"
          optional
          placeholder="left arm"
          value={site}
          onChange={setSite}
          refusal={said("site")}
        />
      )}
      <div className={styles.when}>
        <Button icon={Minus} words="A minute earlier" onPress={() => setMinutesAgo(minutesAgo + 1)} />
        <output aria-label={`${code} was taken`}>{minutesAgo === 0 ? "now" : `${minutesAgo} min ago`}</output>
        <Button
          icon={Plus}
          words="A minute later"
          isDisabled={minutesAgo === 0}
          onPress={() => setMinutesAgo(minutesAgo - 1)}
        />
        {said("at") && <p role="alert">{said("at")}</p>}
      </div>
      {known && (
        <div className={styles.caution}>
          <p role={said("knowing") ? "alert" : undefined}>
            <Meaning kind="note" /> {known}
          </p>
          <Button pressed={knowing} onPress={() => setKnowing(!knowing)}>
            Known: take it all the same
          </Button>
        </div>
      )}
      <Refusal refusal={take.refusal} shownFields={["amount", "site", "at", "knowing"]} />
      <Button
        variant="primary"
        icon={Stamp}
        keys="mod+s"
        busy={take.busy}
        isDisabled={measure === null}
        onPress={() => void keep()}
      >
        {`${words} taken: stamp and print`}
      </Button>
    </div>
  );
}
