// The answers as they stand on the sheet, list by list: what is ticked was so, and “none of these” is said. A list without a word stays open.
import { Button, CheckGroup } from "../../parts";
import type { Group } from "../../practice";
import type { PartProps } from "./Afterwards";
import styles from "./afterwards.module.css";
import { askable } from "./sheet";
import { TimeField } from "./TimeField";

const TITLES: Partial<Record<Group, string>> = {
  symptoms: "Symptoms, new or worse",
  infection: "Infection",
  urinary: "Passing urine",
  anorectal: "Anus and rectum",
  bleeding: "Bleeding",
  procedures: "Cancer and procedures",
  tolerance: "Nerves, heart and posture",
  allergy: "Allergy",
  dignity: "Dignity",
  sample: "What spoils a sample",
};

export function Answers({ room, sheet, onChange, beside }: PartProps) {
  const { answers } = sheet;
  const items = askable(room);
  const groups = [...new Set(items.map((item) => item.group))];
  if (items.length === 0) return null;
  const set = (part: Partial<typeof answers>) => onChange({ answers: { ...answers, ...part } });
  const symptoms = items.filter((item) => item.group === "symptoms");
  const said = (group: Group, present: string[] | null) => set({ present: { ...answers.present, [group]: present } });
  // What is refused of a list stands beneath it.
  const refused = (group: Group) =>
    items
      .filter((item) => item.group === group)
      .map((item) => beside(`answers.${item.id}`))
      .find((words) => words !== undefined);
  return (
    <section className={styles.part} aria-labelledby="answers-then">
      <h2 id="answers-then">Answers</h2>
      <div className={styles.line}>
        <TimeField
          label="Asked at"
          value={answers.time}
          onChange={(time) => set({ time })}
          refusal={beside("answers.time")}
        />
        {answers.time !== "" && (
          <Button
            onPress={() =>
              set({ present: Object.fromEntries(groups.map((group) => [group, answers.present[group] ?? []])) })
            }
          >
            None of these in every open list
          </Button>
        )}
      </div>
      {answers.time !== "" && (
        <div className={styles.lists}>
          {groups.map((group) => (
            <CheckGroup
              key={group}
              label={TITLES[group] ?? group}
              tone="note"
              value={answers.present[group] ?? null}
              options={items
                .filter((item) => item.group === group)
                .map((item) => ({ value: item.id, label: item.question }))}
              onChange={(present) => said(group, present)}
              refusal={refused(group)}
            />
          ))}
          {symptoms.length > 0 && (
            <CheckGroup
              label="Symptoms, usual for this patient"
              optional
              none={null}
              value={answers.usual}
              options={symptoms.map((item) => ({ value: item.id, label: item.question }))}
              onChange={(usual) => set({ usual: usual ?? [] })}
            />
          )}
        </div>
      )}
    </section>
  );
}
