// A yes that has a day, hours or words beside it. Yes opens the fields; it counts once they are kept, or said not to be known.
import { Button, Choice, TextField } from "../../parts";
import type { Said } from "../../practice";
import styles from "./check-in.module.css";
import { hintOf, inWords, optionsOf, type QuestionProps } from "./Question";
import { eventDateWords, readEventDate, typedBefore } from "./typing";

export function WhenAndWhat({
  item,
  typed,
  onType,
  onAnswer,
  onTakeBack,
  refusal,
  said,
}: QuestionProps & { said: Said | null }) {
  const yes = said === "yes" || said === "yes-mitigated";
  const open = typed !== null || yes;
  const when = item.kind === "date" || item.kind === "hours";
  const now = typed ?? typedBefore(item);
  const { text = "", detail = "" } = now;
  const day = item.kind === "date" ? readEventDate(text) : null;
  const unknown = when && text.trim() === "";
  const word: Said = said === "yes-mitigated" ? "yes-mitigated" : "yes";
  const give = () =>
    onAnswer({
      ...inWords(item, word),
      ...(unknown || !when ? {} : { said: null, value: day ?? text }),
      detail: detail.trim() || null,
    });
  const say = (next: Said) => {
    // What needs a day waits for it, and the “no” before it no longer stands; what only may have words stands at once.
    if (next === "yes" && when) {
      if (said === "no") onTakeBack(inWords(item, "not-known"));
      onType(typed ?? {});
    } else
      onAnswer({
        ...inWords(item, next),
        detail: next === "yes" || next === "yes-mitigated" ? detail.trim() || null : null,
      });
  };
  const kept = typed === null && yes;
  const keep = kept ? "Kept" : unknown ? "Not known when" : "Keep";
  return (
    <div className={styles.whenAndWhat}>
      <Choice
        label={item.question}
        inline
        dense
        value={typed !== null && when ? "yes" : said}
        options={optionsOf(item)}
        onChange={say}
        hint={typed !== null && when ? "Counts once it is kept." : hintOf(item, said)}
        refusal={open && when ? undefined : refusal}
      />
      {open && (
        <fieldset className={styles.beside} aria-label={item.question}>
          {when && (
            <TextField
              label={item.field ?? ""}
              inputMode={item.kind === "hours" ? "decimal" : "numeric"}
              placeholder={item.kind === "hours" ? "hours" : "day month year, or only the year"}
              value={text}
              unit={item.kind === "hours" ? "h" : day ? eventDateWords(day) : undefined}
              onChange={(next) => onType({ ...now, text: next })}
              onEnter={give}
              refusal={refusal}
            />
          )}
          {item.detail && (
            <TextField
              label={item.detail}
              optional
              value={detail}
              onChange={(next) => onType({ ...now, detail: next })}
              onEnter={give}
              refusal={when ? undefined : refusal}
            />
          )}
          <Button isDisabled={kept} words={`${keep}: ${item.question.toLowerCase()}`} onPress={give}>
            {keep}
          </Button>
        </fieldset>
      )}
    </div>
  );
}
