// A paper as it will print, page under page. Papers stay white in both themes: they are paper.
import styles from "./Paper.module.css";

export type PaperProps = {
  label: string;
  /** The pages as drawn, SVG text each. */
  pages: string[];
};

/** The pages are shown as pictures, so nothing inside them can run. */
export function Paper({ label, pages }: PaperProps) {
  return (
    <section className={styles.stack} aria-label={label}>
      {pages.map((page, index) => (
        <img
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
          key={index}
          className={styles.page}
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(page)}`}
          alt={`${label}, page ${index + 1} of ${pages.length}`}
        />
      ))}
    </section>
  );
}
