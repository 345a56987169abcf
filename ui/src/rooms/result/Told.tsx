// How the patient came to know: every attempt, and the form of the next. A result is open until somebody was told, or written to.
import { MessageCircleReply } from "lucide-react";
import { useState } from "react";
import {
  BLANK_TELLING,
  Button,
  Dialog,
  dateAndClock,
  Refusal,
  refusalOf,
  TELLING_FIELDS,
  TellingFields,
  tellingRequest,
  tellingWords,
} from "../../parts";
import { type ResultRoom, type ResultVersion, useAct } from "../../practice";
import styles from "./result.module.css";

export function Told({ room, version }: { room: ResultRoom; version: ResultVersion }) {
  const [open, setOpen] = useState(false);
  const { tellings, acknowledged } = version;
  const told = tellings.some(
    ({ telling }) => telling.what === "told" || (telling.what === "letter" && telling.kind === "tells-the-result"),
  );
  return (
    <section aria-labelledby="told">
      <h2 id="told">The patient</h2>
      {tellings.length === 0 && (
        <p>
          {acknowledged ? "Has not been told yet." : "Is told when the urologist has read it and said what follows."}
        </p>
      )}
      {tellings.length > 0 && (
        <ol className={styles.opinions}>
          {tellings.map((kept) => (
            <li key={`${kept.at} ${kept.telling.what}`}>
              <strong>{dateAndClock(kept.at)}</strong> {tellingWords(kept.telling)} ({kept.by})
            </li>
          ))}
        </ol>
      )}
      {acknowledged && !told && (
        <Button
          variant={room.stage === "to-tell" ? "primary" : "plain"}
          icon={MessageCircleReply}
          keys="t"
          onPress={() => setOpen(true)}
        >
          Tell the patient
        </Button>
      )}
      {open && <Tell room={room} version={version} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Tell({ room, version, onClose }: { room: ResultRoom; version: ResultVersion; onClose: () => void }) {
  const tell = useAct("tellResult");
  const [typed, setTyped] = useState(BLANK_TELLING);
  const { patient } = room;
  const missed = version.tellings.filter(({ telling }) => telling.what === "not-reached").length;
  const keep = async () => {
    if (await tell.run({ resultId: version.resultId, telling: tellingRequest(typed) })) onClose();
  };
  return (
    <Dialog
      title="Telling the result"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={tell.busy} onPress={() => void keep()}>
            {typed.what === "letter" ? "Write the letter" : "Keep this"}
          </Button>
          <Button variant="quiet" onPress={onClose}>
            Leave it
          </Button>
        </>
      }
    >
      <p className={styles.number}>
        {patient.underCustody
          ? `In custody: health unit ${patient.phone ?? "(no number)"}`
          : (patient.phone ?? "No number is known")}
        {version.acknowledged?.plan && <span>Plan: {version.acknowledged.plan}</span>}
      </p>
      <Refusal refusal={tell.refusal} shownFields={TELLING_FIELDS} />
      <TellingFields
        value={typed}
        onChange={setTyped}
        underCustody={patient.underCustody}
        mayLeaveMessage={patient.mayLeaveMessage === "unknown" ? null : patient.mayLeaveMessage === "yes"}
        missed={missed}
        said={(field) => refusalOf(tell.refusal, field)}
      />
    </Dialog>
  );
}
