//! The report on paper: whose it is is read and compared, a second person may look instead of a second typing, and its scan
//! is attached and written out again as it came.

use super::note::visit_closed;
use super::result::{grew, nothing, read, report, told};
use practice::patient::RegisterPatient;
use practice::result::{self, AttachScan, EnterResult, SeenBy};
use practice::{document, screening};
use serde_json::{Value, json};
use tests::{ClinicDay, NURSE, UROLOGIST};

/// `%PDF-1.7 report`, in Base64.
const SCAN: &str = "JVBERi0xLjcgcmVwb3J0";
/// `<html>`, in Base64.
const NO_SCAN: &str = "PGh0bWw+";

fn seen(glass: &Value) -> Value {
    let mut once = glass.clone();
    for isolate in once["isolates"].as_array_mut().unwrap() {
        isolate["countAgain"] = json!("");
    }
    once
}

#[tokio::test]
async fn a_report_that_names_somebody_else_is_refused_beside_what_differs() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let whole = || report(procedure, vec![nothing("vb1"), nothing("vb2"), nothing("vb3")]);
    let other = EnterResult { read: read(&[("name", "Winter, Anton"), ("birth-date", "1961-04-19")]), ..whole() };
    let refusal = result::enter(&urologist, other).await.unwrap_err();
    let apart = "it may be somebody else’s report. Keep it apart, and look at it again.";
    assert_eq!(
        told(&refusal),
        [
            format!("read.name: The report says “Winter, Anton”, the record says “Sommer, Anton”: {apart}"),
            format!("read.birth-date: The report says “1961-04-19”, the record says “1961-04-09”: {apart}"),
        ]
    );
    assert!(result::room(&urologist, procedure).await.unwrap().versions.is_empty(), "nothing is kept of it");
    let tube = result::room(&urologist, procedure).await.unwrap().glasses[0].accession.unwrap().to_string();
    let ours = EnterResult { read: read(&[("accession", &tube), ("birth-date", "1961-04-09")]), ..whole() };
    let kept = result::enter(&urologist, ours).await.unwrap();
    let said: Vec<&str> = kept.versions[0].read.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(said, ["1961-04-09", tube.as_str()]);
}

#[tokio::test]
async fn a_second_person_looks_instead_of_a_second_typing() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    drop(urologist);
    let nurse = day.desk(NURSE).await;
    let once = seen(&grew("vb3", "E. coli", "10^5", "10^5"));
    let by = |name: &str, passphrase: &str| EnterResult {
        seen_by: Some(SeenBy { name: name.to_owned(), passphrase: passphrase.to_owned() }),
        ..report(procedure, vec![nothing("vb1"), nothing("vb2"), once.clone()])
    };
    let nobody = result::enter(&nurse, by(" ", "x")).await.unwrap_err();
    assert_eq!(told(&nobody), ["seenName: Write the sign-on name of whoever has looked at report and screen."]);
    let own = result::enter(&nurse, by(NURSE.name, NURSE.passphrase)).await.unwrap_err();
    assert_eq!(own.fields[0].field, "seenPassphrase", "nobody is their own second person");
    let kept = result::enter(&nurse, by(UROLOGIST.name, UROLOGIST.passphrase)).await.unwrap();
    let checked = serde_json::to_value(&kept.versions[0].checked).unwrap();
    assert_eq!((checked["how"].as_str(), checked["name"].as_str()), (Some("seen-by"), Some("Dr. Ines Kaya")));
    let alone = EnterResult { seen_by: None, after_version: 1, ..by("", "") };
    let refusal = result::enter(&nurse, alone).await.unwrap_err();
    assert!(told(&refusal)[0].starts_with("vb3.isolates.0.countAgain: VB3: first “10^5” was typed, then nothing"));
}

#[tokio::test]
async fn the_scan_is_attached_and_written_out_as_it_came() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let whole = || report(procedure, vec![nothing("vb1"), nothing("vb2"), nothing("vb3")]);
    let wrong = EnterResult { scan: Some(NO_SCAN.to_owned()), ..whole() };
    let refusal = result::enter(&urologist, wrong).await.unwrap_err();
    assert_eq!(told(&refusal), ["scan: The file is no PDF, JPEG or PNG: scan the report as one of these."]);
    let silent = EnterResult { no_scan: None, ..whole() };
    let refusal = result::enter(&urologist, silent).await.unwrap_err();
    assert_eq!(told(&refusal), ["noScan: Choose the scan of the report, or write why there is none."]);

    let kept = result::enter(&urologist, whole()).await.unwrap();
    let version = &kept.versions[0];
    assert_eq!((version.scan.as_ref(), version.no_scan.as_deref()), (None, Some("The scanner is out of order")));
    assert_eq!(result::print_scan(&urologist, version.result_id).await.unwrap_err().code, "scan-missing");
    let attach = || AttachScan { result_id: version.result_id, file: SCAN.to_owned() };
    let later = result::attach_scan(&urologist, attach()).await.unwrap();
    let scan = later.versions[0].scan.as_ref().unwrap();
    assert_eq!((scan.kind.as_str(), scan.bytes, scan.sha256.len()), ("pdf", 15, 64));
    assert_eq!(result::attach_scan(&urologist, attach()).await.unwrap_err().code, "stale", "a scan is attached once");
    let paper = result::print_scan(&urologist, version.result_id).await.unwrap();
    let written = std::fs::read(urologist.places.papers.join(&paper.file)).unwrap();
    assert_eq!(written, b"%PDF-1.7 report");
    document::print_result(&urologist, procedure).await.unwrap();
}

#[tokio::test]
async fn what_nobody_can_read_is_kept_as_received_and_says_so_everywhere() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let mut strange = grew("vb3", "Bacillus incognitus", "10^5", "10^5");
    strange["unit"] = json!("cfu/uL");
    let kept =
        result::enter(&urologist, report(procedure, vec![nothing("vb1"), nothing("vb2"), strange])).await.unwrap();
    let organism = &kept.versions[0].chart.organisms[0];
    let standing = organism.standing.map(|standing| standing.to_string());
    let name = (organism.name.as_deref(), standing.as_deref());
    assert_eq!(name, (Some("Bacillus incognitus"), Some("unlisted")), "an unknown organism is never dropped");
    let bar = organism.bars.last().unwrap();
    let unit = "the unit is not known here: cfu/mL and CFU/L are";
    assert_eq!((bar.words.as_str(), bar.from, bar.problem.as_deref()), ("10^5 cfu/uL", None, Some(unit)));
    let suggestion = kept.versions[0].suggestion.as_ref().unwrap();
    assert_eq!(suggestion.category.as_str(), "indeterminate");
    let note = practice::note::room(&urologist, procedure).await.unwrap().draft.plain();
    let said = "VB3: Bacillus incognitus 10^5 cfu/uL; not interpretable: “10^5 cfu/uL”: the unit is not known here";
    assert!(note.contains(said), "{note}");
}

#[tokio::test]
async fn a_quick_none_against_the_chart_is_said_beside_the_question() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let allergies = Some("Latex and lignocaine".to_owned());
    let lund = RegisterPatient { allergies, ..super::patient::typed("Lund", "Anton", "1961-04-09") };
    let row = super::patient::book_typed(&nurse, lund, "four-glass", "ind-four-glass").await;
    practice::visit::arrive(&nurse, row.visit_id).await.unwrap();
    let against = |room: &screening::CheckInRoom| -> Vec<String> {
        let told = room.items.iter().filter_map(|item| Some(format!("{}: {}", item.id, item.against_chart.as_ref()?)));
        told.collect()
    };
    let before = screening::room(&nurse, row.visit_id).await.unwrap();
    assert!(against(&before).is_empty(), "an unanswered question contradicts nobody");
    let room = super::safety::ask_everything(&nurse, row.visit_id, &[("latex-allergy", "yes")]).await;
    let said =
        "The chart says “Latex and lignocaine”, and the answer here is no: ask again, and put right what is wrong.";
    assert_eq!(against(&room), [format!("lidocaine-allergy: {said}")]);
}
