// Ctrl+K: places, the acts of this screen and patients, by typing a little of them; a specimen by its whole number.
import { useEffect, useMemo, useState } from "react";
import { capitals, Dialog, grouped, keyLabel, shortDate, TextField, useGo, useKeyBoard } from "../parts";
import { mayOpenCharts, useAskWhen, type WhoView } from "../practice";
import styles from "./Palette.module.css";
import { PLACES } from "./places";

type Found = { id: string; kind: string; words: string; detail: string; run: () => void };

export function Palette({ isOpen, onClose, who }: { isOpen: boolean; onClose: () => void; who: WhoView }) {
  return (
    <Dialog title="Find anything" isOpen={isOpen} onClose={onClose} width="wide">
      {isOpen && <Search onClose={onClose} who={who} />}
    </Dialog>
  );
}

function Search({ onClose, who }: { onClose: () => void; who: WhoView }) {
  const go = useGo();
  const board = useKeyBoard();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const wanted = text.trim().toLowerCase();
  const clinical = mayOpenCharts(who.roles);
  const patients = useAskWhen(clinical && wanted.length >= 2, "findPatients", text.trim());
  const number = wanted.replace(/[^a-z0-9]/g, "").toUpperCase();
  const tube = useAskWhen(clinical && /^[A-Z]\d{9}[A-Z0-9]$/.test(number), "findSpecimen", number);

  const found = useMemo<Found[]>(() => {
    const has = (words: string) => words.toLowerCase().includes(wanted);
    const places = PLACES.filter((entry) => entry.rail && (entry.may?.(who.roles) ?? true) && has(entry.title)).map(
      (entry) => ({
        id: `place ${entry.name}`,
        kind: "Go to",
        words: entry.title,
        detail: keyLabel(entry.rail?.keys ?? ""),
        run: () => go({ name: entry.name }),
      }),
    );
    const acts = board()
      .filter(
        (key) =>
          !key.off && key.words !== "" && has(key.words) && !PLACES.some((entry) => entry.rail?.keys === key.keys),
      )
      .filter((key) => key.keys !== "mod+k")
      .map((key) => ({
        id: `act ${key.keys}`,
        kind: "Do",
        words: key.words,
        detail: keyLabel(key.keys),
        run: key.run,
      }));
    const people = (patients.value ?? []).slice(0, 12).map((row) => ({
      id: row.patientId,
      kind: "Patient",
      words: `${capitals(row.family)}, ${row.given}`,
      detail: `${shortDate(row.birthDate)} · ${row.mrn}`,
      run: () => go({ name: "patient", patientId: row.patientId }),
    }));
    const tubes = (tube.value ? [tube.value] : []).map(({ specimenId, patientId }) => ({
      id: specimenId,
      kind: "Specimen",
      words: grouped(number),
      detail: "its timeline",
      run: () => go({ name: "specimen", specimenId, patientId }),
    }));
    return [...tubes, ...people, ...places, ...acts];
  }, [wanted, number, tube.value, patients.value, who.roles, go, board]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text begins at the top again.
  useEffect(() => setAt(0), [wanted]);
  const here = Math.min(at, Math.max(0, found.length - 1));
  const run = (one: Found | undefined) => {
    if (!one) return;
    onClose();
    // After the dialog has gone: what is done may open another one.
    setTimeout(one.run, 0);
  };
  return (
    <search
      className={styles.search}
      onKeyDownCapture={(event) => {
        if (event.key === "ArrowDown") setAt(Math.min(here + 1, found.length - 1));
        else if (event.key === "ArrowUp") setAt(Math.max(here - 1, 0));
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <TextField
        label="Patient, specimen, place or act"
        value={text}
        onChange={setText}
        autoFocus
        onEnter={() => run(found[here])}
        placeholder="name, birth date, MRN, accession number, or what to do"
      />
      <ul className={styles.found} aria-label="Found">
        {found.map((one, index) => (
          <li key={one.id}>
            <button type="button" tabIndex={-1} data-here={index === here || undefined} onClick={() => run(one)}>
              <span className={styles.kind}>{one.kind}</span>
              <span className={styles.words}>{one.words}</span>
              <span className={styles.detail}>{one.detail}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <p className={styles.none}>Nothing by this name. Check the spelling, or use fewer letters.</p>
      )}
    </search>
  );
}
