// The recovery kit as it is typed or scanned: one large field, and each of the thirteen groups checked as soon as it is whole.
import { Check, X } from "lucide-react";
import { useEffect, useState } from "react";
import { TextField } from "../../parts";
import { useHatch } from "../../practice";
import styles from "./SignOn.module.css";

export type KitFieldProps = { value: string; onChange: (kit: string) => void; refusal?: string | undefined };

const GROUPS = Array.from({ length: 13 }, (_, index) => index + 1);

export function KitField({ value, onChange, refusal }: KitFieldProps) {
  const hatch = useHatch();
  const [checked, setChecked] = useState<boolean[]>([]);
  useEffect(() => {
    let late = false;
    hatch.checkKitGroups(value).then(
      (groups) => !late && setChecked(groups),
      () => {},
    );
    return () => {
      late = true;
    };
  }, [hatch, value]);
  const wrong = GROUPS.filter((group) => checked[group - 1] === false);
  return (
    // Its code is read by the same scanner as a specimen's, and means something else.
    <div className={styles.kit} data-scan="off">
      <TextField
        label="Recovery kit"
        multiline
        size="arm"
        value={value}
        onChange={(text) => onChange(text.toUpperCase())}
        refusal={refusal}
        hint="Thirteen groups, typed in their order or scanned from the code. Spaces and dashes do not matter."
      />
      <ol className={styles.groups} aria-label="Groups">
        {GROUPS.map((group) => {
          const fits = checked[group - 1];
          const Sign = fits ? Check : X;
          return (
            <li key={group} data-fits={fits} aria-label={`Group ${group}: ${groupWords(fits)}`}>
              <span aria-hidden>{group}</span>
              {fits !== undefined && <Sign aria-hidden size={14} strokeWidth={2.6} />}
            </li>
          );
        })}
      </ol>
      <p className={styles.sub} role="status">
        {wrong.length > 0 ? `Look again at group ${wrong.join(", ")}.` : `${checked.length} of 13 groups.`}
      </p>
    </div>
  );
}

function groupWords(fits: boolean | undefined): string {
  if (fits === undefined) return "not yet typed";
  return fits ? "fits" : "mistyped";
}
