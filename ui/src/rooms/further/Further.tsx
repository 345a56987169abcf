// Urine, blood and seminal fluid beside the glasses: what can be taken, what was, its label read back, its order and its report.
import { FileOutput, ScanLine } from "lucide-react";
import { useEffect, useState } from "react";
import {
  Button,
  chirp,
  isAccession,
  PageHead,
  Refusal,
  refusalOf,
  TextField,
  useGo,
  usePlace,
  useScanner,
} from "../../parts";
import { type FurtherRoom, type SpecimenRole, useAct, useAsk } from "../../practice";
import styles from "./further.module.css";
import { Take } from "./Take";
import { Taken } from "./Taken";

export function Further() {
  const { procedureId = "", visitId = "", patientId = "" } = usePlace();
  const go = useGo();
  const asked = useAsk("further", procedureId);
  const print = useAct("printLabels", { inTurn: true });
  const [chosen, setChosen] = useState<SpecimenRole | null>(null);
  const room = asked.value;

  // A label goes to its printer once it is issued; the next container does not wait for it.
  const unsent = room?.taken
    .filter((tube) => tube.label?.status === "unverified" && tube.label.prints.length === 0)
    .map((tube) => tube.specimenId)
    .join(" ");
  const { run: send } = print;
  useEffect(() => {
    if (unsent) void send(procedureId);
  }, [unsent, send, procedureId]);

  if (!room) return <Refusal refusal={asked.refusal} />;
  const kind = room.kinds.find((one) => one.role === chosen);
  const ids = { procedureId, visitId, patientId };
  const open = room.taken.filter((tube) => tube.label?.status === "unverified");
  const toOrder = room.taken.some((tube) => !tube.ordered && tube.label !== null && tube.discarded === null);
  return (
    <div className={styles.page}>
      <PageHead
        title="Beside the glasses"
        sub="Urine, blood and seminal fluid of this visit. Nothing here touches the gland."
        {...(toOrder
          ? {
              primary: {
                label: room.ordered ? "Add to the order" : "Go to the order",
                icon: FileOutput,
                keys: "mod+Enter",
                isDisabled: open.length > 0,
                onPress: () => go({ name: "order", ...ids }),
              },
            }
          : {})}
      >
        <Button onPress={() => go({ name: "collection", ...ids })}>To the glasses</Button>
      </PageHead>
      <Refusal refusal={print.refusal} />
      {open.length > 0 && <ReadBack room={room} />}
      <div className={styles.columns}>
        <section aria-labelledby="kinds">
          <h2 id="kinds">Take</h2>
          {room.whyNot && <p className={styles.small}>{room.whyNot}</p>}
          <div className={styles.kinds}>
            {room.kinds.map((one) => (
              <Button
                key={one.role}
                pressed={one.role === chosen}
                isDisabled={room.whyNot !== null}
                onPress={() => setChosen(one.role === chosen ? null : one.role)}
              >
                {one.title}
              </Button>
            ))}
          </div>
          {kind && <Take key={kind.role} kind={kind} procedureId={procedureId} onTaken={() => setChosen(null)} />}
        </section>
        <section aria-labelledby="taken">
          <h2 id="taken">Taken</h2>
          {room.taken.length === 0 && <p className={styles.small}>Nothing yet.</p>}
          <ul className={styles.taken} aria-label="Taken">
            {room.taken.map((tube) => (
              <Taken key={tube.specimenId} tube={tube} ids={ids} />
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function ReadBack({ room }: { room: FurtherRoom }) {
  const verify = useAct("verifyLabel");
  const [typed, setTyped] = useState("");
  const { procedureId } = room;
  const { refusal: unread } = verify;
  useEffect(() => {
    if (unread) chirp();
  }, [unread]);
  useScanner((code) => {
    if (!isAccession(code)) return false;
    void verify.run({ procedureId, specimenId: null, read: code, how: "scan" });
    return true;
  });
  const read = async () => {
    if (await verify.run({ procedureId, specimenId: null, read: typed, how: "typed" })) setTyped("");
  };
  return (
    <section className={styles.verify} aria-label="Labels to verify">
      <p>
        <ScanLine aria-hidden size={20} /> Scan each tube, or type the last four characters on it
      </p>
      <TextField
        label="Last four characters on the tube"
        value={typed}
        onChange={setTyped}
        onEnter={() => void read()}
        refusal={refusalOf(verify.refusal, "read")}
      />
      <Button busy={verify.busy} isDisabled={typed.trim().length < 4} onPress={() => void read()}>
        Verify
      </Button>
      {verify.refusal?.fields.length === 0 && <Refusal refusal={verify.refusal} />}
    </section>
  );
}
