// What the procedure room says: reasons as people say them, and the step as it is read from two metres.

import { glassCode, placeOf, reasonsForGlass, stopReasonWords } from "../../parts";
import type {
  Appearance,
  CollectionGlass,
  CollectionView,
  NotObtainedReason,
  ReprintReason,
  StopReason,
} from "../../practice";

const REASONS: StopReason[] = [
  "patient-asked",
  "pain",
  "bleeding",
  "gland-not-reached",
  "faintness",
  "systolic-rise",
  "tender",
  "equipment",
  "other",
];

export const STOP_REASONS = Object.fromEntries(REASONS.map((reason) => [reason, stopReasonWords(reason)])) as Record<
  StopReason,
  string
>;

export const REPRINTS: Record<ReprintReason, string> = {
  damaged: "Damaged or unreadable",
  lost: "Lost, or never came out",
  misapplied: "On the wrong tube",
  corrected: "Something put right",
};

export const LOOKS: Record<Appearance, string> = {
  clear: "Clear",
  cloudy: "Cloudy",
  milky: "Milky",
  yellow: "Yellow",
  "blood-streaked": "Blood-streaked",
  purulent: "Purulent",
};

/** How this glass can look; milky is said of secretion alone. */
export function looksOf(role: string): Appearance[] {
  return (Object.keys(LOOKS) as Appearance[]).filter((look) => look !== "milky" || role === "eps");
}

/** The reasons that can be this glass's; a stop for safety is the rules' own word. */
export function reasonsFor(role: string): NotObtainedReason[] {
  return reasonsForGlass(role) as NotObtainedReason[];
}

/** The glasses still awaited, in order. */
export function awaited(view: CollectionView): CollectionGlass[] {
  return view.glasses.filter((glass) => glass.status === "planned");
}

/** The glasses still awaited before the massage. */
export function before(view: CollectionView): CollectionGlass[] {
  return awaited(view).filter((glass) => placeOf(glass.role) === "before");
}

/** The code of the urine still awaited after the massage, if one is. */
export function urineAfter(view: CollectionView): string | null {
  const glass = awaited(view).find((one) => placeOf(one.role) === "after");
  return glass ? glassCode(glass.role) : null;
}

/** Whether the rules let the massage begin. */
export function isCleared(view: CollectionView): boolean {
  return view.clearance.word === "clear" || view.clearance.word === "proceed-with-notes";
}

/** What to do now, in a few words. */
export function stepWords(view: CollectionView): string {
  if (view.interruption) return "What happened?";
  const after = urineAfter(view);
  switch (view.step) {
    case "first-urines":
      return `Receive ${before(view)
        .map((glass) => glassCode(glass.role))
        .join(" and ")}`;
    case "gate":
    case "massage":
      if (isCleared(view)) return view.act === "pdu" ? "Three strokes on either side" : "Massage";
      if (view.clearance.word !== "blocked") return "Examine first";
      return view.act === "pdu" ? "No strokes" : "No massage";
    case "massaging":
      return view.act === "pdu" ? "Count the strokes" : "Massage running";
    case "secretion":
    case "urine-after":
      return after ? `${after} now` : "What did the massage bring?";
    case "finish":
      return "Every glass has its end";
    case "finished":
      return view.openLabels > 0 ? "Verify the labels" : "Collected";
  }
}
