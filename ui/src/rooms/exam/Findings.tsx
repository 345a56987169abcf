// The findings: size, the map with its nodules, and the rest; “all unstated findings normal” is one explicit act that lists what it states.
import { Fragment, useDeferredValue, useEffect, useState } from "react";
import { Button, CheckGroup, Choice, NumberField, Refusal, refusalOf, SectorMap, TextField } from "../../parts";
import {
  type ExamRoom,
  type FindingsReading,
  type Gate,
  type StatedFindings,
  useAct,
  useAsk,
  useDraft,
} from "../../practice";
import { Cancer } from "./Cancer";
import { Circumstances } from "./Circumstances";
import { afterGate, PERIANAL, rows, SHOWN_FIELDS, stated } from "./choices";
import styles from "./exam.module.css";
import { Indurations } from "./Indurations";
import { Mass } from "./Mass";
import { Nodules } from "./Nodules";
import { Size } from "./Size";
import { spotsOf } from "./spots";

export function Findings({ room, gate }: { room: ExamRoom; gate: Gate }) {
  const act = useAct("stateFindings");
  const known = room.findings?.findings;
  const draft = useDraft<StatedFindings>("exam", room.visitId, known ? stated(known) : afterGate(gate));
  const value = draft.value;
  const asked = useAsk("readFindings", { visitId: room.visitId, findings: useDeferredValue(value) });
  // While the next word is read, the last reading stays: nothing flickers under a gloved hand.
  const [reading, setReading] = useState<FindingsReading>();
  useEffect(() => {
    if (asked.value) setReading(asked.value);
  }, [asked.value]);
  const [more, setMore] = useState(false);
  const set = (part: Partial<StatedFindings>) => draft.set((before) => ({ ...before, ...part }));
  const beside = (field: string) => refusalOf(act.refusal, field);
  const unstated = rows.filter((row) => value[row.field] === null).map((row) => row.normally);
  if (value.perianal === null) unstated.push("nothing to see around the anus");
  const earlier = room.earlier?.findings;
  const lesions = value.nodules.length + (value.indurations ?? []).length > 0;
  const felt = value.seminalVesicles === "palpable" || value.seminalVesicles === "indurated";
  return (
    <div className={styles.findings}>
      <div className={styles.map}>
        <SectorMap
          label="Sectors of the gland"
          findings={spotsOf(value)}
          last={earlier ? spotsOf(earlier) : []}
          width={320}
        />
        {earlier && reading && reading.compared.length > 0 && (
          <ul className={styles.compared} aria-label="Since the examination before">
            {reading.compared.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <Nodules nodules={value.nodules} onChange={(nodules) => set({ nodules })} refusal={beside("nodules")} />
        <Indurations
          areas={value.indurations ?? []}
          onChange={(indurations) => set({ indurations })}
          refusal={beside("indurations")}
        />
        {lesions && !value.unstatedNormal && (
          <Button
            size="room"
            pressed={value.otherSectorsNormal}
            onPress={() => set({ otherSectorsNormal: !value.otherSectorsNormal })}
          >
            All other sectors normal
          </Button>
        )}
      </div>
      <div className={styles.fields}>
        <Size value={value} set={set} refusal={beside("sizeMl")} />
        <div className={styles.bundle}>
          <Button
            size="room"
            keys="n"
            pressed={value.unstatedNormal}
            onPress={() => set({ unstatedNormal: !value.unstatedNormal })}
          >
            All unstated findings normal
          </Button>
          <p>{unstated.join(", ") || "Everything is stated singly."}</p>
        </div>
        {gate.tenderness !== "none" && (
          <Choice
            label={`Tenderness (${gate.tenderness}) is on the patient's`}
            inline
            size="arm"
            value={value.tenderSide}
            options={[
              { value: "right", label: "Right" },
              { value: "left", label: "Left" },
              { value: "both", label: "Both" },
              { value: "midline", label: "Midline" },
            ]}
            onChange={(tenderSide) => set({ tenderSide })}
            refusal={beside("tenderSide")}
          />
        )}
        {rows.map((row) => (
          <Fragment key={row.field}>
            <Choice<string>
              label={row.label}
              inline
              size="arm"
              value={value[row.field]}
              options={row.options}
              hint={earlier && value[row.field] === null ? `last time: ${lastTime(earlier[row.field])}` : undefined}
              onChange={(word) => set({ [row.field]: word })}
              refusal={beside(row.field)}
            />
            {row.field === "seminalVesicles" && felt && (
              <Choice
                label="Felt on the patient's"
                inline
                size="arm"
                value={value.vesicleSide}
                options={[
                  { value: "right", label: "Right" },
                  { value: "left", label: "Left" },
                  { value: "both", label: "Both" },
                ]}
                onChange={(vesicleSide) => set({ vesicleSide })}
                refusal={beside("vesicleSide")}
              />
            )}
            {row.field === "rectalMass" && value.rectalMass === "present" && (
              <Mass value={value.mass} onChange={(mass) => set({ mass })} refusal={beside("mass")} />
            )}
          </Fragment>
        ))}
        <Cancer reading={reading} value={value} set={set} beside={beside} />
        <CheckGroup
          label="Around the anus"
          size="arm"
          tone="note"
          none="Normal"
          value={value.perianal}
          options={PERIANAL}
          onChange={(perianal) => set({ perianal })}
          refusal={beside("perianal")}
        />
        <NumberField
          label="Pain during the examination"
          unit="of 10"
          size="arm"
          optional
          value={value.painNrs}
          onChange={(painNrs) => set({ painNrs: painNrs === null ? null : Math.round(painNrs) })}
          refusal={beside("painNrs")}
        />
        <Button variant="quiet" keys="m" pressed={more} onPress={() => setMore(!more)}>
          Gloves, position, route and more
        </Button>
        {more && <Circumstances value={value} set={set} beside={beside} />}
        <TextField
          label="Remarks"
          size="arm"
          optional
          multiline
          value={value.remarks ?? ""}
          onChange={(remarks) => set({ remarks: remarks || null })}
          refusal={beside("remarks")}
        />
        <Refusal refusal={act.refusal} shownFields={SHOWN_FIELDS} />
        <Button
          size="room"
          variant={room.findings ? "plain" : "primary"}
          {...(room.findings ? {} : { keys: "mod+Enter" })}
          busy={act.busy}
          onPress={() => void act.run({ visitId: room.visitId, findings: value })}
        >
          {room.findings ? "State them again" : "Keep the findings"}
        </Button>
      </div>
    </div>
  );
}

/** A word of the last examination, as people say it. */
function lastTime(word: string): string {
  return word.replaceAll("-", " ");
}
