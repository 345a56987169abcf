// The chart of the glasses: a table of glasses, in each cell the count on a log scale, open where the laboratory cut it off, and the line a ten-fold rise has to reach.
import { GLASSES, GlassGlyph } from "../../parts";
import type { Chart, ChartBar, ChartLeukocytes, ChartOrganism } from "../../practice";
import styles from "./result.module.css";
import { STANDINGS } from "./words";

/** The scale runs from one to a million in one millilitre. */
const DECADES = 6;
const HEIGHT = 132;

/** How high a count stands, from the top of the cell. */
export function depth(count: number): number {
  const decades = Math.min(DECADES, Math.log10(Math.max(1, count)));
  return HEIGHT - (decades / DECADES) * HEIGHT;
}

const LEVELS: Record<string, string> = { low: "below the threshold", significant: "at or above the threshold" };

export function ResultChart({ chart }: { chart: Chart }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.chart}>
        <caption className="unseen">Counts in cfu/mL and leukocytes of each glass</caption>
        <thead>
          <tr>
            <td />
            {chart.leukocytes.map(({ role }) => (
              <th key={role} scope="col">
                <GlassGlyph role={role} state="collected" size={40} label="" />
                <span>{GLASSES[role].code}</span>
                <small>{GLASSES[role].words}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.organisms.map((organism) => (
            <Organism key={organism.name ?? ""} organism={organism} />
          ))}
          <tr className={styles.cells}>
            <th scope="row">Leukocytes</th>
            {chart.leukocytes.map((cells) => (
              <Cells key={cells.role} cells={cells} />
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Organism({ organism }: { organism: ChartOrganism }) {
  const { name, standing, tenfold } = organism;
  return (
    <tr>
      <th scope="row">
        <span className={styles.organism}>{name ?? "Nothing grew"}</span>
        {standing && <small>{STANDINGS[standing]}</small>}
        {tenfold !== null && <small>ten-fold from {tenfold.toLocaleString("en-GB")} cfu/mL (dashed line)</small>}
        <Scale />
      </th>
      {organism.bars.map((bar) => (
        <td key={bar.role}>
          <Bar bar={bar} tenfold={tenfold} />
          <p className={styles.words}>{bar.words}</p>
          {bar.problem && <p className={styles.problem}>Not interpretable: {bar.problem}</p>}
        </td>
      ))}
    </tr>
  );
}

function Scale() {
  return (
    <svg className={styles.scale} viewBox={`0 -6 44 ${HEIGHT + 12}`} height={HEIGHT + 12} width={44} aria-hidden>
      {[0, 2, 4, 6].map((power) => (
        <text key={power} x={44} y={HEIGHT - (power / DECADES) * HEIGHT + 4} textAnchor="end">
          10
          <tspan dy={-4} fontSize={9}>
            {power}
          </tspan>
        </text>
      ))}
    </svg>
  );
}

function Bar({ bar, tenfold }: { bar: ChartBar; tenfold: number | null }) {
  const colour = GLASSES[bar.role].colour;
  const known = bar.from === null ? null : bar.from;
  const floor = known === null || known <= 1 ? HEIGHT : depth(known);
  const ceiling = bar.to === null ? 0 : depth(bar.to);
  const open = known !== null && ceiling < floor;
  return (
    <svg
      className={styles.bar}
      viewBox={`0 -6 100 ${HEIGHT + 12}`}
      height={HEIGHT + 12}
      preserveAspectRatio="none"
      aria-hidden
    >
      {[0, 2, 4, 6].map((power) => (
        <path key={power} className={styles.grid} d={`M0 ${HEIGHT - (power / DECADES) * HEIGHT}H100`} />
      ))}
      {known !== null && floor < HEIGHT && (
        <rect className={styles.solid} x={34} width={32} y={floor} height={HEIGHT - floor} fill={colour} />
      )}
      {open && <rect className={styles.open} x={34} width={32} y={ceiling} height={floor - ceiling} stroke={colour} />}
      {tenfold !== null && <path className={styles.tenfold} d={`M0 ${depth(tenfold)}H100`} />}
    </svg>
  );
}

function Cells({ cells }: { cells: ChartLeukocytes }) {
  return (
    <td>
      <p className={styles.words}>{cells.words ?? "not counted"}</p>
      {cells.level && (
        <p className={styles.level} data-level={cells.level}>
          {LEVELS[cells.level]}
        </p>
      )}
      {cells.words && !cells.level && !cells.problem && <p className={styles.level}>no threshold decides</p>}
      {cells.problem && <p className={styles.problem}>Not interpretable: {cells.problem}</p>}
    </td>
  );
}
