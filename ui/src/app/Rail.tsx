// The left rail: the places this person may go, who is signed on, and the way out.
import { CircleHelp, KeyRound, Lock, Moon, Search, Sun } from "lucide-react";
import { useState } from "react";
import { Button, keyLabel, type Place, useGo, useKeys, useNarrow } from "../parts";
import { type ClinicView, useAct, type WhoView } from "../practice";
import { MyPin } from "../rooms/pin/MyPin";
import { PLACES } from "./places";
import styles from "./Rail.module.css";
import { useTheme } from "./theme";

export type RailProps = {
  place: Place;
  who: WhoView;
  clinic: ClinicView;
  onHelp: () => void;
  onPalette: () => void;
};

/** What a person is, in words. */
export function roleWords(roles: string[]): string {
  return roles.join(", ");
}

export function Rail({ place, who, clinic, onHelp, onPalette }: RailProps) {
  const go = useGo();
  const lock = useAct("lockStation");
  const [pin, setPin] = useState(false);
  const narrow = useNarrow();
  const { theme, choose } = useTheme();
  const dark = theme === "dark" || (theme === "system" && document.documentElement.dataset.theme === "dark");
  const entries = PLACES.filter((entry) => entry.rail && (entry.may?.(who.roles) ?? true));
  useKeys(
    entries.map((entry) => ({ keys: entry.rail?.keys ?? "", words: entry.title, run: () => go({ name: entry.name }) })),
  );
  return (
    <aside className={styles.rail} aria-label="Station">
      <div className={styles.clinic}>
        <Mark />
        <span>{clinic.name}</span>
      </div>
      <nav aria-label="Places">
        <ul>
          {entries.map((entry) => {
            const Icon = entry.rail?.icon ?? Search;
            return (
              <li key={entry.name}>
                <button
                  type="button"
                  className={styles.entry}
                  aria-current={place.name === entry.name ? "page" : undefined}
                  onClick={() => go({ name: entry.name })}
                >
                  <Icon aria-hidden size={18} strokeWidth={1.9} />
                  <span>{entry.title}</span>
                  <kbd aria-hidden>{keyLabel(entry.rail?.keys ?? "").replace(" then ", " ")}</kbd>
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <button type="button" className={styles.entry} onClick={onPalette}>
        <Search aria-hidden size={18} strokeWidth={1.9} />
        <span>Anything</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      <div className={styles.foot}>
        <p className={styles.who}>
          <strong>{who.name}</strong>
          <span>{roleWords(who.roles)}</span>
        </p>
        <div className={styles.small}>
          <Button variant="quiet" icon={KeyRound} words="Set my PIN" onPress={() => setPin(true)} />
          <Button variant="quiet" icon={CircleHelp} words="Keys of this screen" onPress={onHelp} />
          <Button
            variant="quiet"
            icon={dark ? Sun : Moon}
            words={dark ? "Light theme" : "Dark theme"}
            onPress={() => choose(dark ? "light" : "dark")}
          />
        </div>
        <Button icon={Lock} words="Lock" keys="mod+l" wide onPress={() => void lock.run()} busy={lock.busy}>
          {narrow ? undefined : "Lock"}
        </Button>
      </div>
      {pin && <MyPin onClose={() => setPin(false)} />}
    </aside>
  );
}

/** The four glasses, small. */
export function Mark() {
  return (
    <svg viewBox="0 0 120 64" width={52} height={28} aria-hidden className={styles.mark}>
      <path d="M5 38h14v14a7 7 0 0 1-14 0z" fill="var(--vb1)" />
      <path d="M30 22h26v33a4 4 0 0 1-4 4H34a4 4 0 0 1-4-4z" fill="var(--vb2)" />
      <path d="M67 42h14l-7 17z" fill="var(--eps)" />
      <path d="M92 32h24l-3 24a3 3 0 0 1-3 3H98a3 3 0 0 1-3-3z" fill="var(--vb3)" />
      <path
        d="M5 5v47a7 7 0 0 0 14 0V5M30 5v50a4 4 0 0 0 4 4h18a4 4 0 0 0 4-4V5M67 5v37l7 17 7-17V5M89 5l6 51a3 3 0 0 0 3 3h12a3 3 0 0 0 3-3l6-51"
        fill="none"
        stroke="currentColor"
        strokeWidth={3.4}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
