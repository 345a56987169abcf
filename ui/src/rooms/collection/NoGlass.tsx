// Why there is no glass: one tap, and it has its honest end.
import { Button, Dialog, glassCode, noGlassWords, Refusal } from "../../parts";
import { type CollectionGlass, type NotObtainedReason, useAct } from "../../practice";
import styles from "./collection.module.css";
import { reasonsFor } from "./words";

export type NoGlassProps = { glass: CollectionGlass; procedureId: string; onClose: () => void };

export function NoGlass({ glass, procedureId, onClose }: NoGlassProps) {
  const end = useAct("endGlass");
  const say = async (reason: NotObtainedReason) => {
    if (await end.run({ procedureId, role: glass.role, reason })) onClose();
  };
  return (
    <Dialog title={`No ${glassCode(glass.role)}: why?`} isOpen onClose={onClose} width="wide">
      <Refusal refusal={end.refusal} />
      <div className={styles.reasons}>
        {reasonsFor(glass.role).map((reason) => (
          <Button key={reason} size="room" busy={end.busy} onPress={() => void say(reason)}>
            {noGlassWords(reason)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
