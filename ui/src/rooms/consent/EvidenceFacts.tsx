// Who had a part in a consent that was given, a line each: who assessed, decided, interpreted, witnessed and signed.
import type { ReactNode } from "react";
import { clock } from "../../parts";
import type { ConsentEvidence } from "../../practice";

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function EvidenceFacts({ evidence }: { evidence: ConsentEvidence }) {
  const { capacity, assessed, minor, interpreter, trainee, witness, countersigned, device } = evidence;
  const by = assessed ? `; assessed by ${assessed.by.name} at ${clock(assessed.at)}` : "";
  const basis = minor?.basis;
  return (
    <>
      <Fact label="Capacity">
        {capacityWords(capacity)}
        {by}
      </Fact>
      {basis && (
        <Fact label="Under 18">
          {basis.kind === "guardian" ? `${basis.name}, ${basis.relation}; the patient agrees` : basis.note};{" "}
          {minor.reason}
          {minor.concurred ? `; ${minor.concurred.name} concurs` : ""}
        </Fact>
      )}
      {interpreter && (
        <Fact label="Interpreter">
          {interpreter.name}, {interpreter.language}, {interpreter.kind.replace("-", " ")}
          {interpreter.family ? ", of the family" : ""}
          {interpreter.signature ? ", signed" : ""}
        </Fact>
      )}
      {trainee && (
        <Fact label="Trainee">
          {trainee.name}, {trainee.role}: {trainee.agreed ? "agreed to by name" : "declined, takes no part"}
        </Fact>
      )}
      {witness && (
        <Fact label="Witness">
          {witness.name}, {witness.role}
        </Fact>
      )}
      {(countersigned ?? []).map((signed) => (
        <Fact key={signed.part} label={signed.part === "clinician" ? "Clinician" : "Witness"}>
          {signed.by.name}, signed at {clock(signed.at)} with the {signed.how === "pin" ? "PIN" : "passphrase"}
        </Fact>
      ))}
      {device && <Fact label="Signed with">{device}</Fact>}
    </>
  );
}

function capacityWords(capacity: ConsentEvidence["capacity"]): string {
  if (capacity.capacity === "present") return "present";
  if (capacity.capacity === "fluctuating") return `fluctuating; present now: ${capacity.presentNow}`;
  const { name, basis, documentSeen } = capacity.representative;
  return `lacking; ${name} decides (${basis.replace("-", " ")}${documentSeen ? ", document seen" : ""})`;
}
