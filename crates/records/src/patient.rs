//! Patients: registered once, found as one types.

use crate::merge::MergeView;
use crate::visit::VisitRow;
use crate::{Error, Event, Reading, Word, Writing};
use chrono::NaiveDate;
use clinic::ids::PatientId;
use clinic::patient::{BirthDate, LaboratorySex, Mrn, NamePart, YesNoUnknown};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What identifies a patient in any list, always in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PatientRow {
    /// The patient.
    pub patient_id: PatientId,
    /// Family name.
    pub family: NamePart,
    /// Given names.
    pub given: NamePart,
    /// As far as it is known.
    pub birth_date: BirthDate,
    /// The clinic's number.
    pub mrn: Mrn,
    /// Sex for the laboratory.
    pub sex: LaboratorySex,
}

/// What is known of a person, besides what identifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PatientDetails {
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
    /// A voicemail may be left; it says "please call the clinic", nothing else.
    pub may_leave_message: YesNoUnknown,
    /// Allergies, in words.
    pub allergies: Option<String>,
    /// Comes with an escort: the escort is no chaperone, and calls go to the health unit.
    pub under_custody: bool,
}

/// One patient's chart, as it opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PatientView {
    /// Name, birth date, number.
    #[serde(flatten)]
    pub identity: PatientRow,
    /// The rest of what is known.
    #[serde(flatten)]
    pub details: PatientDetails,
    /// Completed years today.
    pub age: Option<u32>,
    /// Somebody else of that family name has a visit today.
    pub same_name_today: bool,
    /// Every visit, the latest first; those of merged charts too.
    pub visits: Vec<VisitRow>,
    /// The charts that are read as part of this one.
    pub merges: Vec<MergeView>,
    /// Where the patient wants post sent, a line each; none when it goes home.
    pub post_address: Option<String>,
}

/// A new patient, as kept and as traced.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewPatient {
    /// The patient's id.
    pub id: PatientId,
    /// The number from elsewhere; without one the clinic gives its own.
    pub mrn: Option<Mrn>,
    /// Family name.
    pub family: NamePart,
    /// Given names.
    pub given: NamePart,
    /// As far as it is known.
    pub birth_date: BirthDate,
    /// Sex for the laboratory.
    pub sex: LaboratorySex,
    /// The rest.
    pub details: PatientDetails,
}

/// How many patients a search shows; typing another letter is quicker than reading on.
const SHOWN: i64 = 30;

/// Identities of patients, chosen and ordered by what follows.
macro_rules! patients {
    ($which:literal, $($bound:expr),+ $(,)?) => {
        sqlx::query_as!(
            PatientRow,
            r#"
            select
                id as "patient_id: Uuid",
                family as "family: Word<NamePart>",
                given as "given: Word<NamePart>",
                birth_date as "birth_date: Word<BirthDate>",
                mrn as "mrn: Word<Mrn>",
                sex as "sex: Word<LaboratorySex>"
            from patient
            "# + $which,
            $($bound),+
        )
    };
}

impl Reading {
    /// Patients whose names, number or birth date begin with every word of `text`.
    pub async fn find_patients(&mut self, text: &str) -> Result<Vec<PatientRow>, Error> {
        let Some(words) = search_words(text) else { return Ok(Vec::new()) };
        Ok(patients!(
            "
            where id in (
                select patient_now.now
                from patient as found
                join patient_now on patient_now.id = found.id
                where found.number in (select rowid from patient_search where patient_search match ? limit ?)
            )
            order by family collate nocase, given collate nocase, birth_date
            ",
            words,
            SHOWN,
        )
        .fetch_all(self.conn())
        .await?)
    }

    /// Those who could be the same person: same family name and birth date.
    pub async fn similar_patients(
        &mut self,
        family: &NamePart,
        birth_date: BirthDate,
    ) -> Result<Vec<PatientRow>, Error> {
        let (family, birth_date) = (family.as_str(), Word(birth_date));
        Ok(patients!(
            "
            where id in (
                select patient_now.now
                from patient as found
                join patient_now on patient_now.id = found.id
                where found.family = ? collate nocase and found.birth_date = ?
            )
            order by given collate nocase
            limit 5
            ",
            family,
            birth_date,
        )
        .fetch_all(self.conn())
        .await?)
    }

    /// What identifies one patient.
    pub async fn patient_row(&mut self, patient: PatientId) -> Result<Option<PatientRow>, Error> {
        let id = Uuid::from(patient);
        Ok(patients!("where id = ?", id).fetch_optional(self.conn()).await?)
    }

    /// One patient with every visit, as seen on `today`.
    pub async fn patient(&mut self, patient: PatientId, today: NaiveDate) -> Result<Option<PatientView>, Error> {
        // Whoever comes by an old number opens the chart it is read as now.
        let patient = self.patient_now(patient).await?;
        let id = Uuid::from(patient);
        let Some(identity) = self.patient_row(patient).await? else { return Ok(None) };
        let details = sqlx::query_as!(
            PatientDetails,
            r#"
            select
                gender,
                name_used,
                pronoun,
                has_prostate as "has_prostate: Word<YesNoUnknown>",
                phone,
                coalesce(may_leave, iif(may_leave_message = 1, 'yes', 'unknown'))
                    as "may_leave_message!: Word<YesNoUnknown>",
                allergies,
                under_custody as "under_custody: bool"
            from patient
            where id = ?
            "#,
            id,
        )
        .fetch_one(self.conn())
        .await?;
        let family = identity.family.as_str();
        let day = today.to_string();
        let same_name_today = sqlx::query_scalar!(
            r#"
            select exists (
                select 1
                from visit
                join patient_now on patient_now.id = visit.patient
                join patient on patient.id = patient_now.now
                where visit.booked_date = ? and patient.family = ? collate nocase and patient.id <> ?
            ) as "found: bool"
            "#,
            day,
            family,
            id,
        )
        .fetch_one(self.conn())
        .await?;
        let visits = self.visits_of(patient).await?;
        let merges = self.merges_of(patient).await?;
        let age = identity.birth_date.age(today);
        let post_address = self.post_address_of(patient).await?;
        Ok(Some(PatientView { identity, details, age, same_name_today, visits, merges, post_address }))
    }
}

impl Writing {
    /// Registers a patient and returns the number under which the clinic keeps them.
    ///
    /// # Errors
    /// [`Error::Taken`] when somebody else has that number.
    pub async fn register_patient(&mut self, patient: &NewPatient) -> Result<Mrn, Error> {
        let mrn = match &patient.mrn {
            Some(mrn) => mrn.clone(),
            None => self.free_number().await?,
        };
        let id = Uuid::from(patient.id);
        let (family, given) = (patient.family.as_str(), patient.given.as_str());
        let (birth_date, sex) = (Word(patient.birth_date), Word(patient.sex));
        let details = &patient.details;
        let has_prostate = Word(details.has_prostate);
        let may_leave = Word(details.may_leave_message);
        let message = details.may_leave_message == YesNoUnknown::Yes;
        let registered_at = crate::Stamp::from(self.now());
        let number_text = mrn.as_str();
        let number = sqlx::query_scalar!(
            r#"
            insert into patient (
                id, mrn, family, given, birth_date, sex, gender, name_used, pronoun, has_prostate, phone,
                may_leave_message, may_leave, allergies, under_custody, registered_at, version
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            returning number as "number!"
            "#,
            id,
            number_text,
            family,
            given,
            birth_date,
            sex,
            details.gender,
            details.name_used,
            details.pronoun,
            has_prostate,
            details.phone,
            message,
            may_leave,
            details.allergies,
            details.under_custody,
            registered_at,
        )
        .fetch_one(self.conn())
        .await
        .map_err(|problem| crate::taken(problem, "patient number"))?;
        let born = patient.birth_date.to_string();
        sqlx::query!(
            "insert into patient_search (rowid, family, given, mrn, birth_date) values (?, ?, ?, ?, ?)",
            number,
            family,
            given,
            number_text,
            born,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("patient.register", format!("patient/{id}"), patient).about(patient.id)).await?;
        Ok(mrn)
    }

    /// Opens a chart: looking is an event too.
    pub async fn open_chart(&mut self, patient: PatientId) -> Result<(), Error> {
        self.trace(Event::seen("patient.open", format!("patient/{patient}"), &()).about(patient)).await
    }

    /// The clinic's own next number that nobody brought along from elsewhere.
    async fn free_number(&mut self) -> Result<Mrn, Error> {
        loop {
            let number = format!("FG-{:06}", self.next_number("patient").await?);
            let used =
                sqlx::query_scalar!(r#"select exists (select 1 from patient where mrn = ?) as "used: bool""#, number,)
                    .fetch_one(self.conn())
                    .await?;
            if !used {
                return Mrn::parse(&number).map_err(|problem| Error::Damaged(problem.to_string()));
            }
        }
    }
}

/// Every word as a quoted prefix, so that nothing typed is read as a search operator; none when no word is left.
fn search_words(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| match word.as_bytes() {
            // Days and months are kept with two digits, and said with one.
            [b'1'..=b'9'] => format!("(\"{word}\"* OR \"0{word}\")"),
            _ => format!("\"{word}\"*"),
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::search_words;

    #[test]
    fn what_is_typed_is_never_an_operator() {
        assert_eq!(search_words("mül 1961-04"), Some(r#""mül"* AND "1961"* AND "04"*"#.to_owned()));
        assert_eq!(search_words(r#"a" OR NEAR("#), Some(r#""a"* AND "OR"* AND "NEAR"*"#.to_owned()));
        assert_eq!(search_words("9 1961"), Some(r#"("9"* OR "09") AND "1961"*"#.to_owned()));
        assert_eq!(search_words(" -*( "), None);
    }
}
