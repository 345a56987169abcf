// The register of places: which room stands where, who sees it on the rail, and how it is framed. A new room is one line here and one in parts/place.tsx.

import type { LucideIcon } from "lucide-react";
import {
  BookOpenCheck,
  CalendarDays,
  ChartColumn,
  FileDown,
  Languages,
  PackageCheck,
  PhoneCall,
  ScrollText,
  Search,
  SlidersHorizontal,
  TriangleAlert,
  Users,
} from "lucide-react";
import type { ComponentType } from "react";
import type { PlaceName } from "../parts";
import { mayExport, mayKeepClinic, mayOpenCharts, mayReadContent, maySeeConduct, type Role } from "../practice";
import { AdverseEvents } from "../rooms/adverse-event/AdverseEvents";
import { Aftercare } from "../rooms/aftercare/Aftercare";
import { Afterwards } from "../rooms/afterwards/Afterwards";
import { Audit } from "../rooms/audit/Audit";
import { CheckIn } from "../rooms/check-in/CheckIn";
import { Collection } from "../rooms/collection/Collection";
import { Consent } from "../rooms/consent/Consent";
import { Reading } from "../rooms/consent/Reading";
import { Content } from "../rooms/content/Content";
import { Critical } from "../rooms/critical/Critical";
import { Downtime } from "../rooms/downtime/Downtime";
import { Exam } from "../rooms/exam/Exam";
import { Exports } from "../rooms/exports/Exports";
import { Figures } from "../rooms/figures/Figures";
import { Call } from "../rooms/follow-up/Call";
import { FollowUp } from "../rooms/follow-up/FollowUp";
import { Further } from "../rooms/further/Further";
import { Handoff } from "../rooms/handoff/Handoff";
import { Order } from "../rooms/handoff/Order";
import { Incidents } from "../rooms/incident/Incidents";
import { Laboratory } from "../rooms/laboratory/Laboratory";
import { Merge } from "../rooms/merge/Merge";
import { Note } from "../rooms/note/Note";
import { BookVisit } from "../rooms/patient/BookVisit";
import { Find } from "../rooms/patient/Find";
import { Patient } from "../rooms/patient/Patient";
import { Register } from "../rooms/patient/Register";
import { Questionnaires } from "../rooms/questionnaire/Questionnaires";
import { Result } from "../rooms/result/Result";
import { Settings } from "../rooms/settings/Settings";
import { Specimen } from "../rooms/specimen/Specimen";
import { Staff } from "../rooms/staff/Staff";
import { Stop } from "../rooms/stop/Stop";
import { Texts } from "../rooms/texts/Texts";
import { TimeOut } from "../rooms/time-out/TimeOut";
import { Today } from "../rooms/today/Today";
import { Visit } from "../rooms/visit/Visit";
import { WrongPatient } from "../rooms/wrong-patient/WrongPatient";

export type PlaceEntry = {
  name: PlaceName;
  title: string;
  room: ComponentType;
  /** On the left rail, with the key that leads there. */
  rail?: { icon: LucideIcon; keys: string };
  /** Who may go there; everybody when absent. */
  may?: (roles: Role[]) => boolean;
  /** `desk` scrolls in a padded page; `room` is worked in gloves, with the large band; `bare` has no frame, and scans, keys and rail are inert. */
  frame?: "desk" | "room" | "bare";
};

export const PLACES: PlaceEntry[] = [
  { name: "today", title: "Today", room: Today, rail: { icon: CalendarDays, keys: "g t" }, may: mayOpenCharts },
  { name: "find", title: "Find", room: Find, rail: { icon: Search, keys: "g f" }, may: mayOpenCharts },
  { name: "handoff", title: "Handoff", room: Handoff, rail: { icon: PackageCheck, keys: "g h" }, may: mayOpenCharts },
  { name: "follow-up", title: "Follow-up", room: FollowUp, rail: { icon: PhoneCall, keys: "g u" }, may: mayOpenCharts },
  { name: "register", title: "Register a patient", room: Register, may: mayOpenCharts },
  { name: "patient", title: "Patient", room: Patient, may: mayOpenCharts },
  { name: "book", title: "Book a visit", room: BookVisit, may: mayOpenCharts },
  { name: "visit", title: "Visit", room: Visit, may: mayOpenCharts },
  { name: "afterwards", title: "Record afterwards", room: Afterwards, may: mayOpenCharts },
  { name: "downtime", title: "Downtime packs", room: Downtime, may: mayOpenCharts },
  { name: "check-in", title: "Check-in", room: CheckIn, may: mayOpenCharts },
  { name: "consent", title: "Consent", room: Consent, may: mayOpenCharts },
  { name: "reading", title: "Reading", room: Reading, may: mayOpenCharts, frame: "bare" },
  { name: "time-out", title: "Time-out", room: TimeOut, may: mayOpenCharts, frame: "room" },
  { name: "exam", title: "Examination", room: Exam, may: mayOpenCharts, frame: "room" },
  { name: "stop", title: "Stop", room: Stop, may: mayOpenCharts, frame: "room" },
  { name: "collection", title: "Collection", room: Collection, may: mayOpenCharts, frame: "room" },
  { name: "further", title: "Beside the glasses", room: Further, may: mayOpenCharts },
  { name: "aftercare", title: "Aftercare", room: Aftercare, may: mayOpenCharts },
  { name: "call", title: "Call", room: Call, may: mayOpenCharts },
  { name: "adverse-event", title: "Adverse events", room: AdverseEvents, may: mayOpenCharts },
  { name: "specimen", title: "Specimen", room: Specimen, may: mayOpenCharts },
  { name: "order", title: "Order", room: Order, may: mayOpenCharts },
  { name: "note", title: "Note", room: Note, may: mayOpenCharts },
  { name: "result", title: "Results", room: Result, may: mayOpenCharts },
  { name: "critical", title: "Critical results", room: Critical, may: mayOpenCharts },
  { name: "questionnaires", title: "Questionnaires", room: Questionnaires, may: mayOpenCharts },
  { name: "merge", title: "Merge two charts", room: Merge, may: mayOpenCharts },
  { name: "wrong-patient", title: "Wrong patient", room: WrongPatient, may: mayOpenCharts },
  { name: "staff", title: "Practice", room: Staff, rail: { icon: Users, keys: "g p" }, may: mayKeepClinic },
  { name: "incidents", title: "Incidents", room: Incidents, rail: { icon: TriangleAlert, keys: "g n" } },
  { name: "content", title: "Content", room: Content, rail: { icon: BookOpenCheck, keys: "g c" }, may: mayReadContent },
  { name: "figures", title: "Figures", room: Figures, rail: { icon: ChartColumn, keys: "g i" }, may: maySeeConduct },
  {
    name: "texts",
    title: "Consent texts",
    room: Texts,
    rail: { icon: Languages, keys: "g l" },
    may: mayKeepClinic,
  },
  { name: "laboratory", title: "The laboratory’s own values", room: Laboratory, may: mayKeepClinic },
  { name: "export", title: "Exports", room: Exports, rail: { icon: FileDown, keys: "g x" }, may: mayExport },
  { name: "audit", title: "Audit", room: Audit, rail: { icon: ScrollText, keys: "g a" }, may: mayKeepClinic },
  {
    name: "settings",
    title: "Settings",
    room: Settings,
    rail: { icon: SlidersHorizontal, keys: "g s" },
    may: mayKeepClinic,
  },
];

/** The entry of a place; Today for a name nobody registered. */
export function entryOf(name: PlaceName): PlaceEntry | undefined {
  return PLACES.find((entry) => entry.name === name);
}

/** Where this person begins. */
export function homeOf(roles: Role[]): PlaceName {
  return PLACES.find((entry) => entry.rail && (entry.may?.(roles) ?? true))?.name ?? "today";
}
