// What is being typed beside a question: kept as a draft until it is given as the answer. A draft answers nothing.
import { readDay, readMonth, shortDate } from "../../parts";
import type { AskedItem, Unit } from "../../practice";

/** What stands in the fields of one question. */
export type Typed = { text?: string; unit?: Unit; detail?: string };

/** By the id of the question; null once the answer was given. */
export type Typing = Record<string, Typed | null>;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Reads a day as far as it is known: `4 10 2026`, `10 2026` or `2026`; null while it is none of these. */
export function readEventDate(text: string): string | null {
  const year = /^\d{4}$/.test(text.trim()) ? text.trim() : null;
  return readDay(text) ?? readMonth(text) ?? year;
}

/** `4 Oct 2026`, `Oct 2026` or `2026`. */
export function eventDateWords(date: string): string {
  if (date.length > 7) return shortDate(date);
  const [year, month] = date.split("-");
  return month ? `${MONTHS[Number(month) - 1] ?? month} ${year}` : (year ?? "");
}

/** The answer as it was typed, to be changed. */
export function typedBefore(item: AskedItem): Typed {
  const { reply, detail } = item.answer ?? {};
  const beside = detail ? { detail } : {};
  if (!reply) return beside;
  if ("dated" in reply && reply.dated) return { text: reply.dated.split("-").reverse().join(" "), ...beside };
  if ("measured" in reply && reply.measured) {
    return { text: String(reply.measured.value), unit: reply.measured.unit, ...beside };
  }
  return beside;
}
