// One set on the board: whose, its tubes with their clocks, its order, and what keeps it here.
import { OctagonX } from "lucide-react";
import {
  Button,
  capitals,
  GlassGlyph,
  glassCode,
  grouped,
  isBeside,
  kindWords,
  Refusal,
  shortDate,
  Timer,
  useGo,
} from "../../parts";
import { type HandoffSet, type HandoffTube, useAct } from "../../practice";
import styles from "./handoff.module.css";

const WORDS: Record<HandoffTube["status"], string> = {
  planned: "awaited",
  collected: "label not verified",
  verified: "verified",
  stored: "cold",
  packed: "packed",
  "not-obtained": "not obtained",
  discarded: "discarded",
};

export function SetCard({ set, fridge }: { set: HandoffSet; fridge: string }) {
  const go = useGo();
  const store = useAct("storeSpecimens");
  const again = useAct("writeOrderAgain");
  const warm = set.tubes.filter((tube) => tube.status === "verified" && !tube.neverCold);
  const beside = set.tubes.some((tube) => isBeside(tube.role));
  const { patient, procedureId, visitId } = set;
  const ids = { patientId: patient.patientId, procedureId, visitId };
  return (
    <li className={styles.set}>
      <header className={styles.who}>
        <h2>
          {capitals(patient.family)}, {patient.given}
        </h2>
        <p>
          {shortDate(patient.birthDate)} · {patient.mrn}
        </p>
        <p className={styles.small}>
          {kindWords(set.kind)}, {shortDate(set.date)}
        </p>
      </header>
      <ul className={styles.tubes} aria-label="Tubes">
        {set.tubes.map((tube) => (
          <li key={tube.specimenId}>
            <Tube tube={tube} onOpen={() => go({ name: "specimen", specimenId: tube.specimenId, ...ids })} />
          </li>
        ))}
      </ul>
      <div className={styles.state}>
        <p>{order(set)}</p>
        {set.missing.length > 0 && (
          <ul className={styles.missing} aria-label="Missing">
            {set.missing.map((words) => (
              <li key={words}>
                <OctagonX aria-hidden size={15} /> {words}
              </li>
            ))}
          </ul>
        )}
        <Refusal refusal={store.refusal ?? again.refusal} />
        <div className={styles.acts}>
          {warm.length > 0 && (
            <Button
              busy={store.busy}
              onPress={() => void store.run({ specimenIds: warm.map((tube) => tube.specimenId), place: fridge })}
            >
              {`Put ${warm.map((tube) => glassCode(tube.role)).join(", ")} in ${fridge}`}
            </Button>
          )}
          {(set.order === null || (set.order.cancelledAt === null && set.tubes.some((tube) => tube.unordered))) && (
            <Button onPress={() => go({ name: "order", ...ids })}>Go to the order</Button>
          )}
          {(set.order?.status === "failed" || set.order?.changes.some((change) => change.status !== "written")) && (
            <Button busy={again.busy} onPress={() => void again.run(procedureId)}>
              Write the order again
            </Button>
          )}
          {beside && <Button onPress={() => go({ name: "further", ...ids })}>Beside the glasses</Button>}
          {set.tubes.some((tube) => open(tube) && !isBeside(tube.role)) && (
            <Button onPress={() => go({ name: "collection", ...ids })}>Go to the set</Button>
          )}
          {set.order?.status === "written" && (
            <Button
              variant="quiet"
              words={`Results of ${patient.family}, ${patient.given}`}
              onPress={() => go({ name: "result", ...ids })}
            >
              Results
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

const open = (tube: HandoffTube) => tube.status === "collected" || tube.status === "planned";

function Tube({ tube, onOpen }: { tube: HandoffTube; onOpen: () => void }) {
  return (
    <div className={styles.tube}>
      <GlassGlyph
        role={tube.role}
        state={tube.status === "discarded" ? "not-obtained" : tube.status}
        size={38}
        label=""
      />
      <div>
        <strong>{glassCode(tube.role)}</strong> {tube.quarantined ? "quarantined" : WORDS[tube.status]}
        {tube.accession && (
          <Button
            variant="quiet"
            words={`${grouped(tube.accession)}: timeline of ${glassCode(tube.role)}`}
            onPress={onOpen}
          >
            {grouped(tube.accession)}
          </Button>
        )}
      </div>
      {tube.clock && (
        <Timer
          label={tube.clock.timer === "culture-cold" ? "cold" : "warm"}
          from={tube.clock.since}
          amber={tube.clock.amberSeconds}
          {...(tube.clock.redSeconds === null ? {} : { red: tube.clock.redSeconds })}
        />
      )}
    </div>
  );
}

function order(set: HandoffSet): string {
  if (set.order === null) return "No order yet";
  if (set.order.cancelledAt !== null) return `Order ${grouped(set.order.groupNumber)} is cancelled`;
  const number = grouped(set.order.groupNumber);
  if (set.order.status === "written") return `Order ${number} is in the laboratory’s folder`;
  return `Order ${number} is not in the folder: ${set.order.failure ?? "waiting"}`;
}
