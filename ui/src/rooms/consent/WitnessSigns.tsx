// A witness of the clinic signs a consent by their own sign-on. Nobody has to: without it the consent still names them.
import { Signature } from "lucide-react";
import { useState } from "react";
import { Button, Dialog, PassphraseField, Refusal, refusalOf } from "../../parts";
import { type ConsentView, useAct } from "../../practice";

export function WitnessSigns({ consent }: { consent: ConsentView }) {
  const [open, setOpen] = useState(false);
  const evidence = consent.given?.evidence;
  const witness =
    evidence?.agreement.method === "witnessed-verbal" ? evidence.agreement.witness : (evidence?.witness ?? null);
  const signed = (evidence?.countersigned ?? []).some((one) => one.part === "witness");
  if (!witness?.staff || signed) return null;
  return (
    <>
      <Button icon={Signature} onPress={() => setOpen(true)}>
        {witness.name} signs as witness
      </Button>
      {open && <Sign consentId={consent.consentId} name={witness.name} onClose={() => setOpen(false)} />}
    </>
  );
}

function Sign({ consentId, name, onClose }: { consentId: string; name: string; onClose: () => void }) {
  const sign = useAct("countersignConsent");
  const [typed, setTyped] = useState("");
  const say = async () => {
    const answer = await sign.run({ consentId, part: "witness", passphrase: typed });
    setTyped("");
    if (answer !== undefined) onClose();
  };
  return (
    <Dialog
      title="The witness signs"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={sign.busy} onPress={() => void say()}>
            I saw or heard it
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </>
      }
    >
      {sign.refusal?.fields.length === 0 && <Refusal refusal={sign.refusal} />}
      <PassphraseField
        label={`Passphrase of ${name}`}
        hint="Typed by the witness, here, now."
        value={typed}
        onChange={setTyped}
        onEnter={() => void say()}
        refusal={refusalOf(sign.refusal, "passphrase")}
        autoFocus
      />
    </Dialog>
  );
}
