// The twelve-sector map: tap or walk to a sector and press Enter. R and L are always printed; the last exam lies greyed beneath.
import { type KeyboardEvent, useId, useRef, useState } from "react";
import styles from "./SectorMap.module.css";
import { cellOf, neighbour, SECTORS, type Sector, sectorWords } from "./sectors";

export type SectorFinding = {
  id: string;
  sectors: string[];
  kind: "nodule" | "induration";
  /** Largest diameter; drawn to a gland 45 mm wide. */
  diameterMm?: number | null;
  suspicious?: "no" | "equivocal" | "yes";
};

export type SectorMapProps = {
  label: string;
  findings: SectorFinding[];
  /** Sectors being marked for the finding in hand. */
  selected?: string[];
  /** Absent on maps that are only read. */
  onPick?: (sector: Sector) => void;
  /** The last exam's findings. */
  last?: SectorFinding[];
  width?: number;
};

const OUTLINE =
  "M58 46C96 34 132 40 160 40C188 40 224 34 262 46C300 58 306 112 296 160C282 222 222 286 160 286C98 286 38 222 24 160C14 112 20 58 58 46Z";
/** The seminal vesicles lie on the base. */
const VESICLES = [
  "M157 40C140 18 112 8 84 12C60 15 46 2 32 8C18 14 24 32 44 38C52 42 56 44 60 46C96 35 130 40 157 40Z",
  "M163 40C180 18 208 8 236 12C260 15 274 2 288 8C302 14 296 32 276 38C268 42 264 44 260 46C224 35 190 40 163 40Z",
];

function spot(finding: SectorFinding) {
  const cells = finding.sectors.filter((one): one is Sector => (SECTORS as string[]).includes(one)).map(cellOf);
  if (cells.length === 0) return null;
  const mean = (part: "cx" | "cy") => cells.reduce((sum, cell) => sum + cell[part], 0) / cells.length;
  return { cx: mean("cx"), cy: mean("cy"), r: Math.min(60, Math.max(9, ((finding.diameterMm ?? 8) * 280) / 45 / 2)) };
}

export function SectorMap({ label, findings, selected = [], onPick, last = [], width = 360 }: SectorMapProps) {
  const clip = useId();
  const [at, setAt] = useState<Sector>("R-B-l");
  const cells = useRef(new Map<string, SVGGElement>());
  const walk = (event: KeyboardEvent, sector: Sector) => {
    if (event.key.startsWith("Arrow")) {
      const next = neighbour(sector, event.key);
      setAt(next);
      cells.current.get(next)?.focus();
    } else if (event.key === "Enter" || event.key === " ") onPick?.(sector);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const wordsFor = (sector: Sector) => {
    const here = findings.filter((one) => one.sectors.includes(sector));
    const found = here.map((one) => `${one.kind}${one.diameterMm ? ` ${one.diameterMm} mm` : ""}`);
    return [sectorWords(sector), ...found].join(", ");
  };
  return (
    <figure className={styles.map} aria-label={label}>
      <svg
        viewBox="-26 -18 392 312"
        width={width}
        className={styles.drawing}
        role={onPick ? "group" : "img"}
        aria-label={label}
      >
        <clipPath id={clip}>
          <path d={OUTLINE} />
        </clipPath>
        <g className={styles.vesicles} aria-hidden>
          {VESICLES.map((vesicle) => (
            <path key={vesicle} d={vesicle} />
          ))}
        </g>
        <path d={OUTLINE} className={styles.ground} />
        <g clipPath={`url(#${clip})`}>
          {SECTORS.map((sector) => {
            const cell = cellOf(sector);
            const rect = (
              <rect
                x={cell.x}
                y={cell.y - (sector.includes("-B-") ? 20 : 0)}
                width={cell.width}
                height={cell.height + (sector.includes("-B-") ? 20 : 0)}
                data-selected={selected.includes(sector) || undefined}
                className={styles.cell}
              />
            );
            if (!onPick) return <g key={sector}>{rect}</g>;
            return (
              // A drawn sector cannot be an HTML button; it carries the role, name and keys of one.
              <g
                key={sector}
                ref={(element) => {
                  if (element) cells.current.set(sector, element);
                }}
                role="button"
                tabIndex={sector === at ? 0 : -1}
                aria-pressed={selected.includes(sector)}
                aria-label={wordsFor(sector)}
                className={styles.sector}
                onClick={() => {
                  setAt(sector);
                  onPick(sector);
                }}
                onFocus={() => setAt(sector)}
                onKeyDown={(event) => walk(event, sector)}
              >
                {rect}
                <rect
                  x={cell.x + 4}
                  y={cell.y + 4}
                  width={cell.width - 8}
                  height={cell.height - 8}
                  className={styles.ring}
                />
              </g>
            );
          })}
        </g>
        <path d={OUTLINE} className={styles.outline} />
        <path d="M160 40V286" className={styles.sulcus} />
        <g aria-hidden className={styles.findings} clipPath={`url(#${clip})`}>
          {last.map((finding) => {
            const at = spot(finding);
            return at && <circle key={finding.id} {...at} className={styles.last} />;
          })}
          {findings.map((finding) => {
            const at = spot(finding);
            return (
              at && (
                <circle
                  key={finding.id}
                  {...at}
                  className={styles[finding.kind]}
                  data-suspicious={finding.suspicious}
                />
              )
            );
          })}
        </g>
        <g aria-hidden className={styles.letters}>
          <text x={-24} y={24}>
            R
          </text>
          <text x={344} y={24} textAnchor="end">
            L
          </text>
          {["base", "mid", "apex"].map((level, row) => (
            <text key={level} x={364} y={88 + row * 82} textAnchor="end" className={styles.small}>
              {level}
            </text>
          ))}
        </g>
      </svg>
      <figcaption className={styles.caption}>
        R and L are the patient's; seen as biopsy and MRI maps are printed.
      </figcaption>
    </figure>
  );
}
