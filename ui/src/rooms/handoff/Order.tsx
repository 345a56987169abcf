// The order of one set: what exists goes in, what does not is named, and the laboratory's questions are answered.
import { FileOutput } from "lucide-react";
import {
  Button,
  Choice,
  dateAndClock,
  discardWords,
  GlassGlyph,
  grouped,
  noGlassWords,
  PageHead,
  Refusal,
  refusalOf,
  TextField,
  useGo,
  usePlace,
  YesNo,
} from "../../parts";
import { type OrderView, useAct, useAsk, useDraft, type YesNoUnknown } from "../../practice";
import styles from "./handoff.module.css";

/** No symptom is coded, which is the rule. */
const NONE = "none";

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
  const glasses = set.value?.glasses ?? [];
  if (made.value) return <Made order={made.value} visitId={visitId} />;
  const send = () => {
    if (antibiotics !== null) {
      const chosen = symptom === NONE ? null : symptom;
      void make.run({ procedureId, antibiotics, abstinenceDays, remark, symptom: chosen });
    }
  };
  return (
    <div className={styles.page}>
      <PageHead
        title="Order"
        sub="What exists goes to the laboratory; what does not is named with its reason"
        savedAt={draft.savedAt}
        primary={{
          label: "Send the order",
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
        </div>
      </div>
    </div>
  );
}

function Made({ order, visitId }: { order: OrderView; visitId: string }) {
  const { patientId, procedureId } = usePlace();
  const go = useGo();
  const close = useAct("closeVisit", { chart: true });
  const again = useAct("writeOrderAgain");
  const set = useAsk("collection", procedureId ?? "");
  const here = set.value?.visitStatus === "arrived" || set.value?.visitStatus === "in-room";
  const left = set.value?.glasses.some((glass) => glass.reason === "left") ?? false;
  const looked = (set.value?.massage ?? null) !== null && !left;
  const closeVisit = async () => {
    if ((await close.run(visitId)) !== undefined) go({ name: "today" });
  };
  const ids = { visitId, ...(patientId ? { patientId } : {}), ...(procedureId ? { procedureId } : {}) };
  const written = order.status === "written";
  return (
    <div className={styles.page}>
      <PageHead
        title={`Order ${grouped(order.groupNumber)}`}
        sub={
          written && order.writtenAt
            ? `In the laboratory’s folder since ${dateAndClock(order.writtenAt)}`
            : "Not in the folder"
        }
        {...(here
          ? {
              primary: {
                label: looked ? "Aftercare and leaving" : "Close the visit",
                keys: "mod+Enter",
                busy: close.busy,
                onPress: () => (looked ? go({ name: "aftercare", ...ids }) : void closeVisit()),
              },
            }
          : {})}
      >
        {patientId && <Button onPress={() => go({ name: "patient", patientId })}>To the chart</Button>}
      </PageHead>
      <Refusal refusal={close.refusal ?? again.refusal} />
      {!written && (
        <p className={styles.failure} role="alert">
          {order.failure ?? "It waits to be written."}{" "}
          <Button busy={again.busy} onPress={() => void again.run(procedureId ?? "")}>
            Write the order again
          </Button>
        </p>
      )}
      <dl className={styles.facts}>
        <dt>Requisition</dt>
        <dd>{order.requisitionFile}</dd>
        <dt>Message (HL7 OML^O21)</dt>
        <dd>{order.messageFile}</dd>
        <dt>Message number</dt>
        <dd>{order.controlId}</dd>
        <dt>Ordered</dt>
        <dd>
          {dateAndClock(order.orderedAt)}, {order.orderedBy}
        </dd>
        <dt>SHA-256</dt>
        <dd className={styles.hash}>{order.sha256}</dd>
      </dl>
      <p className={styles.small}>Written is not received: the laboratory’s answer is what says that.</p>
    </div>
  );
}
