// Coming in with the recovery kit, for a forgotten passphrase: who, the kit from the paper, and a new passphrase.
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Button, Choice, NewPassphrase, PageHead, Refusal, refusalOf, useNewPassphrase } from "../../parts";
import { type RecoveryKitView, type Tile, useAct } from "../../practice";
import { KitField } from "./KitField";
import styles from "./SignOn.module.css";

export type WithKitProps = { people: Tile[]; onBack: () => void; onEntered: (next: RecoveryKitView) => void };

export function WithKit({ people, onBack, onEntered }: WithKitProps) {
  const unlock = useAct("unlockWithKit");
  const [name, setName] = useState<string | null>(people.length === 1 ? (people[0]?.name ?? null) : null);
  const [kit, setKit] = useState("");
  const typed = useNewPassphrase();
  const said = (field: string) => refusalOf(unlock.refusal, field);
  const enter = async () => {
    const passphrase = typed.take();
    if (passphrase === null) return;
    const next = await unlock.run({ name: name ?? "", kit, passphrase });
    if (next) onEntered(next);
  };
  return (
    <main className={styles.page} data-long>
      <div className={styles.column}>
        <PageHead
          title="Use the recovery kit"
          sub="For a forgotten passphrase. The kit is used up by it, and the next one is printed right after."
          primary={{ label: "Come in", keys: "mod+Enter", busy: unlock.busy, onPress: () => void enter() }}
        >
          <Button variant="quiet" icon={ArrowLeft} keys="Escape" onPress={onBack}>
            Back
          </Button>
        </PageHead>
        {unlock.refusal?.fields.length !== 1 && (
          <Refusal refusal={unlock.refusal} shownFields={["name", "kit", "passphrase"]} />
        )}
        <Choice
          label="Who comes in"
          value={name}
          options={people.map((person) => ({ value: person.name, label: person.name }))}
          onChange={setName}
          refusal={said("name")}
        />
        <KitField value={kit} onChange={setKit} refusal={said("kit")} />
        <div className={styles.pair}>
          <NewPassphrase
            typed={typed}
            label="New passphrase"
            names={[name ?? ""]}
            refusal={said("passphrase")}
            onEnter={() => void enter()}
          />
        </div>
      </div>
    </main>
  );
}
