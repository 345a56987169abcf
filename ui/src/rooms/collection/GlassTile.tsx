// One glass of the set as a tile: what it is, how it stands, its number, and the way to say that there is none.
import { useState } from "react";
import { Button, clock, Dialog, GlassGlyph, glassCode, grouped, Meaning, noGlassWords, Refusal } from "../../parts";
import { type CollectionGlass, type CollectionView, type ReprintReason, useAct } from "../../practice";
import styles from "./collection.module.css";
import { NoGlass } from "./NoGlass";
import { REPRINTS } from "./words";

export function GlassTile({ glass, view }: { glass: CollectionGlass; view: CollectionView }) {
  const [asking, setAsking] = useState(false);
  const [reprinting, setReprinting] = useState(false);
  const code = glassCode(glass.role);
  const failed = glass.label?.prints.filter((print) => print.failure !== null) ?? [];
  const printable = glass.label !== null && (glass.status === "collected" || glass.status === "verified");
  return (
    <li className={styles.tile} data-status={glass.status}>
      <GlassGlyph
        role={glass.role}
        state={glass.status === "discarded" ? "not-obtained" : glass.status}
        size={84}
        label=""
      />
      <div className={styles.said}>
        <h2 className={styles.code}>{code}</h2>
        <p className={styles.state}>{state(glass)}</p>
        {glass.accession && <p className={styles.number}>{grouped(glass.accession)}</p>}
        {glass.insufficient && <Meaning kind="note" size="small" words="low volume" />}
        {failed.length > 0 && <Meaning kind="note" size="small" words="not printed" />}
      </div>
      <div className={styles.tileActs}>
        {glass.status === "planned" && view.step !== "finished" && (
          <Button size="room" words={`No ${code}: say why`} onPress={() => setAsking(true)}>
            No {code}
          </Button>
        )}
        {printable && (
          <Button size="room" words={`Print the label of ${code} again`} onPress={() => setReprinting(true)}>
            Reprint
          </Button>
        )}
      </div>
      {asking && <NoGlass glass={glass} procedureId={view.procedureId} onClose={() => setAsking(false)} />}
      {reprinting && <Reprint glass={glass} onClose={() => setReprinting(false)} />}
    </li>
  );
}

function state(glass: CollectionGlass): string {
  if (glass.reason) return noGlassWords(glass.reason);
  const at = glass.collectedAt ? clock(glass.collectedAt) : "";
  switch (glass.status) {
    case "planned":
      return glass.target;
    case "collected":
      return `${at} · ${glass.amount} · scan the label`;
    default:
      return `${at} · ${glass.amount} · ${glass.status}`;
  }
}

function Reprint({ glass, onClose }: { glass: CollectionGlass; onClose: () => void }) {
  const reprint = useAct("reprintLabel");
  const failures = glass.label?.prints.flatMap((print) => (print.failure ? [`${print.target}: ${print.failure}`] : []));
  const again = async (reason: ReprintReason) => {
    if (await reprint.run({ specimenId: glass.specimenId, reason })) onClose();
  };
  return (
    <Dialog title={`Print the label of ${glassCode(glass.role)} again`} isOpen onClose={onClose} width="wide">
      <p>The label that is there now is voided and must come off the tube. The new one is verified again.</p>
      {failures?.map((failure) => (
        <p key={failure}>{failure}</p>
      ))}
      <Refusal refusal={reprint.refusal} />
      <div className={styles.reasons}>
        {(Object.keys(REPRINTS) as ReprintReason[]).map((reason) => (
          <Button key={reason} size="room" busy={reprint.busy} onPress={() => void again(reason)}>
            {REPRINTS[reason]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
