// The band of the patient whose chart is open.
import { PatientBand } from "../parts";
import { useAsk } from "../practice";
import { PatientStops } from "../rooms/withdrawal/PatientStops";

export type BandProps = { patientId: string; visitId?: string | undefined; room: boolean; consent?: string | null };

export function Band({ patientId, visitId, room, consent = null }: BandProps) {
  const { value: patient } = useAsk("patient", patientId);
  if (!patient) return null;
  const alerts = patient.underCustody ? ["Comes with an escort: the escort is no chaperone"] : [];
  return (
    <PatientBand patient={{ ...patient, alerts }} consent={consent} room={room}>
      {visitId && <PatientStops key={visitId} visitId={visitId} inRoom={room} />}
    </PatientBand>
  );
}
