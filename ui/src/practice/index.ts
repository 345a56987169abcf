// The only hatch to the practice. Rooms ask and act through these and nothing else.

export * from "./bindings";
export { type Draft, useDraft } from "./draft";
export { OPEN_FINDINGS } from "./findings";
export { type Hatch, HatchProvider, refusalFrom, useAct, useAsk, useAskWhen, useHatch } from "./hatch";
export { type SecretAsked, useSecret } from "./secret";
export {
  mayExport,
  mayKeepClinic,
  mayOpenCharts,
  mayReadContent,
  maySeeConduct,
  useClinic,
  useStation,
  useToday,
  useWho,
} from "./station";
