//! One set of facts, said twice: as the message to the laboratory's system and as the paper that goes with the tubes.

use super::laboratory::laboratory;
use crate::form::sentence;
use crate::letterhead::letterhead;
use crate::{Desk, Refusal};
use clinic::catalogue::OrderedTest;
use clinic::collection::Strokes;
use clinic::indication::{self, Indication};
use clinic::order::{OrderAnswers, OrderContent, OrderLine};
use clinic::patient::YesNoUnknown;
use clinic::specimen::{Amount, SpecimenRole};
use clinic::symptom::SymptomCode;
use exchange::hl7::codes::Coded;
use exchange::hl7::oml::{
    EntryAnswers, OmlOrder, OmlRefusal, OrderControl, OrderPatient, OrderSpecimen, OrderTest, OrderVisit, Orderer,
    Priority, Processing,
};
use exchange::hl7::parts::{ControlId, PersonName};
use paperwork::letterhead::{Fact, PatientLine};
use paperwork::requisition::{Requisition, RequisitionSpecimen};
use records::patient::PatientView;
use records::specimen::SpecimenRecord;
use records::staff::StaffView;
use records::visit::VisitState;
use records::{Reading, Writing};

/// What a message does, and under which numbers.
pub(super) struct Errand {
    pub(super) control: OrderControl,
    /// MSH-10.
    pub(super) control_id: String,
    /// Which order of its group of tubes it speaks of: its tests are numbered after it.
    pub(super) turn: i64,
}

/// The order as a message.
pub(super) async fn oml(
    desk: &Desk,
    writing: &mut Writing,
    visit: &VisitState,
    content: &OrderContent,
    facts: &OrderAnswers,
    errand: &Errand,
) -> Result<OmlOrder, Refusal> {
    let laboratory = laboratory(desk, writing).await?;
    let patient = patient(desk, writing, visit).await?;
    let orderer = orderer(desk, writing, visit).await?;
    let placer = laboratory.sending_facility.clone();
    let group = content.group.compact();
    Ok(OmlOrder {
        control_id: ControlId::parse(&errand.control_id).map_err(|refusal| Refusal::unexpected(&refusal))?,
        sent_at: desk.now,
        // A training order must never be filed.
        processing: if desk.clinic.fictional { Processing::Training } else { Processing::Production },
        acknowledgement: laboratory.acknowledgement,
        sending_application: laboratory.sending_application,
        sending_facility: laboratory.sending_facility,
        receiving_application: laboratory.receiving_application,
        receiving_facility: laboratory.receiving_facility,
        control: errand.control,
        group_number: group,
        ordered_at: desk.now,
        priority: if is_urgent(content) { Priority::Asap } else { Priority::Routine },
        orderer: Orderer {
            id: orderer.sign_on_name.clone(),
            authority: placer.clone(),
            id_type: String::new(),
            name: person_name(&orderer.name),
            call_back: String::new(),
        },
        patient: OrderPatient {
            mrn: patient.identity.mrn.as_str().to_owned(),
            authority: placer.clone(),
            name: PersonName {
                family: patient.identity.family.as_str().to_owned(),
                given: patient.identity.given.as_str().to_owned(),
                ..PersonName::default()
            },
            latin_name: None,
            birth_date: patient.identity.birth_date,
            sex: patient.identity.sex,
        },
        visit: OrderVisit::default(),
        clinical_information: indication_words(writing, visit).await?,
        remark: remark(content, facts),
        symptom: (facts.symptom.as_ref())
            .map(|symptom| Coded::new(&symptom.code, &symptom.text, symptom.system.as_str())),
        answers: EntryAnswers {
            consent: facts.consent,
            antibiotics: facts.antibiotics,
            abstinence_days: facts.abstinence_days,
            psa_before_massage: content.psa_before_massage(),
        },
        specimens: content.lines.iter().map(|line| specimen(line, errand.turn)).collect(),
        placer,
    })
}

fn specimen(line: &OrderLine, turn: i64) -> OrderSpecimen {
    let accession = line.accession.compact();
    OrderSpecimen {
        role: line.role,
        volume_ml: match line.catch.amount {
            Amount::Measured(volume) => Some(volume.to_string()),
            Amount::Enough | Amount::Low | Amount::Drops => None,
        },
        collected_at: line.catch.at,
        collected_until: None,
        containers: 1,
        drawn_from: line.further.as_ref().and_then(|facts| facts.site.clone()),
        container: line.container().to_owned(),
        tests: vec![OrderTest {
            // One test a tube: the test is numbered after its tube, and anew when it is ordered anew.
            placer_number: format!("{accession}-{turn}"),
            ..codes(&line.ordered)
        }],
        accession,
    }
}

/// Blood is cultured when an infection may be in it: that waits for nothing.
fn is_urgent(content: &OrderContent) -> bool {
    content.lines.iter().any(|line| line.role == SpecimenRole::BloodCulture)
}

/// LOINC first where a code is sure, the clinic's own code beside it; the clinic's own alone where none is.
fn codes(ordered: &OrderedTest) -> OrderTest {
    let local = Coded::new(&ordered.local, &ordered.title, "L");
    let (code, local) = match &ordered.loinc {
        Some(loinc) => (Coded::new(loinc.as_str(), &ordered.name, "LN"), Some(local)),
        None => (local, None),
    };
    OrderTest { placer_number: String::new(), code, local }
}

fn ordered_words(ordered: &OrderedTest) -> String {
    match &ordered.loinc {
        Some(loinc) => format!("{} (LOINC {})", ordered.title, loinc.as_str()),
        None => format!("{} ({})", ordered.title, ordered.local),
    }
}

/// The order as the paper that goes with the tubes.
pub(super) async fn requisition(
    desk: &Desk,
    writing: &mut Writing,
    visit: &VisitState,
    content: &OrderContent,
    facts: &OrderAnswers,
    specimens: &[SpecimenRecord],
) -> Result<Requisition, Refusal> {
    let patient = patient(desk, writing, visit).await?;
    let orderer = orderer(desk, writing, visit).await?;
    let mut lines = Vec::new();
    for line in &content.lines {
        let record = specimens.iter().find(|record| record.accession == Some(line.accession));
        let collector = match record.and_then(|record| record.collected_by) {
            Some(staff) => writing.staff_member(staff).await?.map(|person| person.name),
            None => None,
        };
        lines.push(RequisitionSpecimen {
            role: line.role,
            accession: line.accession,
            source: line.source(),
            collected_at: line.catch.at,
            collector: collector.unwrap_or_default(),
            volume: line.catch.amount.to_string(),
            container: line.container().to_owned(),
            tests: vec![ordered_words(&line.ordered)],
        });
    }
    let abstinence = facts.abstinence_days.map_or_else(|| "not known".to_owned(), |days| format!("{days} days"));
    let mut answers: Vec<Fact> =
        facts.consent.into_iter().map(|stands| Fact::new("Consent to the procedure", yes_no(stands))).collect();
    answers.push(Fact::new("Antibiotics within four weeks", known(facts.antibiotics)));
    answers.push(Fact::new("Days without ejaculation", abstinence));
    answers.extend(content.psa_before_massage().map(|before| Fact::new("PSA drawn before massage", yes_no(before))));
    let symptom =
        |symptom: &SymptomCode| Fact::new("Symptom", format!("{} ({} {})", symptom.text, symptom.system, symptom.code));
    answers.extend(facts.symptom.as_ref().map(symptom));
    answers
        .extend(content.strokes.as_ref().map(|strokes| Fact::new("Strokes before the urine", stroke_words(strokes))));
    Ok(Requisition {
        letterhead: letterhead(desk, writing).await?,
        patient: PatientLine {
            name: format!("{}, {}", patient.identity.family, patient.identity.given),
            birth_date: patient.identity.birth_date.to_string(),
            mrn: patient.identity.mrn.to_string(),
            sex: patient.identity.sex.to_string(),
        },
        group_number: content.group.compact(),
        ordered_at: desk.now,
        priority: if is_urgent(content) { "As soon as possible" } else { "Routine" }.to_owned(),
        laboratory: laboratory(desk, writing).await?.name,
        orderer: orderer.name,
        orderer_number: String::new(),
        call_back: writing.setting(crate::letterhead::TELEPHONE_SETTING).await?.unwrap_or_default(),
        clinical_information: indication_words(writing, visit).await?,
        answers,
        specimens: lines,
        not_obtained: content.absent.iter().map(|(role, why)| (*role, why.words())).collect(),
        remark: content
            .late
            .iter()
            .chain(Some(&facts.remark))
            .filter(|line| !line.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join("\n"),
    })
}

/// A refusal of the message, in words; none of these is the fault of whoever pressed the button, but each can be put right.
pub(super) fn refused(refusal: &OmlRefusal) -> Refusal {
    let code = match refusal {
        OmlRefusal::NoConsent => "consent-does-not-stand",
        _ => "order-refused",
    };
    Refusal::new(code, sentence(&refusal.to_string()))
}

async fn patient(desk: &Desk, reading: &mut Reading, visit: &VisitState) -> Result<PatientView, Refusal> {
    reading.patient(visit.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))
}

/// The urologist of the procedure orders; before any time-out, whoever makes the order does.
async fn orderer(desk: &Desk, reading: &mut Reading, visit: &VisitState) -> Result<StaffView, Refusal> {
    let urologist = reading.urologist_of(visit.procedure_id).await?;
    match urologist {
        Some(urologist) => Ok(urologist),
        None => reading.staff_member(desk.who.staff).await?.ok_or_else(|| Refusal::not_found("person")),
    }
}

/// Why the procedure is done.
pub(crate) async fn reason(reading: &mut Reading, visit: &VisitState) -> Result<Option<&'static Indication>, Refusal> {
    let visits = reading.visits_of(visit.patient_id).await?;
    let ordered = visits.into_iter().find(|row| row.procedure_id == visit.procedure_id);
    Ok(ordered.and_then(|row| indication::find(visit.kind, &row.indication)))
}

async fn indication_words(reading: &mut Reading, visit: &VisitState) -> Result<String, Refusal> {
    Ok(reason(reading, visit).await?.map(|indication| indication.title.clone()).unwrap_or_default())
}

fn remark(content: &OrderContent, facts: &OrderAnswers) -> String {
    let absent = content.absent.iter().map(|(role, why)| why.sentence(*role));
    let remark = Some(facts.remark.clone()).filter(|remark| !remark.is_empty());
    let strokes =
        content.strokes.as_ref().map(|strokes| format!("Strokes before the urine: {}.", stroke_words(strokes)));
    absent.chain(content.late.iter().cloned()).chain(strokes).chain(remark).collect::<Vec<_>>().join("\n")
}

/// How many strokes on either side, and why they were not as many as the kit asks for.
fn stroke_words(strokes: &Strokes) -> String {
    let why = strokes.why.as_ref().map_or_else(String::new, |why| format!(" ({why})"));
    format!("{} right, {} left{why}", strokes.right, strokes.left)
}

/// `Dr. Ines Kaya` as a laboratory files it: the last word is the family name, a leading title the prefix.
fn person_name(name: &str) -> PersonName {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let family = words.pop().unwrap_or_default().to_owned();
    let prefix = if words.first().is_some_and(|word| word.ends_with('.')) { words.remove(0) } else { "" };
    PersonName { family, given: words.join(" "), prefix: prefix.to_owned(), ..PersonName::default() }
}

const fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

const fn known(answer: YesNoUnknown) -> &'static str {
    match answer {
        YesNoUnknown::Yes => "yes",
        YesNoUnknown::No => "no",
        YesNoUnknown::Unknown => "not known",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_name_is_filed_by_its_last_word() {
        let filed = |name| {
            let PersonName { family, given, prefix, .. } = person_name(name);
            format!("{family}|{given}|{prefix}")
        };
        assert_eq!(filed("Dr. Ines Kaya"), "Kaya|Ines|Dr.");
        assert_eq!(filed("Tom Abara"), "Abara|Tom|");
        assert_eq!(filed("Kaya"), "Kaya||");
    }
}
