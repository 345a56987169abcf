// The chaperone confirms being there, by their own sign-on. Nobody has to: without it the consent still names them.
import { BadgeCheck } from "lucide-react";
import { useState } from "react";
import { Button, Dialog, PassphraseField, Refusal, refusalOf } from "../../parts";
import { type PresenceAsk, useAct, useSecret } from "../../practice";

export function Presence({ ask }: { ask: PresenceAsk }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={BadgeCheck} onPress={() => setOpen(true)}>
        {ask.name} confirms being there
      </Button>
      {open && <Confirm ask={ask} onClose={() => setOpen(false)} />}
    </>
  );
}

function Confirm({ ask, onClose }: { ask: PresenceAsk; onClose: () => void }) {
  const confirm = useAct("confirmPresence");
  const secret = useSecret("presence");
  const [typed, setTyped] = useState("");
  const say = async () => {
    const answer = await confirm.run({ consentId: ask.consentId, passphrase: typed });
    setTyped("");
    if (answer !== undefined) onClose();
    else secret.again();
  };
  const field = ask.mine
    ? { label: secret.label, hint: secret.hint, digits: secret.digits }
    : { label: `Passphrase of ${ask.name}`, hint: "Typed by the chaperone, here, now.", digits: false };
  return (
    <Dialog
      title="The chaperone confirms being there"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" keys="mod+Enter" busy={confirm.busy} onPress={() => void say()}>
            I am here as chaperone
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </>
      }
    >
      {confirm.refusal?.fields.length === 0 && <Refusal refusal={confirm.refusal} />}
      <PassphraseField
        {...field}
        value={typed}
        onChange={setTyped}
        onEnter={() => void say()}
        refusal={refusalOf(confirm.refusal, "passphrase")}
        autoFocus
      />
    </Dialog>
  );
}
