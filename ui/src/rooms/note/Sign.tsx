// Signing: what the signature means, the signer's own words, and who signs, said again each time.
import { PenLine } from "lucide-react";
import { useState } from "react";
import { Button, PassphraseField, Refusal, refusalOf, TextField } from "../../parts";
import { type Draft, type NoteRoom, useAct, useSecret } from "../../practice";
import type { Added } from "./Note";
import styles from "./note.module.css";

const BESIDE = ["passphrase", "reason", "remarks"];

export function Sign({
  room,
  added,
  amending,
  onSigned,
}: {
  room: NoteRoom;
  added: Draft<Added>;
  amending: boolean;
  onSigned: () => void;
}) {
  const sign = useAct("signNote");
  const secret = useSecret("signature");
  const [typed, setTyped] = useState("");
  const { remarks, reason } = added.value;
  const enter = async () => {
    const signed = await sign.run({
      procedureId: room.procedureId,
      draftSha256: room.draftSha256,
      remarks: remarks.trim() === "" ? null : remarks,
      reason: amending ? reason : null,
      meaning: "author",
      passphrase: typed,
    });
    setTyped("");
    if (!signed) secret.again();
    // A first signature needs nothing put away: by now the next amendment may already be on the screen.
    if (!signed || !amending) return;
    added.set((now) => ({ ...now, reason: "" }));
    onSigned();
  };
  return (
    <section className={styles.group} aria-labelledby="sign">
      <h2 id="sign">{amending ? "Amend and sign again" : "Sign"}</h2>
      {!room.maySign && <p className={styles.why}>{room.whyNot}</p>}
      {amending && (
        <TextField
          label="Why it is amended"
          value={reason}
          onChange={(next) => added.set((now) => ({ ...now, reason: next }))}
          refusal={refusalOf(sign.refusal, "reason")}
        />
      )}
      {room.maySign && (
        <>
          <TextField
            multiline
            optional
            label="Remarks, in your own words"
            value={remarks}
            onChange={(next) => added.set((now) => ({ ...now, remarks: next }))}
            refusal={refusalOf(sign.refusal, "remarks")}
          />
          <p className={styles.meaning}>
            “{room.meaning}” <span>{room.printedName}</span>
          </p>
          <Refusal refusal={sign.refusal} shownFields={BESIDE} />
          <PassphraseField
            label={secret.label}
            hint={secret.hint}
            digits={secret.digits}
            value={typed}
            onChange={setTyped}
            onEnter={() => void enter()}
            refusal={refusalOf(sign.refusal, "passphrase")}
          />
          <Button
            variant="primary"
            icon={PenLine}
            keys="mod+Enter"
            busy={sign.busy}
            isDisabled={typed === "" || !added.ready}
            onPress={() => void enter()}
          >
            {amending ? `Sign version ${room.versions.length + 1}` : "Sign the note"}
          </Button>
        </>
      )}
    </section>
  );
}
