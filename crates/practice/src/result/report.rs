//! The report behind typed results: its scan, known by its bytes and never opened here; what was read on it, compared with
//! the patient; and who has checked the numbers.

use super::{EnterResult, ResultRoom, TypedGlassResult, latest, room};
use crate::document::{PrintedPaper, keep_as};
use crate::form::{Form, optional, sentence};
use crate::{Deed, Desk, Refusal};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clinic::canonical::hex;
use clinic::consent::{NotAScan, ScanKind};
use clinic::ids::{PatientId, ResultId};
use clinic::result::{Bearer, NumbersChecked, ReadIdentifier};
use records::countersignature::Scan;
use records::patient::PatientView;
use records::specimen::SpecimenRecord;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// A second person who has looked at report and screen.
#[derive(Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SeenBy {
    /// Their sign-on name.
    pub name: String,
    /// Their own passphrase.
    pub passphrase: String,
}

// Passphrases never reach a log, not even by way of `{:?}`.
impl std::fmt::Debug for SeenBy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SeenBy").field("name", &self.name).finish_non_exhaustive()
    }
}

/// The scan of a report comes after its results.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AttachScan {
    /// To which version.
    pub result_id: ResultId,
    /// The scan, in Base64.
    pub file: String,
}

/// Attaches the scan of the report to a version that has none.
///
/// # Errors
/// Beside `scan`: what is wrong with the file; `stale` when one is attached already.
pub async fn attach_scan(desk: &Desk, request: AttachScan) -> Result<ResultRoom, Refusal> {
    desk.may(Deed::EnterResults)?;
    let scan = read_scan(&request.file).map_err(|problem| Refusal::field("scan", "not-a-scan", sentence(problem)))?;
    let mut writing = desk.writing().await?;
    let procedure = writing.procedure_of_result(request.result_id).await?;
    let patient = writing.visit_of_procedure(procedure).await?.patient_id;
    keep_scan(&mut writing, request.result_id, patient, &scan).await?;
    writing.commit().await?;
    room(desk, procedure).await
}

/// Writes the scan of a report as a file into the folder for papers, as it came.
///
/// # Errors
/// `scan-missing`; `scan-damaged` when its bytes are no longer those of its digest.
pub async fn print_scan(desk: &Desk, result: ResultId) -> Result<PrintedPaper, Refusal> {
    desk.may(Deed::PrintPapers)?;
    let mut reading = desk.records.reading().await?;
    let missing = || Refusal::new("scan-missing", "No scan was attached to this version.");
    let known = reading.result_scan_view(result).await?.ok_or_else(missing)?;
    let scan = reading.result_scan(result).await?.ok_or_else(missing)?;
    drop(reading);
    if hex(&Sha256::digest(&scan.body)) != known.sha256 {
        let words = "The bytes of this scan are not those that were attached. Ask the laboratory for the report again.";
        return Err(Refusal::new("scan-damaged", words));
    }
    keep_as(desk, format!("report-{result}"), scan.kind.as_str(), scan.body, format!("result-scan/{result}")).await
}

/// Keeps a scan with its digest, within a step.
pub(super) async fn keep_scan(
    writing: &mut records::Writing,
    result: ResultId,
    patient: PatientId,
    scan: &Scan,
) -> Result<(), Refusal> {
    Ok(writing.attach_scan(result, patient, scan, &Sha256::digest(&scan.body)).await?)
}

/// The second person who looked at the numbers instead of a second typing; the glasses are then taken as typed twice.
///
/// # Errors
/// Beside `seenName` or `seenPassphrase`: who did not fit.
pub(super) async fn checked(desk: &Desk, request: &mut EnterResult) -> Result<NumbersChecked, Refusal> {
    let Some(seen) = request.seen_by.take() else { return Ok(NumbersChecked::TypedTwice) };
    let Some(name) = optional(Some(seen.name)) else {
        let words = "Write the sign-on name of whoever has looked at report and screen.";
        return Err(Refusal::field("seenName", "second-person-missing", words));
    };
    let person = desk.second_person(&name, &seen.passphrase, Deed::EnterResults).await;
    let person = person.map_err(|refusal| refusal.beside("seenPassphrase"))?;
    request.glasses.iter_mut().for_each(TypedGlassResult::seen);
    Ok(NumbersChecked::SeenBy { staff: person.staff, name: person.name })
}

/// The scan, or why there is none; refusals stand in the form.
pub(super) fn scan(form: &mut Form, file: Option<&str>, no_scan: Option<String>) -> (Option<Scan>, Option<String>) {
    if let Some(file) = file {
        return (form.read("scan", read_scan(file)), None);
    }
    let why = form.line("noScan", no_scan, 200);
    if why.is_none() {
        form.refuse("noScan", "choose the scan of the report, or write why there is none");
    }
    (None, why)
}

/// The identifiers that were read on the report, each the patient's; refusals stand in the form.
pub(super) fn identifiers(
    form: &mut Form,
    read: Vec<ReadIdentifier>,
    patient: &PatientView,
    specimens: &[SpecimenRecord],
) -> Vec<ReadIdentifier> {
    let merged = patient.merges.iter().map(|merge| merge.merged.mrn.clone());
    let bearer = Bearer {
        family: patient.identity.family.clone(),
        given: patient.identity.given.clone(),
        birth_date: patient.identity.birth_date,
        numbers: std::iter::once(patient.identity.mrn.clone()).chain(merged).collect(),
        tubes: specimens.iter().filter_map(|record| record.accession).collect(),
    };
    let mut kept: Vec<ReadIdentifier> = Vec::new();
    for one in read {
        if kept.iter().any(|known| known.kind == one.kind) {
            continue;
        }
        let text = optional(Some(one.text)).unwrap_or_default();
        let one = ReadIdentifier { text: text.chars().take(120).collect(), ..one };
        form.read(&format!("read.{}", one.kind), one.compare(&bearer));
        kept.push(one);
    }
    kept.sort_by_key(|one| one.kind);
    if kept.len() < 2 {
        form.refuse("read", "type two identifiers as the report has them: each is compared with the patient");
    }
    kept
}

/// The version that counts, of which `result` must be the one.
pub(crate) async fn must_be_latest(
    reading: &mut records::Reading,
    result: ResultId,
) -> Result<records::result::StoredResult, Refusal> {
    let procedure = reading.procedure_of_result(result).await?;
    let latest = latest(reading, procedure).await?.filter(|latest| latest.id == result);
    Ok(latest.ok_or(records::Error::Stale("result"))?)
}

fn read_scan(file: &str) -> Result<Scan, &'static str> {
    const UNKNOWN: &str = "the file is no PDF, JPEG or PNG: scan the report as one of these";
    let body = STANDARD.decode(file).map_err(|_| UNKNOWN)?;
    let kind = ScanKind::of(&body).map_err(|problem| match problem {
        NotAScan::Empty => "the file is empty: scan the report and choose its file",
        NotAScan::TooLarge => "the file is larger than 10 MB: scan the report with fewer dots an inch",
        NotAScan::Unknown => UNKNOWN,
    })?;
    Ok(Scan { kind, body })
}
