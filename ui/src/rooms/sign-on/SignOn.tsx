// The lock page: tiles of people and a passphrase. It shows nothing of any patient.
import { KeyRound } from "lucide-react";
import { Fragment, useEffect, useRef, useState } from "react";
import { Button, PassphraseField, Refusal, refusalOf, spellSeconds, useNow } from "../../parts";
import { type Tile, useAct } from "../../practice";
import styles from "./SignOn.module.css";
import { secondsToWait } from "./wait";

export function SignOn({ people, onKit }: { people: Tile[]; onKit: () => void }) {
  const signOn = useAct("signOn");
  const [chosen, setChosen] = useState<Tile | null>(people.length === 1 ? (people[0] ?? null) : null);
  const [passphrase, setPassphrase] = useState("");
  const [until, setUntil] = useState(0);
  const tiles = useRef<HTMLUListElement>(null);
  const now = useNow(until > 0 ? 500 : null);
  const left = Math.ceil((until - now) / 1000);
  const waiting = left > 0;

  useEffect(() => {
    const wait = secondsToWait(signOn.refusal);
    setUntil(wait > 0 ? Date.now() + wait * 1000 : 0);
  }, [signOn.refusal]);

  // Arrows and Enter choose at once; the passphrase takes the focus when there is nobody to choose.
  useEffect(() => tiles.current?.querySelector<HTMLElement>("button[aria-pressed=false]")?.focus(), []);

  const choose = (person: Tile) => {
    setChosen(person);
    setPassphrase("");
    signOn.forget();
  };
  const enter = async () => {
    if (!chosen || waiting || passphrase === "") return;
    await signOn.run({ name: chosen.name, passphrase });
    setPassphrase("");
  };
  const walk = (from: number, step: number) => {
    const all = [...(tiles.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    all[(from + step + all.length) % all.length]?.focus();
  };
  const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header>
          <h1>Who is here?</h1>
          <p className={styles.sub}>The station is locked.</p>
        </header>
        <ul className={styles.tiles} ref={tiles} aria-label="People">
          {people.map((person, index) => (
            <li key={person.staffId}>
              <button
                type="button"
                className={styles.tile}
                aria-pressed={chosen?.staffId === person.staffId}
                onClick={() => choose(person)}
                onKeyDown={(event) => {
                  const step = steps[event.key];
                  if (step !== undefined) walk(index, step);
                }}
              >
                <span className={styles.initials} aria-hidden>
                  {initials(person.name)}
                </span>
                {person.name}
              </button>
            </li>
          ))}
        </ul>
        {chosen && (
          <Fragment key={chosen.staffId}>
            <div className={styles.entry}>
              <PassphraseField
                label={`Passphrase of ${chosen.name}`}
                value={passphrase}
                onChange={setPassphrase}
                onEnter={() => void enter()}
                autoFocus
                refusal={waiting ? undefined : refusalOf(signOn.refusal, "passphrase")}
              />
              <Button
                variant="primary"
                busy={signOn.busy}
                isDisabled={waiting || passphrase === ""}
                onPress={() => void enter()}
              >
                {waiting ? `Next try in ${spellSeconds(left)}` : "Sign on"}
              </Button>
            </div>
            {waiting && (
              <p className={styles.wait} role="status">
                Name and passphrase did not fit. Wait until the count ends, look at Caps Lock, and type it again.
              </p>
            )}
          </Fragment>
        )}
        <Refusal refusal={signOn.refusal && !waiting && signOn.refusal.fields.length === 0 ? signOn.refusal : null} />
        <footer className={styles.lost}>
          <Button variant="quiet" icon={KeyRound} keys="mod+k" onPress={onKit}>
            Use the recovery kit
          </Button>
        </footer>
      </div>
    </main>
  );
}

/** The first letters of the first and last word of a name. */
export function initials(name: string): string {
  const words = name.replace(/^(dr|prof)\.?\s+/i, "").split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => (word ?? "").slice(0, 1).toUpperCase()).join("");
}
