// How a glass looks, for those who looked: closed it costs no tap, and nothing is chosen until a person chooses.
import { Eye } from "lucide-react";
import { useState } from "react";
import { Button, Dialog, glassCode } from "../../parts";
import type { Appearance, SpecimenRole } from "../../practice";
import styles from "./collection.module.css";
import { LOOKS, looksOf } from "./words";

export type LooksProps = { role: SpecimenRole; value: Appearance | null; onChange: (next: Appearance | null) => void };

export function Looks({ role, value, onChange }: LooksProps) {
  const [asking, setAsking] = useState(false);
  const code = glassCode(role);
  const choose = (next: Appearance | null) => {
    onChange(next);
    setAsking(false);
  };
  return (
    <>
      <Button
        size="room"
        icon={Eye}
        words={value ? `${code} looks ${LOOKS[value].toLowerCase()}: change` : `How ${code} looks, optional`}
        onPress={() => setAsking(true)}
      >
        {value ? LOOKS[value] : "Looks"}
      </Button>
      <Dialog title={`How does ${code} look?`} isOpen={asking} onClose={() => setAsking(false)} width="wide">
        <div className={styles.reasons}>
          {looksOf(role).map((look) => (
            <Button key={look} size="room" pressed={look === value} onPress={() => choose(look)}>
              {LOOKS[look]}
            </Button>
          ))}
          <Button size="room" variant="quiet" onPress={() => choose(null)}>
            Not said
          </Button>
        </div>
      </Dialog>
    </>
  );
}
