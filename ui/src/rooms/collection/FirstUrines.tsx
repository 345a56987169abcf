// The urines before massage: VB1 and VB2 come from one void and are received in one act.
import { Stamp } from "lucide-react";
import { useState } from "react";
import { Button, glassCode, Refusal } from "../../parts";
import { type CollectionView, type SpecimenRole, useAct } from "../../practice";
import styles from "./collection.module.css";
import { NO_URINE, typedUrine, type Urine, UrineFields } from "./UrineFields";
import { before } from "./words";

export function FirstUrines({ view }: { view: CollectionView }) {
  const both = useAct("receiveFirstUrines");
  const one = useAct("receiveGlass");
  const none = useAct("collectNoMore");
  const [urines, setUrines] = useState<Partial<Record<SpecimenRole, Urine>>>({});
  const roles = before(view).map((glass) => glass.role);
  const of = (role: SpecimenRole) => urines[role] ?? NO_URINE;
  const typed = roles.map((role) => typedUrine(of(role)));
  const words = `${roles.map(glassCode).join(" and ")} received`;
  const { procedureId } = view;
  const refusal = both.refusal ?? one.refusal ?? none.refusal;

  const receive = () => {
    const [first, second] = typed;
    const [role] = roles;
    if (first && second) void both.run({ procedureId, vb1: first, vb2: second });
    else if (first && role && roles.length === 1) void one.run({ procedureId, role, glass: first });
  };
  return (
    <section className={styles.now} aria-label={words}>
      <div className={styles.pair}>
        {roles.map((role) => (
          <UrineFields
            key={role}
            role={role}
            value={of(role)}
            onChange={(next) => setUrines((all) => ({ ...all, [role]: next }))}
            refusal={refusal}
            {...(roles.length === 2 ? { prefix: `${role}.` } : {})}
          />
        ))}
      </div>
      {refusal?.fields.length === 0 && <Refusal refusal={refusal} />}
      <Button
        size="room"
        variant="primary"
        icon={Stamp}
        wide
        keys="mod+Enter"
        busy={both.busy || one.busy}
        isDisabled={typed.includes(null)}
        onPress={receive}
      >
        {`${words}: stamp and print`}
      </Button>
      {/* Stopped before it began, the first urines may still go for an ordinary culture, or the set ends without. */}
      {view.procedureStatus === "aborted-safety" && (
        <Button size="room" busy={none.busy} onPress={() => void none.run(procedureId)}>
          No urine is needed: end here
        </Button>
      )}
    </section>
  );
}
