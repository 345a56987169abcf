// Adding a person. The passphrase is typed by that person, here, now; nobody else learns it.
import { useState } from "react";
import {
  Button,
  CheckGroup,
  Dialog,
  NewPassphrase,
  Refusal,
  refusalOf,
  TextField,
  useNewPassphrase,
  useNotify,
} from "../../parts";
import { type Role, useAct, useClinic } from "../../practice";
import styles from "./Staff.module.css";

export function AddPerson({ onClose }: { onClose: () => void }) {
  const clinic = useClinic();
  const add = useAct("addStaff");
  const notify = useNotify();
  const [name, setName] = useState("");
  const [signOnName, setSignOnName] = useState("");
  const [roles, setRoles] = useState<Role[]>([]);
  const typed = useNewPassphrase();
  const said = (field: string) => refusalOf(add.refusal, field);
  const save = async () => {
    const passphrase = typed.take();
    if (passphrase === null) return;
    const person = await add.run({ name, signOnName, roles, passphrase });
    if (!person) return;
    notify("done", `${person.name} can sign on now.`);
    onClose();
  };
  return (
    <Dialog
      title="Add a person"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={add.busy} onPress={() => void save()}>
            Add to the clinic
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <Refusal refusal={add.refusal} shownFields={["name", "signOnName", "roles", "passphrase"]} />
      <div className={styles.pair}>
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          refusal={said("name")}
          hint="As papers print it."
          autoFocus
        />
        <TextField
          label="Sign-on name"
          value={signOnName}
          onChange={setSignOnName}
          refusal={said("signOnName")}
          hint="Short; on the lock page."
        />
      </div>
      <CheckGroup<Role>
        label="Is"
        none={null}
        value={roles}
        options={[
          { value: "urologist", label: "Urologist" },
          { value: "nurse", label: "Nurse" },
          { value: "administrator", label: "Administrator" },
        ]}
        onChange={(next) => setRoles(next ?? [])}
        hint={clinic.singleHanded ? undefined : "An administrator opens no charts, so is nothing else."}
        refusal={said("roles")}
      />
      <div className={styles.pair}>
        <NewPassphrase
          typed={typed}
          hint="Typed by this person, unseen by anybody else."
          names={[name, signOnName, clinic.name]}
          refusal={said("passphrase")}
          onEnter={() => void save()}
        />
      </div>
    </Dialog>
  );
}
