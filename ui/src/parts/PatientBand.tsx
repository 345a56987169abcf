// Who this is. The band never scrolls away and never carries a sensitive reason: it can be read over a shoulder.
import { Info, ShieldQuestion, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./PatientBand.module.css";
import { shortDate } from "./when";
import { capitals } from "./words";

export type BandPatient = {
  family: string;
  given: string;
  birthDate: string;
  age: number | null;
  mrn: string;
  nameUsed?: string | null | undefined;
  allergies?: string | null | undefined;
  alerts?: string[] | undefined;
  sameNameToday?: boolean | undefined;
};

export type PatientBandProps = {
  patient: BandPatient;
  /** The consent's state in words. */
  consent?: string | null;
  /** Large, for the procedure room. */
  room?: boolean;
  /** A clock, a badge, at the far end. */
  children?: ReactNode;
};

/** More signs than this do not stand on two lines of the room's large letters. */
const LONG = 60;

/** “none known” is no allergy to be warned of; anything else that was written is. */
const NONE = /^(none|none known|no known( drug)? allergies|no allergies|nka|nkda)\.?$/i;

export function PatientBand({ patient, consent, room, children }: PatientBandProps) {
  const allergic = patient.allergies && !NONE.test(patient.allergies.trim());
  return (
    <section
      className={styles.band}
      data-room={room || undefined}
      data-long={patient.family.length + patient.given.length > LONG || undefined}
      aria-label="Patient"
    >
      <div className={styles.identity}>
        <p className={styles.name}>
          <span className={styles.family}>{capitals(patient.family)}</span>, {patient.given}
          {patient.nameUsed && <span className={styles.used}> “{patient.nameUsed}”</span>}
        </p>
        <p className={styles.known}>
          <span>
            born <strong>{shortDate(patient.birthDate)}</strong>
            {patient.age !== null && ` (${patient.age})`}
          </span>
          <span>
            MRN <strong>{patient.mrn}</strong>
          </span>
        </p>
      </div>
      <ul className={styles.facts}>
        {patient.sameNameToday && (
          <li data-tone="override">
            <TriangleAlert aria-hidden size={15} /> Same family name today: check both identifiers
          </li>
        )}
        <li data-tone={allergic ? "note" : undefined}>
          {allergic && <TriangleAlert aria-hidden size={15} />}
          {patient.allergies ? `Allergies: ${patient.allergies}` : "No allergies recorded"}
        </li>
        {patient.alerts?.map((alert) => (
          <li key={alert} data-tone="note">
            <Info aria-hidden size={15} /> {alert}
          </li>
        ))}
        {consent && (
          <li>
            <ShieldQuestion aria-hidden size={15} /> {consent}
          </li>
        )}
      </ul>
      {children && <div className={styles.end}>{children}</div>}
    </section>
  );
}
