// A chaperone is wanted and none is there: nothing is done today, and the record says who wanted one.
import { UserRoundX } from "lucide-react";
import { useState } from "react";
import { Button, Dialog, Refusal } from "../../parts";
import { useAct, type WantedBy } from "../../practice";

export function Rebook({ visitId }: { visitId: string }) {
  const [asking, setAsking] = useState(false);
  const rebook = useAct("rebookForChaperone", { chart: true });
  const record = async (wantedBy: WantedBy) => {
    if (await rebook.run({ visitId, wantedBy })) setAsking(false);
  };
  return (
    <>
      <Button icon={UserRoundX} onPress={() => setAsking(true)}>
        No chaperone: rebook
      </Button>
      <Dialog
        alert
        width="wide"
        title="Rebook, because no chaperone is there?"
        isOpen={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button variant="danger" busy={rebook.busy} onPress={() => void record("patient")}>
              The patient wants one
            </Button>
            <Button variant="danger" busy={rebook.busy} onPress={() => void record("examiner")}>
              The examiner requires one
            </Button>
            <Button variant="quiet" onPress={() => setAsking(false)}>
              Go on today
            </Button>
          </>
        }
      >
        <p>Nothing more is done today. The procedure ends here; book another visit when a chaperone can be there.</p>
        <Refusal refusal={rebook.refusal} />
      </Dialog>
    </>
  );
}
