// The vital signs, temperature first: as typed, refused beside the field, asked back when out of the ordinary. Earlier readings stay in sight.
import { useState } from "react";
import { Button, Choice, clock, Dialog, Refusal, refusalOf, TextField, useNow } from "../../parts";
import type { CheckInRoom, MeasureVitals, Refusal as Refused, StoredVitals, TypedVitals } from "../../practice";
import styles from "./check-in.module.css";
import { asTyped, readingWords } from "./reading";

export type VitalsProps = {
  room: CheckInRoom;
  refusal: Refused | null;
  onTake: (request: MeasureVitals) => Promise<boolean>;
  onForget: () => void;
};

const FIELDS = ["temperature", "pulse", "systolic", "diastolic", "breaths"];

export function Vitals({ room, refusal, onTake, onForget }: VitalsProps) {
  const empty: TypedVitals = {
    temperature: "",
    temperatureUnit: room.temperatureUnit,
    pulse: "",
    systolic: "",
    diastolic: "",
    breaths: "",
  };
  const [typed, setTyped] = useState(empty);
  const [corrects, setCorrects] = useState<StoredVitals | null>(null);
  const now = useNow(30_000);
  const unusual = refusal?.code === "confirm-unusual";
  const beside = (field: string) => (unusual ? undefined : refusalOf(refusal, field));
  const set = (part: Partial<TypedVitals>) => setTyped((before) => ({ ...before, ...part }));
  const take = async (confirmed: boolean) => {
    const request = { visitId: room.visitId, vitals: typed, confirmed, reason: null, second: null };
    if (await onTake({ ...request, corrects: corrects?.id ?? null })) {
      setTyped(empty);
      setCorrects(null);
    }
  };
  const suspected = room.items.some((item) => item.id === "new-confusion");
  const over = room.vitalsUntil !== null && Date.parse(room.vitalsUntil) < now;
  const number = (field: "pulse" | "systolic" | "diastolic" | "breaths", label: string, unit: string) => (
    <TextField
      label={label}
      unit={unit}
      inputMode="numeric"
      value={typed[field]}
      onChange={(value) => set({ [field]: value })}
      onEnter={() => void take(false)}
      refusal={beside(field)}
    />
  );
  return (
    <section className={styles.group} aria-labelledby="vitals">
      <h2 id="vitals">Vital signs</h2>
      {corrects && (
        <p className={styles.mark}>
          Putting right {readingWords(corrects)}.{" "}
          <Button variant="quiet" onPress={() => setCorrects(null)}>
            Leave it as it is
          </Button>
        </p>
      )}
      <div className={styles.vitals}>
        <TextField
          label="Temperature"
          inputMode="decimal"
          value={typed.temperature}
          onChange={(temperature) => set({ temperature })}
          onEnter={() => void take(false)}
          refusal={beside("temperature")}
          autoFocus={room.vitals.length === 0}
        />
        <Choice
          label="Unit"
          dense
          value={typed.temperatureUnit}
          options={[
            { value: "degC", label: "°C" },
            { value: "degF", label: "°F" },
          ]}
          onChange={(temperatureUnit) => set({ temperatureUnit })}
        />
        {number("pulse", "Pulse", "/min")}
        {number("systolic", "Upper pressure", "mmHg")}
        {number("diastolic", "Lower pressure", "mmHg")}
        {suspected && number("breaths", "Breaths", "/min")}
        <Button onPress={() => void take(false)}>Take these readings</Button>
      </div>
      {refusal?.code !== "fields" && !unusual && <Refusal refusal={refusal} shownFields={FIELDS} />}
      <ul className={styles.readings} aria-label="Readings of the last 24 hours">
        {room.vitals.map((reading) => (
          <li key={reading.id}>
            <span>{readingWords(reading)}</span>
            {reading.visit === room.visitId && (
              <Button
                variant="quiet"
                words={`Mistyped: ${readingWords(reading)}`}
                onPress={() => {
                  onForget();
                  setCorrects(reading);
                  setTyped(asTyped(reading, room.temperatureUnit));
                }}
              >
                Mistyped
              </Button>
            )}
          </li>
        ))}
      </ul>
      {over && <p className={styles.mark}>These readings are older than 60 minutes: measure again.</p>}
      {!over && room.vitalsUntil && <p className={styles.small}>They count until {clock(room.vitalsUntil)}.</p>}
      <Dialog
        title={refusal?.message ?? ""}
        isOpen={unusual}
        onClose={onForget}
        alert
        actions={
          <>
            <Button variant="primary" onPress={() => void take(true)}>
              Yes, it is right
            </Button>
            <Button onPress={onForget}>Retype</Button>
          </>
        }
      >
        <ul>{unusual && refusal.fields.map((field) => <li key={field.field}>{field.message}</li>)}</ul>
        <p>It counts only once you say so.</p>
      </Dialog>
    </section>
  );
}
