//! A sealed consent and a signed note in a real vault, and what is said when somebody edits the file around us.

use super::*;
use crate::patient::{NewPatient, PatientDetails};
use crate::staff::StaffView;
use crate::visit::NewVisit;
use crate::{Records, Who};
use clinic::Ids;
use clinic::consent::chaperone::{Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse};
use clinic::consent::edition::all;
use clinic::consent::signature::{DrawnSignature, Point, Signature};
use clinic::consent::text::SpokenGroup;
use clinic::consent::{Agreement, Capacity, Clinician, Evidence, Identity};
use clinic::indication::Evidence as Badge;
use clinic::note::{Draft, Meaning, NoteText, Section, SectionKind};
use clinic::patient::{BirthDate, LaboratorySex, NamePart, YesNoUnknown};
use clinic::premises::{SiteLetter, TemperatureUnit};
use clinic::procedure::ProcedureKind;
use clinic::staff::Role;
use vault::{Cost, NewVault, OpenVault, Passphrase};

const VAULT: &str = "vault-1";

/// A vault with one visit, and the person at work in it.
struct Clinic {
    _folder: tempfile::TempDir,
    vault: OpenVault,
    records: Records,
    who: Who,
    now: Moment,
    visit: NewVisit,
}

async fn clinic() -> Clinic {
    let now: Moment = "2026-11-23T09:00:00+01:00".parse().unwrap();
    let mut ids = Ids::new(1);
    let folder = tempfile::tempdir().unwrap();
    let (staff, vault_id): (clinic::ids::StaffId, clinic::ids::VaultId) = (ids.next(now), ids.next(now));
    let who =
        Who { staff, name: "Dr. Ines Kaya".to_owned(), roles: vec![Role::Urologist], session: Uuid::from_u128(2) };
    let visit = NewVisit {
        id: ids.next(now),
        procedure: ids.next(now),
        patient: ids.next(now),
        date: now.date(),
        time: now.local().time(),
        kind: ProcedureKind::FourGlass,
        indication: "ind-four-glass".to_owned(),
        evidence: Badge::Limited,
        content_version: "1".to_owned(),
    };
    let new = NewVault {
        vault_id: vault_id.into(),
        staff_id: staff.into(),
        sign_on_name: "kaya".to_owned(),
        passphrase: Passphrase::from_typed("seven quiet herons cross"),
        cost: Cost::floor(),
    };
    let (vault, _kit) = vault::create(&folder.path().join("vault"), new).unwrap();
    let mut maintenance = vault.maintenance().await.unwrap();
    crate::migrate(&mut maintenance).await.unwrap();
    drop(maintenance);
    let records = Records::new(vault.writer(), vault.readers(), vault.seal(), ids);
    let mut writing = records.writing(&who, now).await.unwrap();
    let view = crate::clinic::ClinicView {
        name: "Fourglass Clinic".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        site_letter: SiteLetter::parse("U").unwrap(),
        temperature_unit: TemperatureUnit::Celsius,
        single_handed: true,
        fictional: true,
    };
    writing.found_clinic(&view, &[]).await.unwrap();
    let person = StaffView {
        staff_id: staff,
        sign_on_name: "kaya".to_owned(),
        name: who.name.clone(),
        roles: who.roles.clone(),
        active: true,
    };
    writing.add_staff(&person).await.unwrap();
    writing.register_patient(&patient(visit.patient)).await.unwrap();
    writing.book_visit(&visit).await.unwrap();
    writing.commit().await.unwrap();
    Clinic { _folder: folder, vault, records, who, now, visit }
}

fn patient(id: PatientId) -> NewPatient {
    NewPatient {
        id,
        mrn: None,
        family: NamePart::parse("Okafor").unwrap(),
        given: NamePart::parse("Daniel").unwrap(),
        birth_date: BirthDate::parse("1961-04-09").unwrap(),
        sex: LaboratorySex::Male,
        details: PatientDetails {
            gender: None,
            name_used: None,
            pronoun: None,
            has_prostate: YesNoUnknown::Yes,
            phone: None,
            may_leave_message: clinic::patient::YesNoUnknown::No,
            allergies: None,
            under_custody: false,
        },
    }
}

impl Clinic {
    fn identity(&self) -> Identity {
        Identity {
            patient: self.visit.patient,
            name: "OKAFOR, Daniel".to_owned(),
            birth_date: "1961-04-09".to_owned(),
            mrn: "FG-1".to_owned(),
        }
    }

    fn me(&self) -> Clinician {
        Clinician { staff: self.who.staff, name: self.who.name.clone(), role: "urologist".to_owned() }
    }

    /// Asked and given on the same morning.
    async fn consented(&self) -> (ConsentId, Sealed) {
        let mut writing = self.records.writing(&self.who, self.now).await.unwrap();
        let edition = all().iter().find(|edition| edition.text.kind == ProcedureKind::FourGlass).unwrap();
        let offered = Offered {
            consent: writing.id(),
            visit: self.visit.id,
            procedure: self.visit.procedure,
            kind: edition.text.kind,
            acts: edition.text.acts.clone(),
            identity: self.identity(),
            minor: false,
            spoken: None,
            text: edition.text.render("Dr. Ines Kaya", "urologist", &[]),
            text_sha256: clinic::canonical::hex(&digest(edition.file.as_bytes())),
            examiner: self.me(),
            offered_by: self.me(),
            offered_at: self.now,
        };
        let consent = offered.consent;
        writing.offer_consent(&offered).await.unwrap();
        let given = offered.give(self.evidence(), self.me(), self.now).unwrap();
        let sealed = writing.give_consent(&given, 1).await.unwrap();
        writing.commit().await.unwrap();
        (consent, sealed)
    }

    fn evidence(&self) -> Evidence {
        let strokes = vec![vec![Point { x: 20, y: 80, t: 0 }, Point { x: 320, y: 90, t: 640 }]];
        let signature = Signature::parse(DrawnSignature { width: 600, height: 200, strokes }).unwrap();
        Evidence {
            groups: SpokenGroup::ALL.to_vec(),
            trainee: None,
            chaperone: Chaperone {
                offer: ChaperoneOffer::Yes { by: self.who.staff, at: self.now },
                response: Some(ChaperoneResponse::Declined),
                preference: None,
                clinician_requires: false,
                present: None,
                outcome: ChaperoneOutcome::ProceededWithout,
            },
            capacity: Capacity::Present,
            assessed: None,
            minor: None,
            interpreter: None,
            agreement: Agreement::Drawn { signature },
            witness: None,
            device: None,
            countersigned: Vec::new(),
        }
    }

    /// Somebody who has the key edits the file past us.
    async fn tamper(&self, statement: &'static str, bytes: &[u8]) {
        let mut connection = self.vault.maintenance().await.unwrap();
        for trigger in ["consent_seal_update", "note_version_update"] {
            sqlx::query(sqlx::AssertSqlSafe(format!("drop trigger if exists {trigger}")))
                .execute(&mut connection)
                .await
                .unwrap();
        }
        sqlx::query(statement).bind(bytes.to_vec()).execute(&mut connection).await.unwrap();
    }

    async fn consent_report(&self, consent: ConsentId) -> Vec<String> {
        self.records.consent_faults(consent).await.unwrap().iter().map(ToString::to_string).collect()
    }

    async fn stored_form(&self) -> Vec<u8> {
        let mut reading = self.records.reading().await.unwrap();
        sqlx::query_scalar("select form from consent_seal").fetch_one(reading.conn()).await.unwrap()
    }
}

#[tokio::test]
async fn one_flipped_byte_of_a_sealed_consent_is_reported_with_its_part() {
    let clinic = clinic().await;
    let (consent, _sealed) = clinic.consented().await;
    assert_eq!(clinic.consent_report(consent).await, [""; 0]);

    let form = clinic.stored_form().await;
    for (around, part) in [("OKAFOR", "identity"), ("\"strokes\"", "evidence"), ("I have been told", "text")] {
        let at = form.windows(around.len()).position(|bytes| bytes == around.as_bytes()).unwrap();
        let mut flipped = form.clone();
        flipped[at] ^= 1;
        clinic.tamper("update consent_seal set form = ?", &flipped).await;
        let report = clinic.consent_report(consent).await;
        assert!(report.len() == 1 && report[0].contains(&format!("“{part}”")), "{part}: {report:?}");
    }
    clinic.tamper("update consent_seal set form = ?", &form).await;
    assert_eq!(clinic.consent_report(consent).await, [""; 0]);
}

#[tokio::test]
async fn a_column_that_says_something_else_than_the_sealed_bytes_is_reported() {
    let clinic = clinic().await;
    let (consent, _sealed) = clinic.consented().await;
    clinic.tamper("update consent set text_sha256 = cast(? as text)", b"00").await;
    let report = clinic.consent_report(consent).await;
    assert_eq!(report, ["the record’s “text_sha256” differs from what was sealed"]);
}

#[tokio::test]
async fn a_sealed_consent_can_be_neither_changed_nor_given_twice() {
    let clinic = clinic().await;
    let (consent, sealed) = clinic.consented().await;
    let mut writing = clinic.records.writing(&clinic.who, clinic.now).await.unwrap();
    let changed = sqlx::query("update consent_seal set sha256 = 'x'").execute(writing.conn()).await;
    assert!(changed.is_err());
    let stored = writing.consent(consent, clinic.now).await.unwrap();
    assert_eq!(stored.sealed, Some(sealed));
    let Consent::Given(given) = stored.consent else { panic!("given") };
    assert!(matches!(writing.give_consent(&given, 1).await, Err(Error::Stale("consent"))));
}

#[tokio::test]
async fn a_signed_note_is_checked_by_bytes_chain_and_signature() {
    let clinic = clinic().await;
    let text = |said: &str| NoteText {
        title: "Procedure note: Four-glass test".to_owned(),
        sections: vec![Section {
            kind: SectionKind::Outcome,
            title: "Outcome".to_owned(),
            paragraphs: vec![said.to_owned()],
            fields: Vec::new(),
        }],
    };
    let mut writing = clinic.records.writing(&clinic.who, clinic.now).await.unwrap();
    let first = Draft {
        note: writing.id(),
        version: 1,
        procedure: clinic.visit.procedure,
        visit: clinic.visit.id,
        identity: clinic.identity(),
        supersedes: None,
        reason: None,
        text: text("The four-glass test was completed."),
    };
    let me = clinic.me();
    writing.sign_note(&first, (Meaning::Author, &me), VAULT).await.unwrap();
    let signed = writing.signed_notes(clinic.visit.procedure).await.unwrap();
    let second = signed[0].amend(text("The test was completed; the left lobe was larger."), "left out").unwrap();
    writing.sign_note(&second, (Meaning::Author, &me), VAULT).await.unwrap();
    assert!(matches!(writing.sign_note(&second, (Meaning::Author, &me), VAULT).await, Err(Error::Stale("note"))));
    writing.commit().await.unwrap();

    let check = async |vault: &str| -> Vec<Vec<String>> {
        let all = clinic.records.note_faults(clinic.visit.procedure, vault).await.unwrap();
        all.iter().map(|one| one.faults.iter().map(ToString::to_string).collect()).collect()
    };
    assert_eq!(check(VAULT).await, [vec![""; 0], vec![]]);
    assert_eq!(check("another-vault").await[0], ["the record’s “statement” differs from what was sealed"]);

    clinic.tamper("update note_version set signature = zeroblob(64) where version = 2 and length(?) > 0", b"x").await;
    let report = check(VAULT).await;
    assert_eq!(report[0], [""; 0]);
    assert_eq!(report[1], ["the signature does not belong to these bytes and this person’s key"]);
}
