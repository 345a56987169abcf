// The commands of the practice and their types. Written by hand until the generated file takes its place.
import { invoke } from "@tauri-apps/api/core";

export type Role = "urologist" | "nurse" | "administrator";
export type LaboratorySex = "male" | "female" | "other" | "unknown";
export type YesNoUnknown = "yes" | "no" | "unknown";
export type ProcedureKind = "dre" | "eps" | "four-glass" | "two-glass" | "post-dre-urine";
export type TemperatureUnit = "degC" | "degF";
export type VisitStatus = "booked" | "arrived" | "in-room" | "done" | "left-early" | "no-show" | "cancelled";
export type NextAct =
  | "arrive"
  | "check-in"
  | "consent"
  | "time-out"
  | "exam"
  | "collection"
  | "verify-labels"
  | "close"
  | "order"
  | "sign"
  | "nothing";

export type FieldRefusal = { field: string; message: string };
export type Refusal = { code: string; message: string; fields: FieldRefusal[]; incident: string | null };

export type ClinicView = {
  name: string;
  zone: string;
  siteLetter: string;
  temperatureUnit: TemperatureUnit;
  singleHanded: boolean;
  fictional: boolean;
};
export type WhoView = { staffId: string; name: string; roles: Role[] };
export type Tile = { staffId: string; name: string };
export type StationView =
  | { state: "empty"; folder: string }
  | { state: "unusable"; refusal: Refusal }
  | { state: "locked"; people: Tile[] }
  | { state: "open"; clinic: ClinicView; who: WhoView; kitConfirmed: boolean; today: string };

export type CreateClinic = {
  clinicName: string;
  zone: string;
  siteLetter: string;
  temperatureUnit: TemperatureUnit;
  singleHanded: boolean;
  signOnName: string;
  name: string;
  roles: Role[];
  passphrase: string;
};
export type RecoveryKitView = { groups: string[]; asked: number[]; page: string; savedTo: string };
export type ConfirmKit = { answers: string[] };
export type LookAroundView = { people: { name: string; role: string; passphrase: string }[] };
export type SignOn = { name: string; passphrase: string };

export type StaffView = { staffId: string; signOnName: string; name: string; roles: Role[]; active: boolean };
export type AddStaff = { signOnName: string; name: string; roles: Role[]; passphrase: string };

export type PatientRow = {
  patientId: string;
  family: string;
  given: string;
  birthDate: string;
  mrn: string;
  sex: LaboratorySex;
};
export type PatientDetails = {
  gender: string | null;
  nameUsed: string | null;
  pronoun: string | null;
  hasProstate: YesNoUnknown;
  phone: string | null;
  mayLeaveMessage: boolean;
  allergies: string | null;
  underCustody: boolean;
};
export type VisitRow = {
  visitId: string;
  procedureId: string;
  date: string;
  time: string;
  kind: ProcedureKind;
  indication: string;
  status: VisitStatus;
  procedureStatus: string;
};
export type PatientView = PatientRow &
  PatientDetails & { age: number | null; sameNameToday: boolean; visits: VisitRow[] };
export type RegisterPatient = {
  mrn: string | null;
  family: string;
  given: string;
  birthDate: string;
  sex: LaboratorySex;
  gender: string | null;
  nameUsed: string | null;
  pronoun: string | null;
  hasProstate: YesNoUnknown;
  phone: string | null;
  mayLeaveMessage: boolean;
  allergies: string | null;
  underCustody: boolean;
  anotherPerson: boolean;
};

export type BookVisit = { patientId: string; kind: ProcedureKind; indication: string; date: string; time: string };
export type Indication = { id: string; kind: ProcedureKind; title: string; evidence: "supported" | "limited"; source: string };

export type Light = { act: string; verdict: string; reason: string | null };
export type GlassView = { role: string; state: string };
export type OpenLoop = { kind: string; count: number; words: string };
export type TodayRow = {
  visitId: string;
  procedureId: string;
  time: string;
  patient: PatientRow;
  kind: ProcedureKind;
  indication: string;
  status: VisitStatus;
  procedureStatus: string;
  nextAct: NextAct;
  sameName: boolean;
  lights: Light[];
  vitals: string | null;
  consent: string | null;
  glasses: GlassView[];
};
export type TodayView = { date: string; rows: TodayRow[]; openLoops: OpenLoop[] };

export type SaveDraft = { place: string; subject: string; body: string };
export type LoadDraft = { place: string; subject: string };
export type DraftView = { body: string; savedAt: string };

export const commands = {
  stationState: () => invoke<StationView>("station_state"),
  createClinic: (request: CreateClinic) => invoke<RecoveryKitView>("create_clinic", { request }),
  confirmRecoveryKit: (request: ConfirmKit) => invoke<null>("confirm_recovery_kit", { request }),
  lookAround: () => invoke<LookAroundView>("look_around"),
  signOn: (request: SignOn) => invoke<StationView>("sign_on", { request }),
  lockStation: () => invoke<null>("lock_station"),
  touch: () => invoke<null>("touch"),
  staffList: () => invoke<StaffView[]>("staff_list"),
  addStaff: (request: AddStaff) => invoke<StaffView>("add_staff", { request }),
  findPatients: (text: string) => invoke<PatientRow[]>("find_patients", { text }),
  registerPatient: (request: RegisterPatient) => invoke<PatientView>("register_patient", { request }),
  patient: (patientId: string) => invoke<PatientView>("patient", { patientId }),
  bookVisit: (request: BookVisit) => invoke<VisitRow>("book_visit", { request }),
  today: (date: string | null) => invoke<TodayView>("today", { date }),
  arrive: (visitId: string) => invoke<null>("arrive", { visitId }),
  indications: () => invoke<Indication[]>("indications"),
  saveDraft: (request: SaveDraft) => invoke<DraftView>("save_draft", { request }),
  loadDraft: (request: LoadDraft) => invoke<DraftView | null>("load_draft", { request }),
};
