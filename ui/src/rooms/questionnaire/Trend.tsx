// The course of the total over time, in its bands. Everything in it stands in the table beneath.
import { shortDate } from "../../parts";
import type { Questionnaire, Sheet } from "../../practice";
import styles from "./questionnaire.module.css";

const WIDTH = 860;
const HEIGHT = 220;
const LEFT = 92;
const RIGHT = 24;
const TOP = 16;
const FOOT = 32;

type Point = { id: string; x: number; y: number; value: number; day: string };

/** Where each total stands: days in proportion; a single one in the middle. */
export function points(sheets: Sheet[], most: number): Point[] {
  const known = sheets.filter((sheet) => sheet.score.total !== null);
  const days = known.map((sheet) => Date.parse(sheet.filledOn));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  return known.map((sheet, place) => {
    const share = last > first ? ((days[place] ?? first) - first) / (last - first) : 0.5;
    const value = sheet.score.total?.value ?? 0;
    return {
      id: sheet.questionnaireId,
      x: LEFT + 28 + share * (WIDTH - LEFT - RIGHT - 56),
      y: depth(value, most),
      value,
      day: sheet.filledOn,
    };
  });
}

function depth(value: number, most: number): number {
  return TOP + (1 - value / most) * (HEIGHT - TOP - FOOT);
}

export function Trend({ form, sheets }: { form: Questionnaire; sheets: Sheet[] }) {
  const most = sheets.find((sheet) => sheet.score.total)?.score.total?.most;
  if (most === undefined) return null;
  const all = points(sheets, most);
  const said = all.map((point) => `${shortDate(point.day)} ${point.value}`).join(", ");
  return (
    <svg
      className={styles.trend}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Course of ${form.title}, 0 to ${most}: ${said}`}
    >
      {form.bands.map((band, place) => {
        const end = form.bands[place + 1]?.from ?? most;
        const middle = (depth(band.from, most) + depth(end, most)) / 2;
        return (
          <g key={band.name}>
            <path className={styles.edge} d={`M${LEFT} ${depth(band.from, most)}H${WIDTH - RIGHT}`} />
            <text className={styles.band} x={LEFT - 10} y={middle + 4} textAnchor="end">
              {band.name}
            </text>
            <text className={styles.tick} x={8} y={depth(band.from, most) + 4}>
              {band.from}
            </text>
          </g>
        );
      })}
      <path className={styles.edge} d={`M${LEFT} ${TOP}H${WIDTH - RIGHT}`} />
      <text className={styles.tick} x={8} y={TOP + 4}>
        {most}
      </text>
      <polyline className={styles.course} points={all.map((point) => `${point.x},${point.y}`).join(" ")} />
      {all.map((point, place) => (
        <g key={point.id}>
          <circle className={styles.point} cx={point.x} cy={point.y} r={5} />
          <text className={styles.value} x={point.x} y={point.y - 11} textAnchor="middle">
            {point.value}
          </text>
          {(all.length <= 6 || place === 0 || place === all.length - 1) && (
            <text className={styles.tick} x={point.x} y={HEIGHT - 8} textAnchor="middle">
              {shortDate(point.day)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
