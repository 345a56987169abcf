// Short words that something happened elsewhere, or that something heard cannot be used. They leave by themselves; refusals stay until dismissed, or until the screen is about somebody else.
import { CircleCheck, OctagonX, X } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { Button } from "./Button";
import styles from "./notify.module.css";

type Notice = { id: number; kind: "done" | "refused"; words: string };
export type Notify = (kind: Notice["kind"], words: string) => void;

const NotifyContext = createContext<Notify>(() => {});
const HushContext = createContext<(hushed: boolean) => void>(() => {});
const ForgetContext = createContext<() => void>(() => {});

/** How long good news stays. */
const STAYS_MS = 6000;

export function NotifyProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<Notice[]>([]);
  const [hushed, setHushed] = useState(false);
  const leave = useCallback((id: number) => setNotices((all) => all.filter((one) => one.id !== id)), []);
  const forget = useCallback(() => setNotices((all) => all.filter((one) => one.kind !== "refused")), []);
  const notify = useMemo<Notify>(() => {
    let next = 1;
    // The newest of each kind replaces the last: a row of them would take the screen from the work.
    return (kind, words) =>
      setNotices((all) => [...all.filter((one) => one.kind !== kind), { id: next++, kind, words }]);
  }, []);
  return (
    <NotifyContext value={notify}>
      <div className={styles.window}>
        <div className={styles.above}>
          <HushContext value={setHushed}>
            <ForgetContext value={forget}>{children}</ForgetContext>
          </HushContext>
        </div>
        {!hushed && (
          <section className={styles.stack} aria-label="Notifications">
            {notices.map((notice) => (
              <One key={notice.id} notice={notice} onLeave={leave} />
            ))}
          </section>
        )}
      </div>
    </NotifyContext>
  );
}

function One({ notice, onLeave }: { notice: Notice; onLeave: (id: number) => void }) {
  useEffect(() => {
    if (notice.kind === "refused") return;
    const leaving = setTimeout(() => onLeave(notice.id), STAYS_MS);
    return () => clearTimeout(leaving);
  }, [notice, onLeave]);
  const Icon = notice.kind === "done" ? CircleCheck : OctagonX;
  return (
    <div className={styles.notice} data-kind={notice.kind} role={notice.kind === "done" ? "status" : "alert"}>
      <Icon aria-hidden size={18} />
      <p>{notice.words}</p>
      <Button variant="quiet" icon={X} words="Dismiss" onPress={() => onLeave(notice.id)} />
    </div>
  );
}

/** `notify("done", "Exported 212 procedures")`. */
export function useNotify(): Notify {
  return useContext(NotifyContext);
}

/** While the patient reads, nothing else speaks; what was said meanwhile stands afterwards. */
export function useHush(hushed: boolean): void {
  const hush = useContext(HushContext);
  useEffect(() => {
    hush(hushed);
    return () => hush(false);
  }, [hush, hushed]);
}

/** A refusal speaks of the screen it was met on: with another patient, or another person at the station, it is gone. */
export function useForgetRefusals(subject: string): void {
  const forget = useContext(ForgetContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject, other words.
  useEffect(() => forget, [forget, subject]);
}
