// The nodules: tap or walk to the sectors on the map, then say what the finger felt. None is the usual answer.
import { useState } from "react";
import { Button, Choice, Dialog, NumberField, SectorMap, sectorWords } from "../../parts";
import type { Nodule, Sector } from "../../practice";
import styles from "./exam.module.css";

type Draft = { [Key in keyof Nodule]: Nodule[Key] | null };

const NEW: Draft = {
  sectors: [],
  diameterMm: null,
  firmness: null,
  margin: null,
  tender: null,
  crossesMidline: null,
  suspicious: null,
  change: "unknown",
};

export type NodulesProps = { nodules: Nodule[]; onChange: (nodules: Nodule[]) => void; refusal: string | undefined };

export function Nodules({ nodules, onChange, refusal }: NodulesProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const set = (part: Partial<Draft>) => setDraft((before) => before && { ...before, ...part });
  const sectors = draft?.sectors ?? [];
  const pick = (sector: Sector) =>
    set({ sectors: sectors.includes(sector) ? sectors.filter((one) => one !== sector) : [...sectors, sector] });
  const whole = draft && Object.values(draft).every((part) => part !== null) ? (draft as Nodule) : null;
  const flag = (value: boolean | null | undefined) =>
    value === null || value === undefined ? null : value ? "yes" : "no";
  const yesNo = (label: string, key: "tender" | "crossesMidline") => (
    <Choice
      label={label}
      inline
      dense
      value={flag(draft?.[key])}
      options={[
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ]}
      onChange={(word) => set({ [key]: word === "yes" })}
    />
  );
  return (
    <section className={styles.nodules} aria-label="Nodules">
      <ul>
        {nodules.map((nodule, at) => (
          <li key={`${nodule.sectors.join()}${nodule.diameterMm}`}>
            {nodule.firmness} nodule, {nodule.diameterMm} mm, {nodule.sectors.map(sectorWords).join("; ")}
            <Button variant="quiet" onPress={() => onChange(nodules.filter((_, other) => other !== at))}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {refusal && <p className={styles.refusal}>{refusal}</p>}
      <Button size="room" keys="o" onPress={() => setDraft(NEW)}>
        Add a nodule
      </Button>
      <Dialog
        title="A nodule"
        isOpen={draft !== null}
        onClose={() => setDraft(null)}
        width="wide"
        actions={
          <>
            <Button
              variant="primary"
              isDisabled={!whole || sectors.length === 0}
              onPress={() => {
                if (whole) onChange([...nodules, whole]);
                setDraft(null);
              }}
            >
              Place the nodule
            </Button>
            <Button onPress={() => setDraft(null)}>Cancel</Button>
          </>
        }
      >
        <div className={styles.nodule}>
          <SectorMap label="Sectors of this nodule" findings={[]} selected={sectors} onPick={pick} width={260} />
          <div className={styles.fields}>
            <NumberField
              label="Largest diameter"
              unit="mm"
              value={draft?.diameterMm ?? null}
              onChange={(diameterMm) => set({ diameterMm: diameterMm === null ? null : Math.round(diameterMm) })}
            />
            <Choice
              label="Firmness"
              inline
              dense
              value={draft?.firmness ?? null}
              options={[
                { value: "soft", label: "Soft" },
                { value: "firm", label: "Firm" },
                { value: "hard", label: "Hard", tone: "note" },
              ]}
              onChange={(firmness) => set({ firmness })}
            />
            <Choice
              label="Edge"
              inline
              dense
              value={draft?.margin ?? null}
              options={[
                { value: "smooth", label: "Smooth" },
                { value: "irregular", label: "Irregular", tone: "note" },
              ]}
              onChange={(margin) => set({ margin })}
            />
            {yesNo("Tender", "tender")}
            {yesNo("Crosses the midline", "crossesMidline")}
            <Choice
              label="Suspicious"
              inline
              dense
              value={draft?.suspicious ?? null}
              options={[
                { value: "no", label: "No" },
                { value: "equivocal", label: "Equivocal" },
                { value: "yes", label: "Yes", tone: "note" },
              ]}
              onChange={(suspicious) => set({ suspicious })}
            />
            <Choice
              label="Since the last exam"
              inline
              dense
              value={draft?.change ?? null}
              options={[
                { value: "new", label: "New" },
                { value: "larger", label: "Larger" },
                { value: "same", label: "Same" },
                { value: "smaller", label: "Smaller" },
                { value: "unknown", label: "Not known" },
              ]}
              onChange={(change) => set({ change })}
            />
          </div>
        </div>
      </Dialog>
    </section>
  );
}
