// The four glasses, large: the program's face.
import { GlassGlyph, glassCode } from "../../parts";
import styles from "./FirstRun.module.css";

export function Glasses() {
  return (
    <div className={styles.glasses} aria-hidden>
      {["vb1", "vb2", "eps", "vb3"].map((role) => (
        <figure key={role}>
          <GlassGlyph role={role} size={84} state="collected" label="" />
          <figcaption>{glassCode(role)}</figcaption>
        </figure>
      ))}
    </div>
  );
}
