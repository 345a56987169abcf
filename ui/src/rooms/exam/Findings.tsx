// The findings: size, the map with its nodules, and the rest; “all unstated findings normal” is one explicit act that lists what it states.
import { Button, Choice, NumberField, Refusal, refusalOf, SectorMap, TextField } from "../../parts";
import { type ExamRoom, type Gate, type StatedFindings, useAct, useDraft } from "../../practice";
import { OPEN_FINDINGS, rows, stated } from "./choices";
import styles from "./exam.module.css";
import { Nodules } from "./Nodules";

export function Findings({ room, gate }: { room: ExamRoom; gate: Gate }) {
  const act = useAct("stateFindings");
  const known = room.findings?.findings;
  const draft = useDraft<StatedFindings>("exam", room.visitId, known ? stated(known) : OPEN_FINDINGS);
  const value = draft.value;
  const set = (part: Partial<StatedFindings>) => draft.set((before) => ({ ...before, ...part }));
  const beside = (field: string) => refusalOf(act.refusal, field);
  const unstated = rows.filter((row) => value[row.field] === null);
  const last = room.earlier?.findings.nodules ?? [];
  const spots = (nodules: StatedFindings["nodules"]) =>
    nodules.map((nodule, at) => ({ ...nodule, id: `${at}`, kind: "nodule" as const }));
  return (
    <div className={styles.findings}>
      <div className={styles.map}>
        <SectorMap label="Sectors of the gland" findings={spots(value.nodules)} last={spots(last)} width={320} />
        <Nodules nodules={value.nodules} onChange={(nodules) => set({ nodules })} refusal={beside("nodules")} />
        {value.nodules.length > 0 && !value.unstatedNormal && (
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
        <NumberField
          label="Size as felt"
          unit="mL"
          size="arm"
          value={value.sizeMl}
          onChange={(sizeMl) => set({ sizeMl: sizeMl === null ? null : Math.round(sizeMl) })}
          hint="Estimate by finger, 5 to 300; it underestimates large glands."
          refusal={beside("sizeMl")}
        />
        <div className={styles.bundle}>
          <Button
            size="room"
            keys="n"
            pressed={value.unstatedNormal}
            onPress={() => set({ unstatedNormal: !value.unstatedNormal })}
          >
            All unstated findings normal
          </Button>
          <p>{unstated.map((row) => row.normally).join(", ") || "Everything is stated singly."}</p>
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
          <Choice<string>
            key={row.field}
            label={row.label}
            inline
            size="arm"
            value={value[row.field]}
            options={row.options}
            onChange={(word) => set({ [row.field]: word })}
            refusal={beside(row.field)}
          />
        ))}
        <NumberField
          label="Pain during the examination"
          unit="of 10"
          size="arm"
          optional
          value={value.painNrs}
          onChange={(painNrs) => set({ painNrs: painNrs === null ? null : Math.round(painNrs) })}
          refusal={beside("painNrs")}
        />
        <TextField
          label="Remarks"
          size="arm"
          optional
          multiline
          value={value.remarks ?? ""}
          onChange={(remarks) => set({ remarks: remarks || null })}
          refusal={beside("remarks")}
        />
        <Refusal
          refusal={act.refusal}
          shownFields={["sizeMl", "nodules", "tenderSide", "painNrs", "remarks", ...rows.map((row) => row.field)]}
        />
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
