// The fields a note came from, section by section, so that a wrong sentence leads to the entry that made it.
import type { Section } from "../../practice";
import styles from "./note.module.css";

export function Fields({ sections }: { sections: Section[] }) {
  return (
    <section className={styles.group} aria-labelledby="fields">
      <h2 id="fields">Recorded</h2>
      {sections
        .filter((section) => section.fields.length > 0)
        .map((section) => (
          <div key={section.kind} className={styles.fields}>
            <h3>{section.title}</h3>
            <dl>
              {section.fields.map((field, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the fields of a written note never change places.
                <div key={index}>
                  <dt>{field.label}</dt>
                  <dd>{field.value}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
    </section>
  );
}
