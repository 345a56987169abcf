// Where in the house we are: a place has a name and what it is about. Rooms move by `useGo`; the shell knows which room belongs to which name.
import { createContext, type ReactNode, useContext } from "react";

/** One line per place; its room stands in app/places.ts. */
export type PlaceName =
  | "today"
  | "find"
  | "register"
  | "patient"
  | "book"
  | "visit"
  | "afterwards"
  | "downtime"
  | "staff"
  | "settings"
  | "laboratory"
  | "texts"
  | "check-in"
  | "consent"
  | "reading"
  | "time-out"
  | "exam"
  | "collection"
  | "further"
  | "stop"
  | "specimen"
  | "order"
  | "handoff"
  | "note"
  | "result"
  | "critical"
  | "questionnaires"
  | "aftercare"
  | "follow-up"
  | "call"
  | "adverse-event"
  | "figures"
  | "incidents"
  | "content"
  | "export"
  | "audit"
  | "merge"
  | "wrong-patient";

export type Place = {
  name: PlaceName;
  patientId?: string;
  visitId?: string;
  procedureId?: string;
  specimenId?: string;
};

type Walk = { place: Place; go: (place: Place) => void; back: () => void };

const PlaceContext = createContext<Walk>({ place: { name: "today" }, go: () => {}, back: () => {} });

export function PlaceProvider({ walk, children }: { walk: Walk; children: ReactNode }) {
  return <PlaceContext value={walk}>{children}</PlaceContext>;
}

/** The place this screen stands for. */
export function usePlace(): Place {
  return useContext(PlaceContext).place;
}

/** Goes to another place. */
export function useGo(): (place: Place) => void {
  return useContext(PlaceContext).go;
}

/** Goes where we came from. */
export function useBack(): () => void {
  return useContext(PlaceContext).back;
}
