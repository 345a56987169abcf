// The people of the clinic: who they are, what they may, and adding one.
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { PageHead, Refusal, Table } from "../../parts";
import { type StaffView, useAsk } from "../../practice";
import { AddPerson } from "./AddPerson";
import styles from "./Staff.module.css";

const COLUMNS = [
  { id: "name", head: "Name", cell: (row: StaffView) => <strong className={styles.name}>{row.name}</strong> },
  { id: "signOn", head: "Signs on as", cell: (row: StaffView) => row.signOnName },
  { id: "roles", head: "Is", cell: (row: StaffView) => row.roles.join(", ") },
  { id: "active", head: "Here", width: "140px", cell: (row: StaffView) => (row.active ? "yes" : "no longer") },
];

export function Staff() {
  const people = useAsk("staffList");
  const [adding, setAdding] = useState(false);
  return (
    <div className={styles.page}>
      <PageHead
        title="Practice"
        sub="The people of this clinic"
        primary={{ label: "Add a person", icon: UserPlus, keys: "n", onPress: () => setAdding(true) }}
      />
      <Refusal refusal={people.refusal} />
      <Table label="People" columns={COLUMNS} rows={people.value ?? []} rowKey={(row) => row.staffId} />
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </div>
  );
}
