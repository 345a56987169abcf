// What is settled before the patient is given the screen: the text and its language, the examiner, who could be chaperone, capacity, and who else has a part.
import { useState } from "react";
import { Button, Choice, type RefusalWords, refusalOf } from "../../parts";
import type { ConsentRoom } from "../../practice";
import { CapacityFields } from "./CapacityFields";
import styles from "./consent.module.css";
import { LanguageFields } from "./LanguageFields";
import { MinorFields } from "./MinorFields";
import { Others } from "./Others";
import type { Gaps, Prepared } from "./prepared";

const NONE = "none";

export function Prepare({
  room,
  value,
  onChange,
  refusal,
  gaps,
}: {
  room: ConsentRoom;
  value: Prepared;
  onChange: (next: Prepared) => void;
  refusal: RefusalWords | null;
  gaps: Gaps;
}) {
  const [more, setMore] = useState(value.interpreter !== null || value.traineeName !== "" || value.witnessId !== null);
  const put = (change: Partial<Prepared>) => onChange({ ...value, ...change });
  const texts = room.texts.filter((one) => one.language === value.language);
  const text = texts.find((one) => one.id === value.textId);
  const examiners = room.colleagues.filter((one) => one.examines);
  const others = room.colleagues.filter((one) => one.staffId !== value.examinerId);
  return (
    <section className={styles.group} aria-labelledby="prepare">
      <h2 id="prepare">Before the patient reads</h2>
      <Choice
        stacked
        label="Text"
        value={value.textId}
        options={texts.map((one) => ({
          value: one.id,
          label: one.title,
          hint: `Version ${one.version}, ${one.minimumForm === "written" ? "signed or witnessed" : "in words"}`,
        }))}
        onChange={(textId) => put({ textId })}
        refusal={refusalOf(refusal, "textId")}
      />
      <LanguageFields value={value} onChange={put} gaps={gaps} />
      {text?.approval === "not-reviewed-by-a-translator" && (
        <p className={styles.mark}>
          This translation was not reviewed by a qualified translator. It can be read, but not signed, until whoever
          keeps the clinic marks it reviewed.
        </p>
      )}
      {text?.review && (
        <p className={styles.small}>
          Translation reviewed by {text.review.reviewer}, {text.review.qualification}.
        </p>
      )}
      {text?.approval === "awaiting-clinical-sign-off" && (
        <p className={styles.mark}>This text awaits clinical sign-off: not for clinical use.</p>
      )}
      <Choice
        stacked
        label="Who will examine"
        value={value.examinerId}
        options={examiners.map((one) => ({ value: one.staffId, label: one.name, hint: one.role }))}
        onChange={(examinerId) => put({ examinerId })}
        refusal={refusalOf(refusal, "examinerId")}
      />
      <Choice
        stacked
        label="Chaperone who could be present"
        value={value.chaperoneId ?? NONE}
        options={[
          ...others.map((one) => ({ value: one.staffId, label: one.name, hint: one.role })),
          { value: NONE, label: "Nobody chosen yet" },
        ]}
        onChange={(next) => put({ chaperoneId: next === NONE ? null : next, chaperoneTrained: null })}
      />
      {value.chaperoneId !== null && (
        <Choice
          inline
          label="Trained as a chaperone"
          value={value.chaperoneTrained === null ? null : value.chaperoneTrained ? "yes" : "no"}
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
          onChange={(next) => put({ chaperoneTrained: next === "yes" })}
          refusal={gaps.trained}
        />
      )}
      <Choice
        inline
        label="The examiner requires a chaperone"
        value={value.chaperoneRequired ? "yes" : "no"}
        options={[
          { value: "no", label: "No" },
          { value: "yes", label: "Yes" },
        ]}
        onChange={(next) => put({ chaperoneRequired: next === "yes" })}
      />
      <CapacityFields
        value={value.capacity}
        assessedBy={value.assessedBy ?? room.me}
        colleagues={room.colleagues}
        onChange={(capacity) => put({ capacity })}
        onAssessedBy={(assessedBy) => put({ assessedBy })}
        refusal={gaps.capacity}
      />
      {room.minor && <MinorFields room={room} value={value} put={put} gaps={gaps} />}
      {more || value.spoken !== null ? (
        <Others room={room} value={value} put={put} gaps={gaps} />
      ) : (
        <Button variant="quiet" onPress={() => setMore(true)}>
          Interpreter, trainee or witness
        </Button>
      )}
    </section>
  );
}
