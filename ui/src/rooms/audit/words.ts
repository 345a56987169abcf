// The trail's codes as people read them. A code that is not known here is shown as it is.
import type { TrailRow } from "../../practice";

/** `patient.register` as `patient: register`; dashes become spaces. */
export function actionWords(action: string): string {
  const [noun, ...verb] = action.split(".");
  const said = verb.join(" ").replaceAll("-", " ");
  return said === "" ? (noun ?? action).replaceAll("-", " ") : `${(noun ?? "").replaceAll("-", " ")}: ${said}`;
}

/** `visit/0198…` as the noun with the end of the id, which is the part that differs. */
export function objectWords(row: TrailRow): string {
  const [noun, id] = row.object.split("/");
  const short = id ? ` …${id.slice(-6)}` : "";
  const version = row.newVersion === null ? "" : `, version ${row.newVersion}`;
  return `${noun}${short}${version}`;
}
