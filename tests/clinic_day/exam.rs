//! A suspicious gland: what the room reads of the findings before they are kept, what it refuses, and what the note says.

use super::safety::{gate_passed, well_patient_in_the_room_for};
use practice::Desk;
use practice::exam::{self, StateFindings};
use practice::screening::VisitId;
use practice::{note, visit};
use serde_json::{Value, json};
use tests::ClinicDay;

fn stated(visit_id: VisitId, more: &Value) -> StateFindings {
    let mut findings = json!({
        "unstatedNormal": true,
        "otherSectorsNormal": false,
        "sizeG": 40,
        "nodules": [{
            "sectors": ["R-M-l", "R-A-l"], "diameterMm": 12, "firmness": "hard", "margin": "irregular",
            "tender": false, "crossesMidline": false, "suspicious": "yes", "change": "new",
        }],
        "impression": "suspicious",
        "glove": "nitrile",
        "position": "left-lateral",
    });
    for (field, value) in more.as_object().unwrap() {
        findings[field] = value.clone();
    }
    StateFindings { visit_id, findings: serde_json::from_value(findings).unwrap() }
}

async fn refused(desk: &Desk, request: StateFindings) -> Vec<String> {
    let refusal = exam::state_findings(desk, request).await.unwrap_err();
    refusal.fields.into_iter().map(|beside| beside.field).collect()
}

#[tokio::test]
async fn a_suspicious_gland_is_read_refused_and_written() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room_for(&day, "dre", "ind-dre-luts").await;
    gate_passed(&urologist, row.visit_id).await;

    let read = exam::read_findings(&urologist, stated(row.visit_id, &json!({}))).await.unwrap();
    let suggested = read.suggestion.unwrap();
    assert_eq!((suggested.category.as_str(), suggested.because.as_str()), ("T2a", "2 of 6 sectors on the right"));
    assert_eq!(read.referrals, ["Suspicious gland: PSA and imaging before anything presses on it again."]);
    assert!(read.asks_category && read.compared.is_empty() && read.against_allergies.is_empty());
    assert!(exam::room(&urologist, row.visit_id).await.unwrap().findings.is_none(), "reading keeps nothing");

    assert_eq!(refused(&urologist, stated(row.visit_id, &json!({}))).await, ["rationale"]);
    let both = json!({ "rationale": "hard", "sizeMl": 38, "rectalMass": "present" });
    assert_eq!(refused(&urologist, stated(row.visit_id, &both)).await, ["sizeMl", "mass"]);
    let benign = json!({ "impression": "enlarged-benign", "suspectedT": "T2a" });
    assert_eq!(refused(&urologist, stated(row.visit_id, &benign)).await, ["suspectedT"]);

    let whole = json!({
        "rationale": "A hard, irregular nodule at the right edge",
        "suspectedT": "T2a",
        "arranged": "MRI asked for today",
        "rectalMass": "present",
        "mass": { "distanceCm": 6, "clock": 9, "sizeMm": 20, "fixed": false },
        "seminalVesicles": "palpable",
        "vesicleSide": "right",
        "perianal": ["skin-tags"],
        "route": "rectal",
        "stool": "soft",
        "pelvicFloor": "tender-left",
        "painBefore": 0,
        "painAfter": 2,
    });
    exam::state_findings(&urologist, stated(row.visit_id, &whole)).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
    let said = note::room(&urologist, row.procedure_id).await.unwrap().draft;
    let text = said.sections.iter().flat_map(|section| section.paragraphs.clone()).collect::<Vec<_>>().join("\n");
    for sentence in [
        "Its size was estimated by finger at 38 mL (30 to 50 mL, stated as 40 g).",
        "By the finger a clinical T category of T2a is suspected, for this reason: A hard, irregular nodule at the right edge.",
        "This was arranged: MRI asked for today.",
        "A rectal mass was present: 20 mm, 6 cm from the anal verge at 9 o'clock, mobile.",
        "The seminal vesicles were palpable on the right.",
        "Inspection around the anus showed skin tags.",
        "The pelvic floor was tender on the left.",
        "On a scale of 0 to 10 the patient’s pain was 0 before and 2 after the examination.",
    ] {
        assert!(text.contains(sentence), "{sentence}\n{text}");
    }
}
