// Indurated areas: tap or walk to their sectors, and say how much of the lobe they take.
import { useState } from "react";
import { Button, Choice, Dialog, SectorMap, sectorWords } from "../../parts";
import type { Extent, Induration, Sector } from "../../practice";
import styles from "./exam.module.css";

type IndurationsProps = {
  areas: Induration[];
  onChange: (areas: Induration[]) => void;
  refusal: string | undefined;
};

const EXTENT: { value: Extent; label: string }[] = [
  { value: "half-or-less", label: "Half of the lobe or less" },
  { value: "more-than-half", label: "More than half" },
];

export function Indurations({ areas, onChange, refusal }: IndurationsProps) {
  const [sectors, setSectors] = useState<Sector[] | null>(null);
  const [extent, setExtent] = useState<Extent | null>(null);
  const marked = sectors ?? [];
  const pick = (sector: Sector) =>
    setSectors(marked.includes(sector) ? marked.filter((one) => one !== sector) : [...marked, sector]);
  const begin = () => {
    setSectors([]);
    setExtent(null);
  };
  return (
    <section className={styles.nodules} aria-label="Indurated areas">
      <ul>
        {areas.map((area, at) => (
          <li key={area.sectors.join()}>
            indurated, {area.extent === "half-or-less" ? "half of the lobe or less" : "more than half of the lobe"},{" "}
            {area.sectors.map(sectorWords).join("; ")}
            <Button variant="quiet" onPress={() => onChange(areas.filter((_, other) => other !== at))}>
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {refusal && <p className={styles.refusal}>{refusal}</p>}
      <Button size="room" keys="i" onPress={begin}>
        Add an indurated area
      </Button>
      <Dialog
        title="An indurated area"
        isOpen={sectors !== null}
        onClose={() => setSectors(null)}
        width="wide"
        actions={
          <>
            <Button
              variant="primary"
              isDisabled={marked.length === 0 || extent === null}
              onPress={() => {
                if (extent) onChange([...areas, { sectors: marked, extent }]);
                setSectors(null);
              }}
            >
              Place the area
            </Button>
            <Button onPress={() => setSectors(null)}>Cancel</Button>
          </>
        }
      >
        <div className={styles.nodule}>
          <SectorMap label="Sectors of this area" findings={[]} selected={marked} onPick={pick} width={260} />
          <Choice label="Of the lobe" value={extent} options={EXTENT} onChange={setExtent} stacked />
        </div>
      </Dialog>
    </section>
  );
}
