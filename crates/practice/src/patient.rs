//! Registering patients and finding them again.

use crate::form::{Form, optional};
use crate::{Deed, Desk, Refusal};
pub use clinic::ids::PatientId;
use clinic::patient::{BirthDate, LaboratorySex, Mrn, NamePart, YesNoUnknown};
use records::patient::{NewPatient, PatientDetails};
pub use records::patient::{PatientRow, PatientView};
use serde::Deserialize;

/// A patient as typed by the nurse.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RegisterPatient {
    /// A number from elsewhere; without one the clinic gives its own.
    pub mrn: Option<String>,
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// `1961-04-09`, `1961-04`, `1961` or `unknown`.
    pub birth_date: String,
    /// Sex for the laboratory.
    pub sex: LaboratorySex,
    /// Gender in the patient's own word.
    pub gender: Option<String>,
    /// The name the patient wants to be called by.
    pub name_used: Option<String>,
    /// Pronoun.
    pub pronoun: Option<String>,
    /// Whether there is a prostate to examine.
    pub has_prostate: YesNoUnknown,
    /// A number at which the patient is safe to be called.
    pub phone: Option<String>,
    /// Whether a voicemail may be left; “unknown” where nobody has asked.
    pub may_leave_message: YesNoUnknown,
    /// Allergies, in words.
    pub allergies: Option<String>,
    /// Comes with an escort.
    pub under_custody: bool,
    /// The nurse has seen the list of similar patients and says that this is another person.
    pub another_person: bool,
}

/// Registers a patient, and opens the chart.
pub async fn register(desk: &Desk, request: RegisterPatient) -> Result<PatientView, Refusal> {
    desk.may(Deed::RegisterPatient)?;
    desk.kit_confirmed().await?;
    let mut form = Form::default();
    let typed_number = optional(request.mrn);
    let mrn = typed_number.as_deref().map(|number| form.read("mrn", Mrn::parse(number)));
    let family = form.read("family", NamePart::parse(&request.family));
    let given = form.read("given", NamePart::parse(&request.given));
    let birth_date =
        form.read("birthDate", BirthDate::parse(&request.birth_date).and_then(|date| date.plausible(desk.today())));
    let details = PatientDetails {
        gender: form.line("gender", request.gender, 80),
        name_used: form.line("nameUsed", request.name_used, 80),
        pronoun: form.line("pronoun", request.pronoun, 40),
        has_prostate: request.has_prostate,
        phone: form.line("phone", request.phone, 40),
        may_leave_message: request.may_leave_message,
        allergies: form.line("allergies", request.allergies, 300),
        under_custody: request.under_custody,
    };
    let (Some(family), Some(given), Some(birth_date), true) = (family, given, birth_date, form.is_clean()) else {
        return Err(form.refusal());
    };
    let mut writing = desk.writing().await?;
    if !request.another_person {
        refuse_twins(&writing.similar_patients(&family, birth_date).await?)?;
    }
    let patient =
        NewPatient { id: writing.id(), mrn: mrn.flatten(), family, given, birth_date, sex: request.sex, details };
    writing.register_patient(&patient).await.map_err(|problem| match problem {
        records::Error::Taken(_) => Refusal::field(
            "mrn",
            "mrn-taken",
            "Another patient has this number. Search for it before you register somebody twice.",
        ),
        other => other.into(),
    })?;
    writing.use_draft("register-patient", "").await?;
    writing.commit().await?;
    view(desk, patient.id).await
}

fn refuse_twins(similar: &[PatientRow]) -> Result<(), Refusal> {
    let Some(first) = similar.first() else { return Ok(()) };
    Err(Refusal::field(
        "family",
        "patient-similar",
        format!(
            "{}, {} ({}), number {}, is already registered. If this is another person, say so and register again.",
            first.family, first.given, first.birth_date, first.mrn
        ),
    ))
}

/// Patients whose names, number or birth date begin with what is typed.
pub async fn find(desk: &Desk, text: &str) -> Result<Vec<PatientRow>, Refusal> {
    desk.may(Deed::OpenChart)?;
    Ok(desk.records.reading().await?.find_patients(text).await?)
}

/// Opens a chart, and leaves the trace of it.
pub async fn open(desk: &Desk, patient: PatientId) -> Result<PatientView, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut writing = desk.writing().await?;
    let view = writing.patient(patient, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    writing.open_chart(patient).await?;
    writing.commit().await?;
    Ok(view)
}

async fn view(desk: &Desk, patient: PatientId) -> Result<PatientView, Refusal> {
    let mut reading = desk.records.reading().await?;
    reading.patient(patient, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))
}
