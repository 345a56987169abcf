// A list worked by arrows and Enter. Ten thousand rows scroll: only those in sight are on the page.
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./Table.module.css";
import { useKeys } from "./useKeys";
import { useNarrow } from "./useNarrow";

export type Column<R> = {
  id: string;
  head: string;
  cell: (row: R) => ReactNode;
  /** A grid track: `120px`, `1fr`, `minmax(0, 2fr)`. */
  width?: string;
  align?: "start" | "end";
  /** Left out of a small window. */
  wideOnly?: boolean;
};

export type TableProps<R> = {
  label: string;
  columns: Column<R>[];
  rows: R[];
  rowKey: (row: R) => string;
  /** A click, and Enter unless that does something else. */
  onOpen?: (row: R) => void;
  /** Enter on the row. */
  onEnter?: (row: R) => void;
  /** Every row has this height; needed to know what is in sight. */
  rowHeight?: number;
  /** Said in place of rows. */
  empty?: ReactNode;
  /** The row to stand on at first. */
  startAt?: string | null;
  autoFocus?: boolean;
  hideHead?: boolean;
  /** Keys that act on the row one stands on. */
  rowKeys?: RowKey<R>[];
  /** Rows that are over, and stand back. */
  isMuted?: (row: R) => boolean;
};

/** A key that acts on a row. */
export type RowKey<R> = { keys: string; words: string; run: (row: R) => void };

/** Which rows to put on the page. */
export function inSight(count: number, rowHeight: number, top: number, height: number): [number, number] {
  const first = Math.max(0, Math.floor(top / rowHeight) - 8);
  return [first, Math.min(count, Math.ceil((top + height) / rowHeight) + 8)];
}

export function Table<R>(props: TableProps<R>) {
  const { label, rows, rowKey, onOpen, onEnter = onOpen, rowHeight = 44, empty, startAt, autoFocus, hideHead } = props;
  const { rowKeys = [], isMuted } = props;
  const narrow = useNarrow();
  const columns = narrow ? props.columns.filter((column) => !column.wideOnly) : props.columns;
  const body = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      rows.findIndex((row) => rowKey(row) === startAt),
    ),
  );
  const [scroll, setScroll] = useState({ top: 0, height: 1200 });
  const here = Math.min(at, Math.max(0, rows.length - 1));
  const [first, last] = inSight(rows.length, rowHeight, scroll.top, scroll.height);
  const tracks = { gridTemplateColumns: columns.map((column) => column.width ?? "minmax(0, 1fr)").join(" ") };

  const stood = rows[here];
  useKeys(
    rowKeys.map(({ run, ...key }) => ({
      ...key,
      off: stood === undefined,
      run: () => stood !== undefined && run(stood),
    })),
  );
  const measure = () => {
    const box = body.current;
    if (box) setScroll({ top: box.scrollTop, height: box.clientHeight || 1200 });
  };
  const go = (index: number) => {
    const box = body.current;
    const next = Math.min(Math.max(index, 0), rows.length - 1);
    setAt(next);
    if (!box) return;
    if (next * rowHeight < box.scrollTop) box.scrollTop = next * rowHeight;
    if ((next + 1) * rowHeight > box.scrollTop + box.clientHeight && box.clientHeight > 0) {
      box.scrollTop = (next + 1) * rowHeight - box.clientHeight;
    }
    requestAnimationFrame(() => box.querySelector<HTMLElement>(`[aria-rowindex="${next + 2}"]`)?.focus());
  };
  const began = useRef(false);
  useEffect(() => {
    if (!autoFocus || began.current || rows.length === 0) return;
    began.current = true;
    body.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  });
  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(scroll.height / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + page,
      PageUp: here - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = moves[event.key];
    const row = rows[here];
    if (target !== undefined) go(target);
    else if (
      event.key === "Enter" &&
      row !== undefined &&
      event.target instanceof HTMLElement &&
      event.target.getAttribute("role") === "row"
    )
      onEnter?.(row);
    else return;
    event.preventDefault();
  };
  return (
    // Roles and not table elements: a table element cannot leave out the rows that are out of sight; the grid roles say what is there.
    <div
      className={styles.table}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
    >
      <div className={hideHead ? "unseen" : styles.head} role="row" aria-rowindex={1} style={tracks} tabIndex={-1}>
        {columns.map((column) => (
          <div key={column.id} role="columnheader" tabIndex={-1} data-align={column.align}>
            {column.head}
          </div>
        ))}
      </div>
      {rows.length === 0 && <div className={styles.empty}>{empty}</div>}
      <div className={styles.body} ref={body} role="rowgroup" onScroll={measure} onKeyDown={press}>
        <div className={styles.space} role="presentation" style={{ height: rows.length * rowHeight }}>
          {rows.slice(first, last).map((row, offset) => {
            const index = first + offset;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the rowgroup answers the keys.
              <div
                key={rowKey(row)}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === here}
                tabIndex={index === here ? 0 : -1}
                className={styles.row}
                data-opens={onOpen !== undefined || undefined}
                data-muted={isMuted?.(row) || undefined}
                style={{ ...tracks, height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
                onFocus={() => setAt(index)}
                onClick={(event) => {
                  // A button in the row is its own act.
                  if (!(event.target as Element).closest("button, a, input")) onOpen?.(row);
                }}
              >
                {columns.map((column) => (
                  <div key={column.id} role="gridcell" tabIndex={-1} className={styles.cell} data-align={column.align}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
