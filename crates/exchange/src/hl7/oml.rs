//! The laboratory order, OML^O21^OML_O21 of HL7 v2.5.1: one ORC/OBR group a test, its specimen below it.
//!
//! A four-glass study is several groups that share ORC-4. Where a field is left empty on purpose (ORC-7, OBR-5, 6, 8,
//! 15, 22, 27: IHE's laboratory profile forbids them), TQ1 and SPM carry what they used to say.

mod segments;

use super::codes::{Coded, loinc_holds};
use super::parts::{ControlId, Designator, PersonName};
use super::writer;
use clinic::Moment;
use clinic::patient::{BirthDate, LaboratorySex, YesNoUnknown};
use clinic::specimen::SpecimenRole;

/// Everything one order says. Only specimens that exist are in it.
#[derive(Debug, Clone)]
pub struct OmlOrder {
    /// MSH-10.
    pub control_id: ControlId,
    /// MSH-7.
    pub sent_at: Moment,
    /// MSH-11.
    pub processing: Processing,
    /// MSH-15 and 16.
    pub acknowledgement: Acknowledgement,
    /// MSH-3.
    pub sending_application: Designator,
    /// MSH-4.
    pub sending_facility: Designator,
    /// MSH-5.
    pub receiving_application: Designator,
    /// MSH-6.
    pub receiving_facility: Designator,
    /// ORC-1.
    pub control: OrderControl,
    /// ORC-4: the number that the groups of one study share.
    pub group_number: String,
    /// Who gives out order and specimen numbers: the clinic.
    pub placer: Designator,
    /// ORC-9.
    pub ordered_at: Moment,
    /// TQ1-9.
    pub priority: Priority,
    /// ORC-12 and OBR-16.
    pub orderer: Orderer,
    /// PID.
    pub patient: OrderPatient,
    /// PV1.
    pub visit: OrderVisit,
    /// OBR-13: what the laboratory should know, on one line; may be empty.
    pub clinical_information: String,
    /// NTE under every test, may have several lines; may be empty.
    pub remark: String,
    /// DG1 under every test: the symptom for which it is made; none is the rule.
    pub symptom: Option<Coded>,
    /// OBX under every test.
    pub answers: EntryAnswers,
    /// The specimens that exist, in the order in which they were collected.
    pub specimens: Vec<OrderSpecimen>,
}

/// Whether the order is meant (MSH-11). A training order must never be filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Processing {
    /// `P`.
    Production,
    /// `T`.
    Training,
}

/// How the laboratory is asked to answer (MSH-15, 16).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acknowledgement {
    /// Both fields empty: one answer, in the original mode.
    Original,
    /// `AL`/`AL`: first that it was stored, then what became of it.
    Enhanced,
}

/// What is to be done with the order (ORC-1, table 0119).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderControl {
    /// `NW`.
    New,
    /// `XO`: a corrected order under the same numbers.
    Change,
    /// `CA`.
    Cancel,
}

/// How soon (TQ1-9, table 0485).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Priority {
    /// `R`.
    Routine,
    /// `A`.
    Asap,
    /// `S`.
    Stat,
}

/// Who ordered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Orderer {
    /// Number of the orderer.
    pub id: String,
    /// Who gave it out.
    pub authority: Designator,
    /// What kind of number it is (table 0203), such as `NPI`; empty when it is the clinic's own.
    pub id_type: String,
    /// Name.
    pub name: PersonName,
    /// Telephone for results that cannot wait (ORC-14); may be empty.
    pub call_back: String,
}

/// Who is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderPatient {
    /// Medical record number.
    pub mrn: String,
    /// Who gave it out: the clinic.
    pub authority: Designator,
    /// Legal name.
    pub name: PersonName,
    /// The same name in Latin letters, when the legal one has others.
    pub latin_name: Option<PersonName>,
    /// Birth date as far as known.
    pub birth_date: BirthDate,
    /// Sex for the laboratory's reference ranges.
    pub sex: LaboratorySex,
}

/// At which attendance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderVisit {
    /// PV1-19: the clinic's number of the visit; may be empty.
    pub number: String,
    /// PV1-3: room or clinic; may be empty.
    pub location: String,
}

/// Questions the laboratory needs answered with the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryAnswers {
    /// Consent to the procedure stands. Without it only a cancellation is written. None where nothing is ordered that the
    /// procedure gave, and so nothing is said of it.
    pub consent: Option<bool>,
    /// Antibiotics within the last four weeks.
    pub antibiotics: YesNoUnknown,
    /// Days without ejaculation; none when not known.
    pub abstinence_days: Option<u16>,
    /// Whether blood for PSA was drawn before the massage; none when no PSA was drawn.
    pub psa_before_massage: Option<bool>,
}

/// One specimen with what is to be done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderSpecimen {
    /// Its role in the set.
    pub role: SpecimenRole,
    /// The number on its bar code (SPM-2.1.1), without separators.
    pub accession: String,
    /// Volume in millilitres as it was recorded: `10`, `0.50`. None when not measured.
    pub volume_ml: Option<String>,
    /// Start of collection.
    pub collected_at: Moment,
    /// End of collection, when it took a while.
    pub collected_until: Option<Moment>,
    /// From where it was drawn, in words (SPM-8); none where nobody said so.
    pub drawn_from: Option<String>,
    /// How many containers there are (SPM-26).
    pub containers: u16,
    /// What the containers are, in words (SPM-27); may be empty.
    pub container: String,
    /// What is ordered.
    pub tests: Vec<OrderTest>,
}

/// One test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderTest {
    /// The clinic's number of this test (ORC-2 = OBR-2), unique for ever.
    pub placer_number: String,
    /// What is ordered: by LOINC where a code is sure, otherwise by the laboratory's own code.
    pub code: Coded,
    /// The laboratory's own code beside LOINC, if its catalogue has one.
    pub local: Option<Coded>,
}

/// Why an order cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OmlRefusal {
    /// Nothing was collected.
    #[error("the order names no specimen: nothing was collected")]
    NoSpecimen,
    /// Nothing is to be done with a specimen.
    #[error("no test is ordered for {}", .0.code())]
    NoTest(SpecimenRole),
    /// A field the standard requires is empty.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// One number stands for two things.
    #[error("the number {0} stands twice in the order")]
    NumberTwice(String),
    /// Not a decimal number of millilitres.
    #[error("“{0}” is no volume in millilitres")]
    NotAVolume(String),
    /// The check digit of a test code fails.
    #[error("“{0}” is no LOINC code")]
    NotALoincCode(String),
    /// A symptom without a code, its words or its system says nothing.
    #[error("the symptom needs its code, its words and its coding system")]
    HalfASymptom,
    /// The patient has not agreed.
    #[error("consent to the procedure does not stand")]
    NoConsent,
}

impl OmlOrder {
    /// The bytes to be sent. The same order gives the same bytes.
    ///
    /// # Errors
    /// When something the standard requires is missing, or a number or code cannot be right.
    pub fn message(&self) -> Result<Vec<u8>, OmlRefusal> {
        self.check()?;
        let mut body = vec![segments::pid(&self.patient), segments::pv1(&self.visit)];
        let tests = self.specimens.iter().flat_map(|specimen| specimen.tests.iter().map(move |test| (specimen, test)));
        for ((specimen, test), set_id) in tests.zip(1_u32..) {
            body.push(segments::orc(self, test));
            body.push(segments::tq1(self.priority));
            body.push(segments::obr(self, specimen, test, set_id));
            body.extend(segments::nte(&self.remark));
            body.extend(self.symptom.as_ref().map(segments::dg1));
            body.extend(segments::answers(self.answers));
            body.push(segments::spm(specimen, &self.placer));
        }
        Ok(writer::message(segments::msh(self), &body))
    }

    fn check(&self) -> Result<(), OmlRefusal> {
        for (what, text) in [
            ("the patient's number", &self.patient.mrn),
            ("the patient's family name", &self.patient.name.family),
            ("the number of the study", &self.group_number),
            ("the orderer's number", &self.orderer.id),
            ("the orderer's family name", &self.orderer.name.family),
        ] {
            present(what, text)?;
        }
        if self.patient.authority.is_empty() {
            return Err(OmlRefusal::Missing("the authority that gave out the patient's number"));
        }
        // Consent that was withdrawn is a reason to cancel, never one to keep an order from being cancelled.
        if self.answers.consent == Some(false) && self.control != OrderControl::Cancel {
            return Err(OmlRefusal::NoConsent);
        }
        let half =
            |symptom: &Coded| [&symptom.code, &symptom.name, &symptom.system].iter().any(|part| part.trim().is_empty());
        if self.symptom.as_ref().is_some_and(half) {
            return Err(OmlRefusal::HalfASymptom);
        }
        if self.specimens.is_empty() {
            return Err(OmlRefusal::NoSpecimen);
        }
        let mut numbers = std::collections::HashSet::new();
        for specimen in &self.specimens {
            present("the number of a specimen", &specimen.accession)?;
            if specimen.tests.is_empty() {
                return Err(OmlRefusal::NoTest(specimen.role));
            }
            if let Some(volume) = specimen.volume_ml.as_ref().filter(|volume| !is_decimal(volume)) {
                return Err(OmlRefusal::NotAVolume(volume.clone()));
            }
            for number in specimen.tests.iter().map(|test| &test.placer_number).chain([&specimen.accession]) {
                present("the number of a test", number)?;
                if !numbers.insert(number) {
                    return Err(OmlRefusal::NumberTwice(number.clone()));
                }
            }
            let loinc = specimen.tests.iter().map(|test| &test.code).filter(|code| code.system == "LN");
            if let Some(code) = loinc.into_iter().find(|code| !loinc_holds(&code.code)) {
                return Err(OmlRefusal::NotALoincCode(code.code.clone()));
            }
        }
        Ok(())
    }
}

fn present(what: &'static str, text: &str) -> Result<(), OmlRefusal> {
    if text.trim().is_empty() { Err(OmlRefusal::Missing(what)) } else { Ok(()) }
}

fn is_decimal(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit());
    digits(whole) && digits(fraction)
}

#[cfg(test)]
mod tests;
