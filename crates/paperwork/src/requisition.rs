//! The requisition that travels with the tubes: who orders what of which specimen, collected when and by whom.
//!
//! It carries what a laboratory has to have (42 CFR 493.1241): orderer and contact, patient, tests, source, collection
//! date and time, and what else bears on the result. Glasses that were not obtained are named with their reason.

use crate::barcode::{Square, data_matrix};
use crate::letterhead::{Fact, Letterhead, PatientLine};
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use clinic::accession::Accession;
use clinic::specimen::SpecimenRole;
use serde::Serialize;

/// Everything a requisition says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requisition {
    /// The clinic.
    pub letterhead: Letterhead,
    /// The patient.
    pub patient: PatientLine,
    /// The number that the orders of one study share.
    pub group_number: String,
    /// When it was ordered.
    pub ordered_at: Moment,
    /// How soon: `Routine`.
    pub priority: String,
    /// The laboratory: its name, then its address, a line each.
    pub laboratory: Vec<String>,
    /// Who orders, by name and role.
    pub orderer: String,
    /// The orderer's number with its kind: `NPI 1234567893`; may be empty.
    pub orderer_number: String,
    /// Telephone for results that cannot wait; may be empty.
    pub call_back: String,
    /// Why, for the laboratory; may be empty.
    pub clinical_information: String,
    /// Questions the laboratory asks with an order, answered: `Antibiotics within four weeks`, `not known`.
    pub answers: Vec<Fact>,
    /// The specimens that exist, in the order of collection.
    pub specimens: Vec<RequisitionSpecimen>,
    /// The glasses that do not, with their reasons.
    pub not_obtained: Vec<(SpecimenRole, String)>,
    /// A remark; may be empty.
    pub remark: String,
}

/// One specimen of a requisition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequisitionSpecimen {
    /// Its role.
    pub role: SpecimenRole,
    /// Its number.
    pub accession: Accession,
    /// What it is, in words.
    pub source: String,
    /// When it was collected.
    pub collected_at: Moment,
    /// Who collected or received it.
    pub collector: String,
    /// How much, with its unit: `10 mL`, `drops`, `not measured`.
    pub volume: String,
    /// In what.
    pub container: String,
    /// What is ordered, with its code: `Bacterial culture, quantitative (LOINC 630-4)`.
    pub tests: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Values<'paper> {
    letterhead: &'paper Letterhead,
    patient: &'paper PatientLine,
    group: &'paper str,
    group_code: Square,
    order: Vec<Fact>,
    laboratory: &'paper [String],
    clinical_information: &'paper str,
    answers: &'paper [Fact],
    specimens: Vec<SpecimenValues<'paper>>,
    not_obtained: Vec<(&'static str, &'paper str)>,
    remark: &'paper str,
    orderer: &'paper str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SpecimenValues<'paper> {
    role: &'static str,
    accession: String,
    code: Square,
    source: &'paper str,
    collected: String,
    collector: &'paper str,
    volume: &'paper str,
    container: &'paper str,
    tests: &'paper [String],
}

/// Sets a requisition.
///
/// # Errors
/// When no specimen exists, or a letter has no shape in the bundled fonts.
pub fn set_requisition(paper: &Requisition) -> Result<Typeset, PaperRefusal> {
    if paper.specimens.is_empty() {
        return Err(PaperRefusal::Empty);
    }
    let mut order = vec![
        Fact::new("Ordered by", &paper.orderer),
        Fact::new("Ordered", paper.ordered_at.label_text()),
        Fact::new("Priority", &paper.priority),
    ];
    let optional =
        [("Orderer's number", &paper.orderer_number), ("Call results that cannot wait to", &paper.call_back)];
    order.extend(
        optional.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| Fact::new(label, value)),
    );
    let values = Values {
        letterhead: &paper.letterhead,
        patient: &paper.patient,
        group: &paper.group_number,
        group_code: data_matrix(&paper.group_number)?,
        order,
        laboratory: &paper.laboratory,
        clinical_information: &paper.clinical_information,
        answers: &paper.answers,
        specimens: paper.specimens.iter().map(specimen).collect::<Result<_, _>>()?,
        not_obtained: paper.not_obtained.iter().map(|(role, reason)| (role.code(), reason.as_str())).collect(),
        remark: &paper.remark,
        orderer: &paper.orderer,
    };
    set(Template::Requisition, &values, &format!("requisition {}", paper.group_number), paper.ordered_at)
}

fn specimen(specimen: &RequisitionSpecimen) -> Result<SpecimenValues<'_>, PaperRefusal> {
    Ok(SpecimenValues {
        role: specimen.role.code(),
        accession: specimen.accession.to_string(),
        code: data_matrix(&specimen.accession.compact())?,
        source: &specimen.source,
        collected: specimen.collected_at.label_text(),
        collector: &specimen.collector,
        volume: &specimen.volume,
        container: &specimen.container,
        tests: &specimen.tests,
    })
}

#[cfg(test)]
pub(crate) mod tests;
