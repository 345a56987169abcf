// Who referred the patient: kept with the booking, so that the letter afterwards has somebody to go to.
import { useState } from "react";
import { Button, Refusal, refusalOf, TextField } from "../../parts";
import { useAct, type VisitRoom } from "../../practice";
import styles from "./visit.module.css";

export function Referrer({ room }: { room: VisitRoom }) {
  const name = useAct("nameReferrer");
  const known = room.referrer ?? { name: "", address: "", contact: "" };
  const [typed, setTyped] = useState(known);
  const said = (field: string) => refusalOf(name.refusal, field);
  const changed = typed.name !== known.name || typed.address !== known.address || typed.contact !== known.contact;
  const keep = () => void name.run({ visitId: room.visit.visitId, ...typed });
  return (
    <section aria-labelledby="referrer" className={styles.half}>
      <h2 id="referrer">Referred by</h2>
      <Refusal refusal={name.refusal} shownFields={["name", "address", "contact"]} />
      <TextField
        label="Clinician or practice"
        value={typed.name}
        onChange={(next) => setTyped({ ...typed, name: next })}
        refusal={said("name")}
      />
      <TextField
        label="Address"
        optional
        multiline
        value={typed.address}
        onChange={(next) => setTyped({ ...typed, address: next })}
        refusal={said("address")}
      />
      <TextField
        label="Telephone or other contact"
        optional
        value={typed.contact}
        onChange={(next) => setTyped({ ...typed, contact: next })}
        refusal={said("contact")}
      />
      <Button busy={name.busy} isDisabled={!changed} onPress={keep}>
        Keep who referred
      </Button>
    </section>
  );
}
