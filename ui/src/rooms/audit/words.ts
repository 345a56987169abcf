// The trail's codes as people read them. A code that is not known here is shown as it is.
import type { TrailRow } from "../../practice";

/** `patient.register` as `patient: register`; dashes become spaces. */
export function actionWords(action: string): string {
  const [noun, ...verb] = action.split(".");
  const said = verb.join(" ").replaceAll("-", " ");
  return said === "" ? (noun ?? action).replaceAll("-", " ") : `${(noun ?? "").replaceAll("-", " ")}: ${said}`;
}

/** `visit/0198…` as the noun with the end of the id, which is the part that differs, and whose record it is in. */
export function objectWords(row: TrailRow): string {
  const [noun, id] = row.object.split("/");
  const whose = row.patient && noun !== "patient" ? `, patient ${end(row.patient)}` : "";
  // Everything begins as version 1; only what was changed is worth the words.
  const version = row.newVersion !== null && row.newVersion > 1 ? `, version ${row.newVersion}` : "";
  return `${noun}${id ? ` ${end(id)}` : ""}${version}${whose}`;
}

function end(id: string): string {
  return `…${id.slice(-6)}`;
}
