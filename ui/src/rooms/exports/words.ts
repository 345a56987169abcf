// What a table is made of, counted.
import type { ExportContents } from "../../practice";

/** `1 procedure`, `4 overrides`. */
export const counted = (rows: number, contents: ExportContents) =>
  rows === 1 ? `1 ${contents.slice(0, -1)}` : `${rows} ${contents}`;
