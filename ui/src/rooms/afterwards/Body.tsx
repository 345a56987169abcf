// What the finger met and did: the gate, the findings, and the massage or the strokes. What nobody observed stays open.
import {
  Button,
  Choice,
  GateFields,
  NONE_OF_THE_STOP_FINDINGS,
  NumberField,
  OPEN_GATE,
  stopReasonWords,
  TextField,
} from "../../parts";
import type { StopReason } from "../../practice";
import type { PartProps } from "./Afterwards";
import styles from "./afterwards.module.css";
import { TimeField } from "./TimeField";

const REASONS: StopReason[] = [
  "patient-asked",
  "pain",
  "bleeding",
  "gland-not-reached",
  "faintness",
  "systolic-rise",
  "tender",
  "equipment",
  "other",
];

export function Body(props: PartProps) {
  const { room, sheet, onChange, beside } = props;
  const { gate, findings } = sheet;
  const bundled = gate.answers.noneOfTheStopFindings;
  return (
    <>
      <section className={styles.part} aria-labelledby="gate-then">
        <h2 id="gate-then">Examination</h2>
        <div className={styles.line}>
          <TimeField
            label="Examined at"
            value={gate.time}
            onChange={(time) => onChange({ gate: { ...gate, time } })}
            refusal={beside("gate.time")}
          />
          {gate.time !== "" && (
            <Button
              pressed={bundled}
              onPress={() =>
                onChange({ gate: { ...gate, answers: { ...OPEN_GATE, noneOfTheStopFindings: !bundled } } })
              }
            >
              None of the stop findings
            </Button>
          )}
        </div>
        {gate.time !== "" && bundled && <p className={styles.small}>{NONE_OF_THE_STOP_FINDINGS}</p>}
        {gate.time !== "" && !bundled && (
          <GateFields
            value={gate.answers}
            onChange={(part) => onChange({ gate: { ...gate, answers: { ...gate.answers, ...part } } })}
            beside={(field) => beside(`gate.${field}`)}
          />
        )}
        {(gate.time !== "" || room.hasGate) && (
          <div className={styles.line}>
            <TimeField
              label="Findings made at"
              value={findings.time}
              onChange={(time) => onChange({ findings: { ...findings, time } })}
              refusal={beside("findings.time")}
            />
            <NumberField
              label="Size as felt"
              unit="mL"
              value={findings.sizeMl}
              onChange={(sizeMl) =>
                onChange({ findings: { ...findings, sizeMl: sizeMl === null ? null : Math.round(sizeMl) } })
              }
              refusal={beside("findings.sizeMl")}
            />
            <Button
              pressed={findings.normal}
              onPress={() => onChange({ findings: { ...findings, normal: !findings.normal } })}
            >
              All unstated findings normal
            </Button>
            <div className={styles.wide}>
              <TextField
                label="Remarks on the findings"
                optional
                value={findings.remarks}
                onChange={(remarks) => onChange({ findings: { ...findings, remarks } })}
                refusal={beside("findings.remarks")}
              />
            </div>
          </div>
        )}
      </section>
      {room.act && !room.massaged && <MassageThen {...props} />}
    </>
  );
}

function MassageThen({ room, sheet, onChange, beside }: PartProps) {
  const { massage } = sheet;
  const set = (part: Partial<typeof massage>) => onChange({ massage: { ...massage, ...part } });
  const title = room.act === "pdu" ? "Strokes" : "Massage";
  const count = (side: "right" | "left", label: string) => (
    <TextField
      label={label}
      optional
      inputMode="numeric"
      value={massage[side]}
      onChange={(text) => set({ [side]: text })}
    />
  );
  return (
    <section className={styles.part} aria-labelledby="massage-then">
      <h2 id="massage-then">{title}</h2>
      <div className={styles.line}>
        <TimeField
          label="First stroke at"
          value={massage.began}
          onChange={(began) => set({ began })}
          refusal={beside("massage.began")}
        />
        <TimeField
          label="Last stroke at, if observed"
          value={massage.ended}
          onChange={(ended) => set({ ended })}
          refusal={beside("massage.ended")}
        />
        {count("right", "Strokes right")}
        {count("left", "Strokes left")}
      </div>
      {beside("massage.strokes") && (
        <p className={styles.beside} role="alert">
          {beside("massage.strokes")}
        </p>
      )}
      {massage.began !== "" && (
        <Choice<StopReason | "complete">
          label="How it ended"
          dense
          value={massage.reason ?? "complete"}
          options={[
            { value: "complete", label: "Complete" },
            ...REASONS.map((reason) => ({ value: reason, label: stopReasonWords(reason) })),
          ]}
          onChange={(reason) => set({ reason: reason === "complete" ? null : reason })}
        />
      )}
    </section>
  );
}
