// The keys that answer on this screen, as they stand now.
import { Dialog, type Key, keyLabel, useKeyBoard } from "../parts";
import styles from "./KeysHelp.module.css";

/** The same key twice (a dialog over a page) is listed once, as it works: the last one. */
export function listed(keys: Key[]): Key[] {
  const last = new Map(keys.filter((key) => key.words !== "").map((key) => [key.keys, key]));
  return [...last.values()];
}

export function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const board = useKeyBoard();
  return (
    <Dialog title="Keys of this screen" isOpen={isOpen} onClose={onClose}>
      <dl className={styles.keys}>
        {isOpen &&
          listed(board()).map((key) => (
            <div key={key.keys} data-off={key.off || undefined}>
              <dt>{keyLabel(key.keys)}</dt>
              <dd>{key.words}</dd>
            </div>
          ))}
        <div>
          <dt>↑ ↓</dt>
          <dd>Move in a list; Enter opens</dd>
        </div>
        <div>
          <dt>scan</dt>
          <dd>A patient's number or a specimen, anywhere</dd>
        </div>
      </dl>
    </Dialog>
  );
}
