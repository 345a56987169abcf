// Consent as it was given then: an account in words. Nothing is begun on it.
import { Choice, TextField } from "../../parts";
import type { PartProps } from "./Afterwards";
import styles from "./afterwards.module.css";
import { TimeField } from "./TimeField";

export function Consent({ room, sheet, onChange, beside }: PartProps) {
  const { consent } = sheet;
  const set = (part: Partial<typeof consent>) => onChange({ consent: { ...consent, ...part } });
  const whole = { value: "all" as const, label: room.act ? "The whole procedure" : "The examination" };
  const alone = { value: "dre" as const, label: "The examination alone" };
  return (
    <section className={styles.part} aria-labelledby="consent-then">
      <h2 id="consent-then">Consent</h2>
      <div className={styles.line}>
        <TimeField
          label="Agreed at"
          value={consent.time}
          onChange={(time) => set({ time })}
          refusal={beside("consent.time")}
        />
        <Choice
          label="The patient agreed to"
          dense
          value={consent.agreed}
          options={[...(room.act ? [whole, alone] : [whole]), { value: "none", label: "Nothing", tone: "note" }]}
          onChange={(agreed) => set({ agreed })}
        />
        <Choice
          label="A chaperone was offered"
          dense
          value={consent.chaperoneOffered === null ? null : consent.chaperoneOffered ? "yes" : "no"}
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No", tone: "note" },
          ]}
          onChange={(offered) => set({ chaperoneOffered: offered === "yes" })}
        />
        <div className={styles.wide}>
          <TextField
            label="How, to whom, and who was there"
            value={consent.how}
            onChange={(how) => set({ how })}
            refusal={beside("consent.how")}
          />
        </div>
      </div>
    </section>
  );
}
