// A glass drawn by its identity, and the row of a set: shape, fill level, code, colour, and how each stands.

import styles from "./Glass.module.css";
import { GLASS_WORDS, type GlassState, glassCode, glassOf } from "./glass";

export type GlassGlyphProps = {
  role: string;
  /** Height in pixels. */
  size?: number;
  state?: GlassState;
  /** Read out; empty when words stand beside it. */
  label?: string;
};

/** Empty until collected; crossed out when it ended without a specimen. */
export function GlassGlyph({ role, size = 28, state = "verified", label }: GlassGlyphProps) {
  const face = glassOf(role);
  const full = state !== "planned" && state !== "not-obtained";
  const checked = state === "verified" || state === "stored" || state === "packed";
  const spoken = label ?? `${glassCode(role)} ${GLASS_WORDS[state] ?? state}`;
  return (
    <svg
      className={styles.glyph}
      data-state={state}
      viewBox="0 0 40 56"
      height={size}
      width={(size * 40) / 56}
      role="img"
      aria-label={spoken}
      aria-hidden={spoken === "" || undefined}
    >
      {full && face && <path className={styles.fill} d={face.fill} fill={face.colour} />}
      <path className={styles.line} d={face?.shape ?? "M8 4V48a4 4 0 0 0 4 4H28a4 4 0 0 0 4-4V4z"} />
      {state === "not-obtained" && <path className={styles.cross} d="M4 50L36 8" />}
      {checked && <circle className={styles.dot} cx={34} cy={8} r={5} />}
    </svg>
  );
}

/** The set of a visit in the order of collection, small enough for a row of a list. */
export function GlassRow({ glasses, size = 24 }: { glasses: { role: string; state: string }[]; size?: number }) {
  if (glasses.length === 0) return null;
  return (
    <ul className={styles.row} aria-label="Glasses">
      {glasses.map((glass) => (
        <li key={glass.role}>
          <GlassGlyph role={glass.role} state={glass.state as GlassState} size={size} />
        </li>
      ))}
    </ul>
  );
}
