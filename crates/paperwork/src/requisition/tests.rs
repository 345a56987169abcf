//! A requisition of the fictional cast.

use super::*;
use crate::label::tests::{label, now, scan};
use crate::letterhead::{PaperSize, Standing};
use rxing::BarcodeFormat;

pub(crate) fn letterhead() -> Letterhead {
    Letterhead {
        clinic: "Riverside Urology".to_owned(),
        address: vec!["14 Quay Street".to_owned(), "Northport".to_owned()],
        telephone: "+44 20 7946 0101".to_owned(),
        paper: PaperSize::A4,
        standing: Standing::NotForClinicalUse,
    }
}

fn tube(role: SpecimenRole, minutes: i64, volume: &str) -> RequisitionSpecimen {
    let label = label(role);
    let culture = if role == SpecimenRole::Eps { "6463-4" } else { "630-4" };
    RequisitionSpecimen {
        role,
        accession: label.accession,
        source: label.source,
        collected_at: label.collected_at.plus(chrono::TimeDelta::minutes(minutes)),
        collector: "collected by the patient, received by Ruth Obi".to_owned(),
        volume: volume.to_owned(),
        container: "sterile screw cup".to_owned(),
        tests: vec![
            format!("Bacterial culture, quantitative (LOINC {culture})"),
            "Susceptibility, if growth is significant".to_owned(),
        ],
    }
}

pub(crate) fn requisition() -> Requisition {
    Requisition {
        letterhead: letterhead(),
        patient: PatientLine {
            name: "LINDQVIST, Henrik".to_owned(),
            birth_date: "1961-04-09".to_owned(),
            mrn: "FG-1042".to_owned(),
            sex: "male".to_owned(),
        },
        group_number: "U26-000123-0 P".to_owned(),
        ordered_at: now(),
        priority: "Routine".to_owned(),
        laboratory: vec!["Northport Microbiology".to_owned(), "2 Harbour Lane".to_owned(), "Northport".to_owned()],
        orderer: "Dr Ada Okafor, urologist".to_owned(),
        orderer_number: "GMC 7654321".to_owned(),
        call_back: "+44 20 7946 0102".to_owned(),
        clinical_information: "Pelvic pain for four months. Two courses of antibiotics in spring.".to_owned(),
        answers: vec![
            Fact::new("Consent to procedure", "yes"),
            Fact::new("Antibiotics within four weeks", "not known"),
            Fact::new("Days without ejaculation", "2"),
        ],
        specimens: vec![
            tube(SpecimenRole::Vb1, 0, "10 mL"),
            tube(SpecimenRole::Vb2, 1, "10 mL"),
            tube(SpecimenRole::Eps, 9, "0.5 mL"),
            tube(SpecimenRole::Vb3, 12, "8 mL"),
        ],
        not_obtained: vec![],
        remark: String::new(),
    }
}

/// The same study with a dry massage.
pub(crate) fn without_secretion() -> Requisition {
    let mut paper = requisition();
    paper.specimens.remove(2);
    paper.not_obtained = vec![(SpecimenRole::Eps, "no fluid came".to_owned())];
    paper.remark = "VB3 was collected at once after the massage.".to_owned();
    paper.letterhead.paper = PaperSize::UsLetter;
    paper.letterhead.standing = Standing::Adopted;
    paper
}

#[test]
fn a_requisition_is_one_sheet_of_its_size() {
    for (paper, size) in [(requisition(), "[0 0 595.2756 841.8898]"), (without_secretion(), "[0 0 612 792]")] {
        let typeset = set_requisition(&paper).unwrap();
        assert_eq!(typeset.page_count(), 1);
        let pdf = typeset.pdf().unwrap();
        assert!(String::from_utf8_lossy(&pdf).contains(size), "{size}");
    }
}

#[test]
fn a_tube_is_found_by_scanning_its_line() {
    let mut paper = requisition();
    paper.specimens.truncate(1);
    // The study's own code is another one: a scanner is held over one of them.
    paper.group_number = paper.specimens[0].accession.compact();
    let typeset = set_requisition(&paper).unwrap();
    assert_eq!(scan(&typeset, 0, 300.0, BarcodeFormat::DATA_MATRIX), "U260001231B");
}

#[test]
fn an_order_of_nothing_is_no_paper() {
    let mut paper = requisition();
    paper.specimens.clear();
    assert_eq!(set_requisition(&paper).unwrap_err(), PaperRefusal::Empty);
}

#[test]
fn the_longest_words_stay_on_the_paper() {
    let mut paper = requisition();
    let long = "W".repeat(400);
    paper.patient.name = format!("{}, {}", "W".repeat(80), "W".repeat(80));
    paper.clinical_information.clone_from(&long);
    paper.remark = "line\n".repeat(60);
    paper.laboratory = vec![long.clone()];
    paper.answers = vec![Fact::new(&"W".repeat(60), long.clone())];
    paper.specimens[0].source = long.clone();
    paper.specimens[0].container = long;
    let typeset = set_requisition(&paper).unwrap();
    assert!(typeset.page_count() > 1);
}
