// The patient did not wait: said once, and the aftercare becomes a call.
import { Button, Dialog, Refusal } from "../../parts";
import { useAct } from "../../practice";

export function Gone({ visitId, isOpen, onClose }: { visitId: string; isOpen: boolean; onClose: () => void }) {
  const gone = useAct("patientGone", { chart: true });
  const say = async () => {
    if (await gone.run(visitId)) onClose();
  };
  return (
    <Dialog
      title="The patient has left"
      alert
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" keys="mod+Enter" busy={gone.busy} onPress={() => void say()}>
            Left without the check
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Still here
          </Button>
        </>
      }
    >
      <Refusal refusal={gone.refusal} />
      <p>The visit ends as left early. The clinic owes a call, which stands in Follow-up.</p>
    </Dialog>
  );
}
