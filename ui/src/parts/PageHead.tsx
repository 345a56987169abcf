// The head of a screen: what this is, and the one primary act, always at the same place and named for the act.
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./Button";
import styles from "./PageHead.module.css";
import { Saved } from "./Saved";

export type PageHeadProps = {
  title: string;
  /** A line beneath: the date, the count, the state. */
  sub?: ReactNode;
  /** The one thing to do now. */
  primary?: Omit<ButtonProps, "variant" | "children"> & { label: string };
  /** Lesser acts, left of the primary one. */
  children?: ReactNode;
  /** When the draft was last kept. */
  savedAt?: string | null;
};

export function PageHead({ title, sub, primary, children, savedAt }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1>{title}</h1>
        {sub !== undefined && <div className={styles.sub}>{sub}</div>}
      </div>
      <div className={styles.acts}>
        {savedAt !== undefined && <Saved at={savedAt} />}
        {children}
        {primary && (
          <Button {...primary} variant="primary">
            {primary.label}
          </Button>
        )}
      </div>
    </header>
  );
}
