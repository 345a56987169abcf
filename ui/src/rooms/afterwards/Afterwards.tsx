// What already happened is copied from paper: each part with its own time. No start button and no timer; the rules are asked when it is kept, and refuse nothing.
import { useRef, useState } from "react";
import {
  Button,
  DateField,
  Dialog,
  PageHead,
  Refusal,
  refusalOf,
  TextField,
  useBack,
  useGo,
  useNotify,
  usePlace,
} from "../../parts";
import { type AfterwardsRoom, type StoodBy, useAct, useAsk, useDraft } from "../../practice";
import { Answers } from "./Answers";
import styles from "./afterwards.module.css";
import { Body } from "./Body";
import { Consent } from "./Consent";
import { Entered } from "./Entered";
import { Glasses } from "./Glasses";
import { Signed } from "./Signed";
import { blank, makesLabels, requestOf, type Sheet } from "./sheet";
import { VitalsThen } from "./VitalsThen";

const NOBODY: StoodBy = { name: "", passphrase: "", kit: "" };

export function Afterwards() {
  const { visitId = "" } = usePlace();
  const asked = useAsk("afterwards", visitId);
  if (!asked.value) return <Refusal refusal={asked.refusal} />;
  return <Copying key={visitId} room={asked.value} />;
}

/** What every part of the sheet is given. */
export type PartProps = {
  room: AfterwardsRoom;
  sheet: Sheet;
  onChange: (part: Partial<Sheet>) => void;
  beside: (field: string) => string | undefined;
};

function Copying({ room }: { room: AfterwardsRoom }) {
  const { patientId = "", procedureId = "", visitId = "" } = usePlace();
  const go = useGo();
  const back = useBack();
  const notify = useNotify();
  const record = useAct("recordAfterwards", { chart: true });
  const print = useAct("printLabels");
  const draft = useDraft<Sheet>("afterwards", visitId, blank(room));
  const page = useRef<HTMLDivElement>(null);
  const [passphrase, setPassphrase] = useState("");
  const [second, setSecond] = useState(NOBODY);
  const sheet = draft.value;
  const needsSecond = makesLabels(sheet);
  const unusual = record.refusal?.code === "confirm-unusual";
  const beside = (field: string) => (unusual ? undefined : refusalOf(record.refusal, field));
  const part: PartProps = {
    room,
    sheet,
    onChange: (next) => draft.set((now) => ({ ...now, ...next })),
    beside,
  };
  const keep = async (confirmed: boolean) => {
    const labels = needsSecond;
    const request = requestOf(sheet, room, confirmed);
    const kept = await record.run({ ...request, passphrase, second: needsSecond ? second : null });
    if (!kept) return;
    draft.set(blank(kept));
    setPassphrase("");
    setSecond(NOBODY);
    notify("done", "Recorded afterwards, with both its times.");
    // What the rules said stands at the top.
    page.current?.scrollIntoView?.({ block: "start" });
    if (labels) await print.run(procedureId);
  };
  const openLabels = room.glasses.some((glass) => glass.status === "collected");
  return (
    <div className={styles.page} ref={page}>
      <PageHead
        title="Record afterwards"
        sub="What already happened. A part without a time was not done, or nobody knows when."
        savedAt={draft.savedAt}
        primary={{ label: "Record it", keys: "mod+Enter", busy: record.busy, onPress: () => void keep(false) }}
      >
        <Button variant="quiet" keys="Escape" onPress={back}>
          Back
        </Button>
        {openLabels && (
          <Button keys="l" onPress={() => go({ name: "collection", patientId, visitId, procedureId })}>
            Verify the late labels
          </Button>
        )}
      </PageHead>
      <Refusal refusal={unusual ? null : record.refusal} shownFields={shown(record.refusal?.fields)} />
      <div className={styles.columns}>
        <div className={styles.sheet}>
          <section className={styles.part} aria-labelledby="why-late">
            <h2 id="why-late">When and why so late</h2>
            <div className={styles.line}>
              <DateField
                label="Day on which it happened"
                value={sheet.date}
                onChange={(date) => part.onChange({ date })}
                refusal={beside("date")}
              />
              <div className={styles.wide}>
                <TextField
                  label="Why it was not recorded then"
                  value={sheet.because}
                  placeholder="power cut, screen frozen, done before the fever was noticed"
                  onChange={(because) => part.onChange({ because })}
                  refusal={beside("because")}
                />
              </div>
            </div>
          </section>
          <VitalsThen {...part} />
          <Answers {...part} />
          <Consent {...part} />
          <Body {...part} />
          {room.roles.length > 0 && <Glasses {...part} />}
          <Signed
            passphrase={passphrase}
            onPassphrase={setPassphrase}
            second={second}
            onSecond={setSecond}
            needsSecond={needsSecond}
            singleHanded={room.singleHanded}
            beside={beside}
          />
        </div>
        <Entered room={room} />
      </div>
      <Dialog
        title={record.refusal?.message ?? ""}
        isOpen={unusual}
        onClose={record.forget}
        alert
        actions={
          <>
            <Button variant="primary" onPress={() => void keep(true)}>
              Yes, it is right
            </Button>
            <Button onPress={record.forget}>Retype</Button>
          </>
        }
      >
        <ul>{unusual && record.refusal?.fields.map((field) => <li key={field.field}>{field.message}</li>)}</ul>
        <p>It counts only once you say so.</p>
      </Dialog>
    </div>
  );
}

/** Every refusal of this page stands beside its field; only what has none is said above. */
function shown(fields: { field: string }[] | undefined): string[] {
  return fields?.map((beside) => beside.field) ?? [];
}
