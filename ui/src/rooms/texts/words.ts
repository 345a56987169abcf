// The words of the consent texts' room.
import { shortDate } from "../../parts";
import type { TextView, Tongue } from "../../practice";

export const LANGUAGES: Record<Tongue, string> = { en: "English", es: "Spanish", de: "German" };

/** Whether a version is read today, from when on it will be, or until when it was. */
export function inUse(row: TextView): string {
  if (row.inForce) return "now";
  return row.effectiveUntil ? `until ${shortDate(row.effectiveUntil)}` : `from ${shortDate(row.effectiveFrom)}`;
}

/** How far a text has come, in a word. */
export function shortStanding(row: TextView): string {
  if (row.approval === "not-reviewed-by-a-translator") return "not reviewed";
  if (row.review) return "reviewed";
  return row.approval === "adopted" ? "adopted" : "original";
}

/** How far a text has come. */
export function standing(row: TextView): string {
  if (row.approval === "not-reviewed-by-a-translator") return "not reviewed: cannot be signed";
  const review = row.review ? `reviewed ${shortDate(row.review.reviewedOn)}; ` : "";
  return `${review}${row.approval === "adopted" ? "adopted" : "awaits clinical sign-off"}`;
}
