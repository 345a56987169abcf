// An order as it was made: its files, what was added to it, and the end of the visit.
import { Button, dateAndClock, grouped, PageHead, Refusal, useGo, usePlace } from "../../parts";
import { type OrderView, useAct, useAsk } from "../../practice";
import styles from "./handoff.module.css";
import { Scans } from "./Scans";

export function Made({ order, visitId }: { order: OrderView; visitId: string }) {
  const { patientId, procedureId } = usePlace();
  const go = useGo();
  const close = useAct("closeVisit", { chart: true });
  const again = useAct("writeOrderAgain");
  const set = useAsk("collection", procedureId ?? "");
  const here = set.value?.visitStatus === "arrived" || set.value?.visitStatus === "in-room";
  const left = set.value?.glasses.some((glass) => glass.reason === "left") ?? false;
  const looked = (set.value?.massage ?? null) !== null && !left;
  const closeVisit = async () => {
    if ((await close.run(visitId)) !== undefined) go({ name: "today" });
  };
  const ids = { visitId, ...(patientId ? { patientId } : {}), ...(procedureId ? { procedureId } : {}) };
  const written = order.status === "written";
  return (
    <div className={styles.page}>
      <PageHead
        title={`Order ${grouped(order.groupNumber)}`}
        sub={
          written && order.writtenAt
            ? `In the laboratory’s folder since ${dateAndClock(order.writtenAt)}`
            : "Not in the folder"
        }
        {...(here
          ? {
              primary: {
                label: looked ? "Aftercare and leaving" : "Close the visit",
                keys: "mod+Enter",
                busy: close.busy,
                onPress: () => (looked ? go({ name: "aftercare", ...ids }) : void closeVisit()),
              },
            }
          : {})}
      >
        {patientId && <Button onPress={() => go({ name: "patient", patientId })}>To the chart</Button>}
      </PageHead>
      <Refusal refusal={close.refusal ?? again.refusal} />
      {!written && (
        <p className={styles.failure} role="alert">
          {order.failure ?? "It waits to be written."}{" "}
          <Button busy={again.busy} onPress={() => void again.run(procedureId ?? "")}>
            Write the order again
          </Button>
        </p>
      )}
      <dl className={styles.facts}>
        <dt>Requisition</dt>
        <dd>{order.requisitionFile}</dd>
        <dt>Message (HL7 OML^O21)</dt>
        <dd>{order.messageFile}</dd>
        <dt>Message number</dt>
        <dd>{order.controlId}</dd>
        <dt>Ordered</dt>
        <dd>
          {dateAndClock(order.orderedAt)}, {order.orderedBy}
        </dd>
        <dt>SHA-256</dt>
        <dd className={styles.hash}>{order.sha256}</dd>
      </dl>
      {order.changes.length > 0 && (
        <ul className={styles.changes} aria-label="What followed">
          {order.changes.map((change) => (
            <li key={change.changeId}>
              {CHANGES[change.kind]}: {change.reason} · {dateAndClock(change.at)}, {change.by} · {change.messageFile}
            </li>
          ))}
        </ul>
      )}
      <Scans procedureId={procedureId ?? ""} />
      <p className={styles.small}>Written is not received: the laboratory’s answer is what says that.</p>
    </div>
  );
}

const CHANGES: Record<OrderView["changes"][number]["kind"], string> = {
  cancel: "Cancelled",
  change: "Changed",
  add: "Added",
};
