// One glass of the set as a tile: what it is, how it stands, its number, and the way to say that there is none.
import { Printer } from "lucide-react";
import { useState } from "react";
import {
  Button,
  clock,
  Dialog,
  discardWords,
  GlassGlyph,
  glassCode,
  grouped,
  Meaning,
  noGlassWords,
  Refusal,
} from "../../parts";
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
        size={68}
        label=""
      />
      <h2 className={styles.code}>{code}</h2>
      {glass.status === "planned" && view.step !== "finished" && (
        <Button size="room" words={`None of ${code}: say why`} onPress={() => setAsking(true)}>
          None
        </Button>
      )}
      {printable && (
        <Button
          size="room"
          icon={Printer}
          words={`Print the label of ${code} again`}
          onPress={() => setReprinting(true)}
        />
      )}
      <p className={styles.said}>
        {state(glass)}
        {glass.insufficient && <Meaning kind="note" size="small" words="low volume" />}
        {failed.length > 0 && <Meaning kind="note" size="small" words="not printed" />}
      </p>
      <p className={styles.number}>{glass.accession ? grouped(glass.accession) : ""}</p>
      {asking && <NoGlass glass={glass} procedureId={view.procedureId} onClose={() => setAsking(false)} />}
      {reprinting && <Reprint glass={glass} onClose={() => setReprinting(false)} />}
    </li>
  );
}

function state(glass: CollectionGlass): string {
  if (glass.reason) return noGlassWords(glass.reason);
  if (glass.discarded) return `Discarded · ${discardWords(glass.discarded).toLowerCase()}`;
  const at = glass.collectedAt ? clock(glass.collectedAt) : "";
  switch (glass.status) {
    case "planned":
      return glass.target;
    case "collected":
      return `${glass.amount} · ${glass.label?.prints.length === 0 ? "printing" : "scan it"}`;
    default:
      return [at, glass.amount, glass.appearance].filter(Boolean).join(" · ");
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
