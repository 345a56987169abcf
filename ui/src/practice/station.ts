// Who is signed on at which clinic, as every screen needs it.
import type { ClinicView, Role, StationView, WhoView } from "./bindings";
import { useAsk } from "./hatch";

/** The station's state, asked again after every act and every few seconds by the door. */
export function useStation(): StationView | undefined {
  return useAsk("stationState").value;
}

const NOBODY: WhoView = { staffId: "", name: "", roles: [] };
const NOWHERE: ClinicView = {
  name: "",
  zone: "UTC",
  siteLetter: "U",
  temperatureUnit: "degC",
  singleHanded: false,
  fictional: false,
};

/** The person signed on. Rooms only stand while somebody is. */
export function useWho(): WhoView {
  const station = useStation();
  return station?.state === "open" ? station.who : NOBODY;
}

/** The clinic. */
export function useClinic(): ClinicView {
  const station = useStation();
  return station?.state === "open" ? station.clinic : NOWHERE;
}

/** The clinic's day, `2026-11-22`. */
export function useToday(): string {
  const station = useStation();
  return station?.state === "open" ? station.today : "";
}

/** Screens hide what a person may not do; only the practice refuses. */
export function mayOpenCharts(roles: Role[]): boolean {
  return roles.includes("urologist") || roles.includes("nurse");
}

/** Staff, settings, audit. */
export function mayKeepClinic(roles: Role[]): boolean {
  return roles.includes("administrator");
}

/** Rules, thresholds, texts and kits; a nurse may too, but has no use for them on the rail. */
export function mayReadContent(roles: Role[]): boolean {
  return roles.includes("urologist") || roles.includes("administrator");
}

/** Figures of other examiners. */
export function maySeeConduct(roles: Role[]): boolean {
  return roles.includes("urologist") || roles.includes("administrator");
}

/** Tables for somebody outside. */
export function mayExport(roles: Role[]): boolean {
  return roles.includes("urologist") || roles.includes("administrator");
}
