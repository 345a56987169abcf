// The laboratory is on the telephone: what, of which specimen, who calls, and the value read back before they hang up.
import { Button, Choice, Dialog, kindWords, Refusal, refusalOf, shortDate, TextField, YesOrNo } from "../../parts";
import { type CriticalRoom, useAct, useDraft } from "../../practice";
import styles from "./critical.module.css";
import { minutes } from "./words";

type Typing = {
  visitId: string | null;
  criterion: string | null;
  value: string;
  specimen: string;
  caller: string;
  laboratory: string;
  readBack: boolean | null;
  minutesAgo: string;
};

const FIELDS = ["visitId", "criterion", "value", "specimen", "caller", "laboratory", "readBack", "minutesAgo"];

export type ReceiveProps = { room: CriticalRoom; visitId: string | null; onClose: () => void };

export function Receive({ room, visitId, onClose }: ReceiveProps) {
  const receive = useAct("receiveCritical");
  const only = room.visits.length === 1 ? (room.visits[0] ?? null) : null;
  const draft = useDraft<Typing>("critical", room.patient.patientId, {
    visitId: visitId ?? only,
    criterion: null,
    value: "",
    specimen: "",
    caller: "",
    laboratory: "",
    readBack: null,
    minutesAgo: "0",
  });
  const typed = draft.value;
  const set = (part: Partial<Typing>) => draft.set((now) => ({ ...now, ...part }));
  const said = (field: string) => refusalOf(receive.refusal, field);
  const keep = async () => {
    if (await receive.run({ ...typed, minutesAgo: minutes(typed.minutesAgo) })) onClose();
  };
  const visits = room.patient.visits.filter((visit) => room.visits.includes(visit.visitId));
  return (
    <Dialog
      title="The laboratory calls"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={receive.busy} onPress={() => void keep()}>
            Open the critical result
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Refusal refusal={receive.refusal} shownFields={FIELDS} />
        <Choice
          label="What makes it critical"
          dense
          stacked
          value={typed.criterion}
          options={room.criteria.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(criterion) => set({ criterion })}
          refusal={said("criterion")}
        />
        <div className={styles.pair}>
          <TextField
            label="Value, as it was said"
            value={typed.value}
            onChange={(value) => set({ value })}
            refusal={said("value")}
          />
          <TextField
            label="Of which specimen"
            value={typed.specimen}
            onChange={(specimen) => set({ specimen })}
            refusal={said("specimen")}
          />
          <TextField
            label="Who calls"
            value={typed.caller}
            onChange={(caller) => set({ caller })}
            refusal={said("caller")}
          />
          <TextField
            label="From which laboratory"
            value={typed.laboratory}
            onChange={(laboratory) => set({ laboratory })}
            refusal={said("laboratory")}
          />
        </div>
        <YesOrNo
          label="Read back, and the caller said that it was right"
          dense
          alarming="no"
          value={typed.readBack}
          onChange={(readBack) => set({ readBack })}
          refusal={said("readBack")}
        />
        {visits.length > 1 && (
          <Choice
            label="From which visit"
            dense
            stacked
            value={typed.visitId}
            options={visits.map((visit) => ({
              value: visit.visitId,
              label: `${shortDate(visit.date)}, ${kindWords(visit.kind)}`,
            }))}
            onChange={(visit) => set({ visitId: visit })}
            refusal={said("visitId")}
          />
        )}
        <TextField
          label="Minutes ago"
          inputMode="numeric"
          value={typed.minutesAgo}
          onChange={(minutesAgo) => set({ minutesAgo })}
          refusal={said("minutesAgo")}
        />
      </div>
    </Dialog>
  );
}
