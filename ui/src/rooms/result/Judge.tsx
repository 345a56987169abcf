// The urologist's word on a suggestion. Nobody else has one, and nothing counts as agreement by itself.
import { useState } from "react";
import { Button, Choice, clock, Dialog, Refusal, refusalOf, shortDate, TextField } from "../../parts";
import { type Category, type ResultVersion, type StoredOpinion, type Suggestion, useAct } from "../../practice";
import styles from "./result.module.css";
import { CATEGORIES, categoryWords } from "./words";

type JudgeProps = { version: ResultVersion; suggestion: Suggestion; may: boolean };

export function Judge({ version, suggestion, may }: JudgeProps) {
  const judge = useAct("judgeResult");
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [instead, setInstead] = useState<Category | null>(null);
  const { resultId, opinions } = version;
  const last = opinions.at(-1);
  const disagree = async () => {
    if (await judge.run({ resultId, opinion: { kind: "disagrees", reason, instead } })) setOpen(false);
  };
  const others = CATEGORIES.filter((one) => one.value !== suggestion.category);
  return (
    <section aria-labelledby="opinion">
      <h2 id="opinion">The urologist</h2>
      {opinions.length === 0 && <p>{may ? "Agree or disagree." : "The urologist has not looked at it yet."}</p>}
      <ul className={styles.opinions}>
        {opinions.map((one) => (
          <li key={one.at} data-counts={one === last || undefined}>
            {words(one)}
          </li>
        ))}
      </ul>
      {!open && <Refusal refusal={judge.refusal} />}
      {may && (
        <div className={styles.acts}>
          {last?.opinion.kind !== "agrees" && (
            <Button
              keys="a"
              busy={judge.busy}
              onPress={() => void judge.run({ resultId, opinion: { kind: "agrees" } })}
            >
              Agree
            </Button>
          )}
          <Button keys="d" onPress={() => setOpen(true)}>
            Disagree
          </Button>
        </div>
      )}
      <Dialog
        isOpen={open}
        onClose={() => setOpen(false)}
        title="Disagree with the suggestion"
        actions={
          <>
            <Button variant="primary" busy={judge.busy} onPress={() => void disagree()}>
              Record that I disagree
            </Button>
            <Button variant="quiet" onPress={() => setOpen(false)}>
              Leave it
            </Button>
          </>
        }
      >
        <p>{suggestion.suggestion}</p>
        <TextField
          label="Why"
          multiline
          autoFocus
          value={reason}
          onChange={setReason}
          refusal={refusalOf(judge.refusal, "reason")}
        />
        <Choice
          label="What it is instead"
          optional
          dense
          value={instead}
          options={others}
          onChange={setInstead}
          refusal={refusalOf(judge.refusal, "instead")}
        />
        {judge.refusal?.fields.length === 0 && <Refusal refusal={judge.refusal} />}
      </Dialog>
    </section>
  );
}

function words({ opinion, by, at }: StoredOpinion): string {
  const who = `${by}, ${shortDate(at.slice(0, 10))} ${clock(at)}`;
  if (opinion.kind === "agrees") return `Agrees: ${who}`;
  const instead = opinion.instead ? `, rather ${categoryWords(opinion.instead)}` : "";
  return `Disagrees${instead}: ${opinion.reason} (${who})`;
}
