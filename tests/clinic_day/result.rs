//! The result comes back on paper: typed in twice by the nurse, interpreted by the table, judged by the urologist, corrected.

use super::collection::{glass, none, stop, urine, verify_all};
use super::note::visit_closed;
use super::safety::{gate_passed, well_patient_in_the_room_for};
use practice::result::{self, EnterResult, JudgeResult, ProcedureId, ReadIdentifier, ResultRoom};
use practice::settings::{self, Setting};
use practice::{Refusal, collection, document, procedure as papers_of};
use serde_json::{Value, json};
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

pub(crate) fn nothing(role: &str) -> Value {
    json!({
        "role": role, "culture": "no-growth", "unit": "cfu/mL", "limit": "", "limitAgain": "", "isolates": [],
        "leukocytes": "", "leukocytesAgain": "", "method": null, "magnification": "", "flags": [],
    })
}

/// One organism, its count typed first and again.
pub(crate) fn grew(role: &str, organism: &str, count: &str, again: &str) -> Value {
    let isolate = json!({ "organism": organism, "count": count, "countAgain": again });
    with(nothing(role), &json!({ "culture": "growth", "isolates": [isolate] }))
}

fn with(mut glass: Value, part: &Value) -> Value {
    for (name, value) in part.as_object().unwrap() {
        glass[name] = value.clone();
    }
    glass
}

fn cells(glass: Value, count: &str, again: &str) -> Value {
    let seen = json!({ "leukocytes": count, "leukocytesAgain": again, "method": "wet-mount", "magnification": "400" });
    with(glass, &seen)
}

pub(crate) fn report(procedure_id: ProcedureId, glasses: Vec<Value>) -> EnterResult {
    EnterResult {
        procedure_id,
        after_version: 0,
        source: Some("paper".parse().unwrap()),
        scan: None,
        no_scan: Some("The scanner is out of order".to_owned()),
        read: read(&[("name", "SOMMER, Anton"), ("mrn", "FG-000001")]),
        seen_by: None,
        glasses: serde_json::from_value(Value::from(glasses)).unwrap(),
        symptoms: Some("lasting".parse().unwrap()),
        antibiotic_7d: Some("no".parse().unwrap()),
        reason: None,
    }
}

/// What the report says of whom it is about.
pub(crate) fn read(said: &[(&str, &str)]) -> Vec<ReadIdentifier> {
    let said: Vec<Value> = said.iter().map(|(kind, text)| json!({ "kind": kind, "text": text })).collect();
    serde_json::from_value(Value::from(said)).unwrap()
}

fn suggested(room: &ResultRoom) -> String {
    let last = room.versions.last().unwrap().suggestion.as_ref().unwrap();
    let marks = last.provisional.iter().map(|mark| mark.id.as_str()).collect::<Vec<_>>();
    format!("{} {} [{}]", last.row, last.category, marks.join(" "))
}

pub(crate) fn told(refusal: &Refusal) -> Vec<String> {
    refusal.fields.iter().map(|one| format!("{}: {}", one.field, one.message)).collect()
}

#[tokio::test]
async fn the_nurse_types_it_twice_and_the_urologist_agrees() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    drop(urologist);
    let nurse = day.desk(NURSE).await;
    let room = result::room(&nurse, procedure).await.unwrap();
    let glasses: Vec<_> = room.glasses.iter().map(|glass| (glass.role.as_str(), glass.absence.as_deref())).collect();
    assert_eq!(glasses, [("vb1", None), ("vb2", None), ("eps", Some("no secretion")), ("vb3", None)]);

    let slipped = vec![nothing("vb1"), nothing("vb2"), grew("vb3", "E. coli", "100 000", "10 000")];
    let refusal = result::enter(&nurse, report(procedure, slipped)).await.unwrap_err();
    let beside = "vb3.isolates.0.countAgain: VB3: first “100 000” was typed, then “10 000”: look at the report again.";
    assert_eq!(told(&refusal), [beside]);
    assert!(result::room(&nurse, procedure).await.unwrap().versions.is_empty(), "nothing is kept of a refused entry");

    let whole = vec![nothing("vb1"), nothing("vb2"), cells(grew("vb3", "E. coli", "100 000", "10^5"), "12", "12")];
    let kept = result::enter(&nurse, report(procedure, whole)).await.unwrap();
    assert_eq!(suggested(&kept), "four-glass-5 nih-2 []");
    let version = &kept.versions[0];
    let made = version.suggestion.as_ref().unwrap();
    assert!(made.because.starts_with("Symptoms for three months or more; Escherichia coli: VB1 no growth"));
    assert_eq!(made.content_version, "2026.11.1");
    let line = version.chart.organisms[0].tenfold;
    assert_eq!(line, Some(10_000.0), "ten times the limit of the urines before");

    let judge = |opinion: Value| JudgeResult {
        result_id: version.result_id,
        opinion: serde_json::from_value(opinion).unwrap(),
    };
    let tried = result::judge(&nurse, judge(json!({ "kind": "agrees" }))).await.unwrap_err();
    assert_eq!(tried.code, "not-permitted");
    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    let silent = json!({ "kind": "disagrees", "reason": " ", "instead": null });
    let refusal = result::judge(&urologist, judge(silent)).await.unwrap_err();
    assert_eq!(told(&refusal), ["reason: Write in 3 to 500 characters why you disagree."]);
    let judged = result::judge(&urologist, judge(json!({ "kind": "agrees" }))).await.unwrap();
    assert_eq!(judged.versions[0].opinions.len(), 1);
    let paper = document::print_result(&urologist, procedure).await.unwrap();
    assert!(std::fs::read(urologist.places.papers.join(&paper.file)).unwrap().starts_with(b"%PDF"));
    let out = day.folder().join("out");
    let papers = papers_of::papers(&urologist, procedure, &out).await.unwrap();
    assert!(papers.contains(&"result.pdf".to_owned()), "{papers:?}");
    drop(urologist);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert_eq!(result::room(&administrator, procedure).await.err().unwrap().code, "not-permitted");

    let off = Setting { name: "interpretation".to_owned(), value: "off".to_owned() };
    settings::keep(&administrator, vec![off]).await.unwrap();
    drop(administrator);
    let urologist = day.desk(UROLOGIST).await;
    let bare = result::room(&urologist, procedure).await.unwrap();
    assert!(bare.versions[0].suggestion.is_none() && !bare.may_judge, "the clinic switched suggestions off");
    assert!(!bare.versions[0].chart.organisms.is_empty(), "the counts are shown all the same");
    assert_eq!(result::judge(&urologist, judge(json!({ "kind": "agrees" }))).await.unwrap_err().code, "switched-off");
    document::print_result(&urologist, procedure).await.unwrap();
}

#[tokio::test]
async fn a_corrected_value_is_a_further_version_and_waits_for_its_own_opinion() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let first = vec![nothing("vb1"), nothing("vb2"), grew("vb3", "E. coli", "10^5", "10^5")];
    let kept = result::enter(&urologist, report(procedure, first)).await.unwrap();
    let old = kept.versions[0].result_id;
    let agrees =
        || JudgeResult { result_id: old, opinion: serde_json::from_value(json!({ "kind": "agrees" })).unwrap() };
    result::judge(&urologist, agrees()).await.unwrap();

    let second = || vec![nothing("vb1"), nothing("vb2"), cells(nothing("vb3"), "3", "3")];
    let stale = result::enter(&urologist, report(procedure, second())).await.unwrap_err();
    assert_eq!(stale.code, "stale", "the screen had not seen the first version");
    let again = EnterResult { after_version: 1, ..report(procedure, second()) };
    let refusal = result::enter(&urologist, again.clone()).await.unwrap_err();
    assert_eq!(told(&refusal), ["reason: Write why the earlier values are corrected."]);
    let why = EnterResult { reason: Some("The laboratory sent a corrected report".to_owned()), ..again };
    let corrected = result::enter(&urologist, why).await.unwrap();
    let mended: Vec<_> =
        corrected.versions.iter().map(|one| (one.version, one.suggestion.as_ref().unwrap().row.as_str())).collect();
    assert_eq!(mended, [(1, "four-glass-5"), (2, "four-glass-8")]);
    assert_eq!((corrected.versions[0].opinions.len(), corrected.versions[1].opinions.len()), (1, 0));
    assert_eq!(result::judge(&urologist, agrees()).await.unwrap_err().code, "stale");
}

#[tokio::test]
async fn what_cannot_be_read_stays_and_what_was_never_collected_is_refused() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let dry = report(procedure, vec![grew("eps", "E. coli", "10^5", "10^5")]);
    let refusal = result::enter(&urologist, dry).await.unwrap_err();
    assert_eq!(told(&refusal), ["eps.culture: There is no EPS to report on: no secretion."]);
    let nobody = EnterResult {
        source: None,
        no_scan: None,
        read: read(&[("name", "Anton Sommer"), ("name", "Anton Sommer")]),
        symptoms: None,
        antibiotic_7d: None,
        ..report(procedure, vec![])
    };
    let refusal = result::enter(&urologist, nobody).await.unwrap_err();
    let fields: Vec<&str> = refusal.fields.iter().map(|one| one.field.as_str()).collect();
    assert_eq!(fields, ["glasses", "source", "noScan", "read", "symptoms", "antibiotic7d"]);

    let heavy = vec![nothing("vb1"), nothing("vb2"), grew("vb3", "E. coli", "heavy growth", "heavy growth")];
    let kept = result::enter(&urologist, report(procedure, heavy)).await.unwrap();
    assert_eq!(suggested(&kept), "four-glass-10 indeterminate []");
    let version = &kept.versions[0];
    let bar = version.chart.organisms[0].bars.last().unwrap();
    assert_eq!((bar.words.as_str(), bar.from), ("heavy growth cfu/mL", None));
    assert!(version.suggestion.as_ref().unwrap().cautions.iter().any(|said| said.contains("heavy growth")));
}

#[tokio::test]
async fn a_negative_result_of_an_unknown_man_is_provisional() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let clean =
        vec![cells(nothing("vb1"), "1", "1"), cells(nothing("vb2"), "0-2", "0-2"), cells(nothing("vb3"), "3", "3")];
    let unknown = EnterResult { antibiotic_7d: Some("unknown".parse().unwrap()), ..report(procedure, clean) };
    let kept = result::enter(&urologist, unknown).await.unwrap();
    // The tubes were never put away, so nobody knows how long they stood warm.
    assert_eq!(suggested(&kept), "four-glass-8 nih-3b [antibiotic-not-known late-culture-ambient]");
}

#[tokio::test]
async fn the_two_glass_test_has_its_own_table() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room_for(&day, "two-glass", "ind-ppmt").await;
    let set = row.procedure_id;
    gate_passed(&urologist, row.visit_id).await;
    collection::receive(&urologist, glass(set, "pre-m", urine(2))).await.unwrap();
    collection::start_massage(&urologist, set).await.unwrap();
    day.wait_seconds(60);
    let urologist = day.now().await;
    collection::stop_massage(&urologist, stop(set)).await.unwrap();
    collection::receive(&urologist, glass(set, "post-m", urine(0))).await.unwrap();
    collection::not_obtained(&urologist, none(set, "eps", "dry")).await.unwrap();
    collection::finish(&urologist, set).await.unwrap();
    verify_all(&urologist, set).await;

    let strange = result::enter(&urologist, report(set, vec![nothing("vb1")])).await.unwrap_err();
    assert_eq!(told(&strange), ["vb1.culture: There is no VB1 to report on: not part of this set."]);
    let whole = vec![nothing("pre-m"), grew("post-m", "E. faecalis", "10^4", "10^4")];
    let kept = result::enter(&urologist, report(set, whole)).await.unwrap();
    assert_eq!(suggested(&kept), "two-glass-1 nih-2 []");
    let columns: Vec<_> = kept.versions[0].chart.leukocytes.iter().map(|cells| cells.role.code()).collect();
    assert_eq!(columns, ["PRE-M", "EPS", "POST-M"]);
    let drops = "EPS has no place in the two-glass table";
    assert!(!kept.versions[0].suggestion.as_ref().unwrap().cautions.iter().any(|said| said.starts_with(drops)));
    let paper = document::print_result(&urologist, set).await.unwrap();
    assert!(urologist.places.papers.join(&paper.file).exists());
}
