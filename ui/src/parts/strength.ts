// How strong a passphrase looks while it is typed. The vault decides; this only says early what it will say late.

/** The least number of characters the vault takes. */
export const PASSPHRASE_LENGTH = 15;

export type Strength = { level: "short" | "weak" | "fair" | "good"; words: string };

/** An honest word for it: length first, then repetition and names. */
export function strengthOf(text: string, names: string[]): Strength {
  const missing = PASSPHRASE_LENGTH - [...text].length;
  if (text === "")
    return { level: "short", words: `At least ${PASSPHRASE_LENGTH} characters. Four or five words do well.` };
  if (missing > 0) return { level: "short", words: `${missing} more character${missing === 1 ? "" : "s"}` };
  const low = text.toLowerCase();
  const named = names
    .flatMap((name) => name.toLowerCase().split(/\s+/))
    .find((name) => name.length > 2 && low.includes(name));
  if (named) return { level: "weak", words: `Holds the name “${named}”; choose words nobody links with you` };
  if (new Set(low).size < 7 || /(.{4,})\1/.test(low))
    return { level: "weak", words: "Repeats itself; use different words" };
  if (/^[a-z]+\d{0,4}[.!?]?$/.test(low) && low.length < 20)
    return { level: "fair", words: "Fair: one long word. Add another" };
  return low.length >= 20
    ? { level: "good", words: "Good: long enough to be hard to guess" }
    : { level: "fair", words: "Fair. Another word makes it good" };
}
