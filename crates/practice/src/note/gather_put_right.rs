//! What was put right after the visit, as the note says it: whose it was, what the laboratory was told, what was relabelled.

use crate::Refusal;
use clinic::Moment;
use clinic::note::facts::CorrectionFacts;
use clinic::order::OrderChangeKind;
use clinic::specimen::CustodyEvent;
use clinic::wrong_patient::StatementAnswer;
use records::Reading;
use records::visit::VisitState;
use records::wrong_patient::{StatementView, WrongPatientView};

/// Everything of a procedure that was put right afterwards.
pub(super) async fn put_right(reading: &mut Reading, state: &VisitState) -> Result<Vec<CorrectionFacts>, Refusal> {
    let mut facts = Vec::new();
    if let Some(view) = reading.wrong_patient_of(state.visit_id).await? {
        facts.extend(moved(&view, state));
    }
    for change in reading.order_changes_of(state.procedure_id).await? {
        let done = match change.kind {
            OrderChangeKind::Cancel => "cancelled",
            OrderChangeKind::Change => "changed",
            OrderChangeKind::Add => "extended",
        };
        facts.push(late("the laboratory order", done.to_owned(), change.reason, change.by, change.at.into()));
    }
    let corrected = reading.collection(state).await?.map(|set| set.time_corrections()).unwrap_or_default();
    for correction in corrected {
        let clock = |at: Moment| at.local().format("%H:%M:%S").to_string();
        let by = reading.staff_member(correction.by).await?.map(|person| person.name).unwrap_or_default();
        facts.push(CorrectionFacts {
            what: format!("the collection time of {}", correction.role.code()),
            old: Some(clock(correction.from)),
            new: clock(correction.to),
            reason: correction.reason,
            by,
            at: correction.at,
            happened: None,
        });
    }
    // What stands beside the glasses has its time in its custody alone.
    for record in reading.specimens_of(state.procedure_id).await?.into_iter().filter(|one| one.role.is_further()) {
        let custody = reading.custody_of(record.id).await?;
        for row in custody.into_iter().filter(|row| row.event == CustodyEvent::TimeCorrected) {
            let what = format!("the collection time of {}", record.role.code());
            let (times, reason) = row.note.as_deref().and_then(|note| note.split_once(": ")).unwrap_or_default();
            facts.push(late(&what, times.to_owned(), reason.to_owned(), row.by, row.at.into()));
        }
    }
    for call in reading.laboratory_calls_of(state.procedure_id).await? {
        let spoken = format!("spoke to {}", call.spoken_to);
        facts.push(late("a call to the laboratory", spoken, call.words, call.by, call.at.into()));
    }
    for record in reading.specimens_of(state.procedure_id).await? {
        for relabel in reading.relabels_of(record.id).await? {
            let what = format!("a new label for {}", record.role.code());
            let confirmed = relabel.second.map_or_else(String::new, |second| format!(" (confirmed by {second})"));
            let signed = format!("signed by its collector{confirmed}");
            facts.push(late(&what, signed, relabel.statement, relabel.by, relabel.at.into()));
        }
    }
    Ok(facts)
}

fn moved(view: &WrongPatientView, state: &VisitState) -> Vec<CorrectionFacts> {
    let mistaken = view.mistaken.visit_id == state.visit_id;
    // The other patient is not named: a note is read by people who have no business with them.
    let (old, new) = if mistaken { ("this patient", "another patient") } else { ("another patient", "this patient") };
    let confirmed = view.second.as_ref().map_or_else(String::new, |second| format!(" (confirmed by {second})"));
    let mut facts = vec![CorrectionFacts {
        what: "the patient of this visit".to_owned(),
        old: Some(old.to_owned()),
        new: new.to_owned(),
        reason: format!("{}{confirmed}", view.reason.trim_end_matches('.')),
        by: view.by.clone(),
        at: view.at.into(),
        happened: None,
    }];
    if let Some(statement) = view.statement.as_ref().filter(|_| !mistaken) {
        facts.push(late(
            "the late statement of the patient",
            answered(statement),
            statement.text.trim_end_matches('.').to_owned(),
            statement.by.clone(),
            statement.at.into(),
        ));
    }
    facts
}

fn answered(statement: &StatementView) -> String {
    match (statement.answer, &statement.witness) {
        (StatementAnswer::Signed, _) => "signed".to_owned(),
        (StatementAnswer::Heard, Some(witness)) => format!("said, and heard by {witness}"),
        (StatementAnswer::Heard, None) => "said, and heard".to_owned(),
        (StatementAnswer::Declined, _) => "declined".to_owned(),
    }
}

fn late(what: &str, new: String, reason: String, by: String, at: Moment) -> CorrectionFacts {
    CorrectionFacts { what: what.to_owned(), old: None, new, reason, by, at, happened: None }
}
