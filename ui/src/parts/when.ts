// Dates and times as people here read them: 22 Nov 2026, 12:04. A moment is shown by the clock it was written with, never by the machine's zone.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** `2026-11-22` (or a moment, or a part of a date) as `22 Nov 2026`. */
export function shortDate(text: string): string {
  if (text === "unknown") return "not known";
  const [year, month, day] = text.slice(0, 10).split("-");
  const named = month ? MONTHS[Number(month) - 1] : undefined;
  return [day ? String(Number(day)) : undefined, named, year].filter(Boolean).join(" ");
}

/** `2026-11-22` as `Sunday, 22 Nov 2026`. */
export function longDate(date: string): string {
  const day = DAYS[new Date(`${date.slice(0, 10)}T00:00:00Z`).getUTCDay()];
  return `${day}, ${shortDate(date)}`;
}

/** The wall clock of a moment: `12:04`, or `12:04:31` with seconds. Also reads a bare `12:04:31`. */
export function clock(moment: string, seconds = false): string {
  const time = moment.includes("T") ? (moment.split("T")[1] ?? "") : moment;
  return time.slice(0, seconds ? 8 : 5);
}

/** `22 Nov 2026 12:04`. */
export function dateAndClock(moment: string): string {
  return `${shortDate(moment)} ${clock(moment)}`;
}

/** Seconds as `0:42`, `12:05` or `1:02:09`. */
export function spell(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** How long ago, for beside the absolute time: `6 min ago`. */
export function ago(moment: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(moment)) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? "1 day ago" : `${days} days ago`;
}

/** Moves a date by whole days. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
