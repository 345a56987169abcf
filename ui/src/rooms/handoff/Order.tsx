// The order of one set: what exists goes in, what does not is named, and the laboratory's questions are answered.
import { FileOutput } from "lucide-react";
import {
  Choice,
  dateAndClock,
  discardWords,
  GlassGlyph,
  glassCode,
  grouped,
  noGlassWords,
  PageHead,
  Refusal,
  refusalOf,
  TextField,
  usePlace,
  YesNo,
} from "../../parts";
import { useAct, useAsk, useDraft, type YesNoUnknown } from "../../practice";
import styles from "./handoff.module.css";
import { Made } from "./Made";
import { Scans } from "./Scans";

/** No symptom is coded, which is the rule. */
const NONE = "none";

const ENDED = new Set(["finished", "stopped", "stopped-by-patient", "aborted-safety"]);

type Asked = { antibiotics: YesNoUnknown | null; abstinenceDays: string; remark: string; symptom: string };

export function Order() {
  const { procedureId = "", visitId = "" } = usePlace();
  const set = useAsk("collection", procedureId);
  const made = useAsk("order", procedureId);
  const make = useAct("makeOrder");
  const draft = useDraft<Asked>("order", procedureId, {
    antibiotics: null,
    abstinenceDays: "",
    remark: "",
    symptom: NONE,
  });
  const { antibiotics, abstinenceDays, remark, symptom } = draft.value;
  const symptoms = useAsk("symptomsOfToday").value ?? [];
  const beside = useAsk("further", procedureId);
  const toOrder = (beside.value?.taken ?? []).filter((tube) => !tube.ordered && tube.discarded === null);
  const stands = made.value && made.value.cancelledAt === null ? made.value : null;
  if (!beside.value || made.waiting) return <Refusal refusal={beside.refusal ?? made.refusal} />;
  // An order that was made is extended only by what was taken beside it since then.
  if (made.value && (stands === null || toOrder.length === 0)) return <Made order={made.value} visitId={visitId} />;
  // A procedure that was stopped before anything of it was caught has no part in the order of what was taken beside it.
  const apart = ENDED.has(set.value?.procedureStatus ?? "") && !set.value?.glasses.some((glass) => glass.accession);
  const glasses = stands || (apart && toOrder.length > 0) ? [] : (set.value?.glasses ?? []);
  const send = () => {
    if (antibiotics !== null) {
      const chosen = symptom === NONE ? null : symptom;
      void make.run({ procedureId, antibiotics, abstinenceDays, remark, symptom: chosen });
    }
  };
  return (
    <div className={styles.page}>
      <PageHead
        title={stands ? `Add to order ${grouped(stands.groupNumber)}` : "Order"}
        sub={
          stands
            ? "What was taken beside the glasses since the order was made"
            : "What exists goes to the laboratory; what does not is named with its reason"
        }
        savedAt={draft.savedAt}
        primary={{
          label: stands ? "Add to the order" : "Send the order",
          icon: FileOutput,
          keys: "mod+Enter",
          busy: make.busy,
          isDisabled: antibiotics === null,
          onPress: send,
        }}
      />
      <Refusal refusal={make.refusal ?? set.refusal} shownFields={["abstinenceDays", "symptom"]} />
      <div className={styles.order}>
        <ul className={styles.tubes} aria-label="Specimens">
          {glasses.map((glass) => (
            <li key={glass.role} className={styles.tube}>
              <GlassGlyph
                role={glass.role}
                state={
                  glass.accession && !glass.discarded
                    ? "verified"
                    : glass.status === "planned"
                      ? "planned"
                      : "not-obtained"
                }
                size={38}
                label=""
              />
              <div>
                <strong>{glass.title}</strong>
                <p className={styles.small}>
                  {glass.discarded
                    ? `discarded: ${discardWords(glass.discarded).toLowerCase()}`
                    : glass.accession && glass.collectedAt
                      ? `${grouped(glass.accession)} · ${dateAndClock(glass.collectedAt)} · ${glass.amount}`
                      : glass.reason
                        ? `not obtained: ${noGlassWords(glass.reason).toLowerCase()}`
                        : "no end yet"}
                </p>
              </div>
            </li>
          ))}
          {toOrder.map((tube) => (
            <li key={tube.specimenId} className={styles.tube}>
              <GlassGlyph
                role={tube.role}
                state={tube.status === "discarded" ? "not-obtained" : tube.status}
                size={38}
                label=""
              />
              <div>
                <strong>{`${glassCode(tube.role)} ${tube.source}`}</strong>
                <p className={styles.small}>
                  {[tube.accession && grouped(tube.accession), tube.collectedAt && dateAndClock(tube.collectedAt)]
                    .filter(Boolean)
                    .join(" · ")}
                  {tube.amount && ` · ${tube.amount}`}
                </p>
                {tube.cautions.map((words) => (
                  <p key={words} className={styles.small}>
                    {words}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
        <div className={styles.questions}>
          <YesNo
            label="Antibiotics within the last four weeks"
            hint="“Not known” is an answer, and is printed."
            value={antibiotics}
            onChange={(next) => draft.set((now) => ({ ...now, antibiotics: next }))}
          />
          <TextField
            label="Days without ejaculation"
            optional
            inputMode="numeric"
            value={abstinenceDays}
            onChange={(next) => draft.set((now) => ({ ...now, abstinenceDays: next }))}
            refusal={refusalOf(make.refusal, "abstinenceDays")}
          />
          {symptoms.length > 0 && (
            <Choice
              stacked
              label="Symptom, from the clinic’s table"
              value={symptom}
              options={[
                { value: NONE, label: "None" },
                ...symptoms.map((row) => ({ value: row.symptomId, label: `${row.code} ${row.text}` })),
              ]}
              onChange={(next) => draft.set((now) => ({ ...now, symptom: next }))}
              refusal={refusalOf(make.refusal, "symptom")}
            />
          )}
          <TextField
            label="Remark for the laboratory"
            optional
            multiline
            value={remark}
            onChange={(next) => draft.set((now) => ({ ...now, remark: next }))}
          />
          <Scans procedureId={procedureId} />
        </div>
      </div>
    </div>
  );
}
