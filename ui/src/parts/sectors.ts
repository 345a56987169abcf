// The twelve sectors as the biopsy and MRI maps print them: the patient's right on the viewer's left, base above, apex below.

export type Sector = `${"R" | "L"}-${"B" | "M" | "A"}-${"m" | "l"}`;

/** Rows from base to apex, each from the viewer's left to right. */
export const SECTOR_ROWS: Sector[][] = [
  ["R-B-l", "R-B-m", "L-B-m", "L-B-l"],
  ["R-M-l", "R-M-m", "L-M-m", "L-M-l"],
  ["R-A-l", "R-A-m", "L-A-m", "L-A-l"],
];

export const SECTORS: Sector[] = SECTOR_ROWS.flat();

/** The cells in the drawing's 320 by 300 box; the outline cuts their corners. */
const COLUMNS = [20, 90, 160, 230, 300];
const LINES = [34, 122, 206, 286];

export type Cell = { x: number; y: number; width: number; height: number; cx: number; cy: number };

/** Where a sector is drawn. Its centre is drawn in, as the outline narrows to the apex. */
export function cellOf(sector: Sector): Cell {
  const row = SECTOR_ROWS.findIndex((line) => line.includes(sector));
  const column = SECTOR_ROWS[row]?.indexOf(sector) ?? 0;
  const [x, right] = [COLUMNS[column] ?? 0, COLUMNS[column + 1] ?? 0];
  const [y, bottom] = [LINES[row] ?? 0, LINES[row + 1] ?? 0];
  const drawnIn = [0.92, 0.94, 0.74][row] ?? 1;
  return {
    x,
    y,
    width: right - x,
    height: bottom - y,
    cx: 160 + ((x + right) / 2 - 160) * drawnIn,
    cy: (y + bottom) / 2,
  };
}

/** `R-B-l` as “right base lateral”. */
export function sectorWords(sector: string): string {
  const words: Record<string, string> = {
    R: "right",
    L: "left",
    B: "base",
    M: "mid",
    A: "apex",
    m: "medial",
    l: "lateral",
  };
  return sector
    .split("-")
    .map((part) => words[part] ?? part)
    .join(" ");
}

/** The sector an arrow key leads to; the edge holds. */
export function neighbour(from: Sector, key: string): Sector {
  const row = SECTOR_ROWS.findIndex((line) => line.includes(from));
  const column = SECTOR_ROWS[row]?.indexOf(from) ?? 0;
  const steps: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  };
  const [down, right] = steps[key] ?? [0, 0];
  return SECTOR_ROWS[row + down]?.[column + right] ?? from;
}
