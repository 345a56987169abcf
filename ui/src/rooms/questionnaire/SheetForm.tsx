// The numbers of one sheet, item by item as on the paper. An item left empty is missing, and its sums with it.
import { useState } from "react";
import { Button, DateField, PageHead, Refusal, refusalOf, TextField } from "../../parts";
import { type Questionnaire, type Sheet, useAct } from "../../practice";
import styles from "./questionnaire.module.css";

export type SheetFormProps = {
  form: Questionnaire;
  patientId: string;
  today: string;
  /** The sheet that was mistyped. */
  replaces: Sheet | null;
  onDone: () => void;
};

export function SheetForm({ form, patientId, today, replaces, onDone }: SheetFormProps) {
  const enter = useAct("enterQuestionnaire");
  const [day, setDay] = useState<string | null>(replaces?.filledOn ?? today);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [reason, setReason] = useState("");
  const keep = async () => {
    const items = form.items.map((item) => ({ item: item.id, value: typed[item.id] ?? "" }));
    const request = { patientId, kind: form.id, filledOn: day ?? "", items };
    const again = { replaces: replaces?.questionnaireId ?? null, reason: reason === "" ? null : reason };
    if (await enter.run({ ...request, ...again })) onDone();
  };
  const empty = form.items.filter((item) => (typed[item.id] ?? "").trim() === "").length;
  return (
    <div className={styles.page}>
      <PageHead
        title={replaces ? `${form.title} again` : form.title}
        sub={`${form.items.length} items about ${form.recall}${empty > 0 ? ` · ${empty} still empty` : ""}`}
        primary={{ label: "Keep these numbers", keys: "mod+Enter", busy: enter.busy, onPress: () => void keep() }}
      >
        <Button variant="quiet" onPress={onDone}>
          Leave it
        </Button>
      </PageHead>
      <Refusal
        refusal={enter.refusal}
        shownFields={["filledOn", "reason", ...form.items.map((item) => `items.${item.id}`)]}
      />
      <div className={styles.pair}>
        <DateField
          label="Day on the sheet"
          value={day}
          onChange={setDay}
          refusal={refusalOf(enter.refusal, "filledOn")}
        />
        {replaces && (
          <TextField
            label="Why it is typed in again"
            value={reason}
            onChange={setReason}
            refusal={refusalOf(enter.refusal, "reason")}
          />
        )}
      </div>
      {form.domains.map((domain) => (
        <fieldset key={domain.id} className={styles.group}>
          <legend>{domain.title}</legend>
          <div className={styles.items}>
            {form.items
              .filter((item) => item.domain === domain.id)
              .map((item) => (
                <TextField
                  key={item.id}
                  label={`${item.id}  ${item.topic}`}
                  unit={`0 to ${item.to}`}
                  inputMode="numeric"
                  value={typed[item.id] ?? ""}
                  onChange={(value) => setTyped((now) => ({ ...now, [item.id]: value }))}
                  refusal={refusalOf(enter.refusal, `items.${item.id}`)}
                />
              ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
