// Asked at the next start: the station stopped during a massage, and only who was there knows what happened.
import { OctagonAlert } from "lucide-react";
import { Button, capitals, useGo } from "../../parts";
import type { InterruptedMassage } from "../../practice";
import styles from "./Today.module.css";

export function Interruptions({ interrupted }: { interrupted: InterruptedMassage[] }) {
  const go = useGo();
  return interrupted.map(({ family, given, ...place }) => (
    <section key={place.procedureId} className={styles.interrupted} role="alert" aria-label="Interrupted massage">
      <OctagonAlert aria-hidden size={22} />
      <p>
        The station stopped during the massage of{" "}
        <strong>
          {capitals(family)}, {given}
        </strong>
        . What happened?
      </p>
      <Button variant="primary" keys="w" onPress={() => go({ name: "collection", ...place })}>
        Say what happened
      </Button>
    </section>
  ));
}
