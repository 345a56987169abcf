//! The urologist has read a version of the results and says what follows; and where every set stands with its results.

use super::{ResultRoom, must_be_latest, room};
use crate::form::Form;
use crate::{Deed, Desk, Refusal};
use clinic::Moment;
use clinic::ids::ResultId;
use clinic::result::{ResultAction, ResultStage, ResultTime, TURNAROUND_DAYS};
use records::Reading;
use records::result::OpenResult;
use records::today::OpenLoop;
use serde::{Deserialize, Serialize};

/// The setting with how many working days the laboratory takes.
pub(crate) const TURNAROUND_SETTING: &str = "laboratory-turnaround";

/// The urologist has read it.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AcknowledgeResult {
    /// The version that was on the screen.
    pub result_id: ResultId,
    /// What follows.
    pub action: Option<ResultAction>,
    /// In words, for whoever tells the patient.
    pub plan: Option<String>,
}

/// One set whose results wait, with its term.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenResultView {
    /// Which, and for what it waits.
    #[serde(flatten)]
    pub row: OpenResult,
    /// By when.
    pub until: Option<Moment>,
    /// Where it stands in that term.
    pub time: ResultTime,
}

/// Keeps that the urologist has read the latest results, and what follows.
///
/// # Errors
/// Beside `action` what is missing; `stale` when there is a later version, or somebody has said so.
pub async fn acknowledge(desk: &Desk, request: AcknowledgeResult) -> Result<ResultRoom, Refusal> {
    desk.may(Deed::JudgeResults)?;
    let mut form = Form::default();
    let action = form.read("action", request.action.ok_or("say what follows from it"));
    let plan = form.line("plan", request.plan, 1_000);
    if action.is_some_and(|action| action != ResultAction::None) && plan.is_none() {
        form.refuse("plan", "write what whoever tells the patient has to say");
    }
    let (Some(action), true) = (action, form.is_clean()) else { return Err(form.refusal()) };
    let mut writing = desk.writing().await?;
    let known = must_be_latest(&mut writing, request.result_id).await?;
    let patient = writing.visit_of_procedure(known.procedure).await?.patient_id;
    writing.acknowledge_result(request.result_id, patient, action, plan.as_deref()).await?;
    writing.commit().await?;
    room(desk, known.procedure).await
}

/// Everything that waits and has to be seen: what the laboratory owes past its time, what is to be read, what is to be told.
pub(crate) async fn open(reading: &mut Reading, now: Moment) -> Result<Vec<OpenResultView>, Refusal> {
    let turnaround = turnaround(reading).await?;
    let open = reading.open_results().await?.into_iter().map(|row| OpenResultView {
        until: row.stage.until(row.since, turnaround),
        time: row.stage.time(row.since, turnaround, now),
        row,
    });
    Ok(open.filter(|one| one.row.stage != ResultStage::Awaited || one.time == ResultTime::Late).collect())
}

/// The open loops of results, for the strip above the day's list.
pub(crate) fn loops(open: &[OpenResultView]) -> Vec<OpenLoop> {
    let kinds = [
        (
            ResultStage::Awaited,
            "overdue-results",
            ["result overdue at the laboratory", "results overdue at the laboratory"],
        ),
        (ResultStage::ToRead, "unread-results", ["result to read", "results to read"]),
        (ResultStage::ToTell, "untold-results", ["patient to be told of a result", "patients to be told of a result"]),
    ];
    let one_loop = |(stage, kind, [one, many]): (ResultStage, &str, [&str; 2])| {
        let of: Vec<_> = open.iter().filter(|row| row.row.stage == stage).collect();
        let late = of.iter().filter(|row| row.time == ResultTime::Late).count();
        let words = if of.len() == 1 { one } else { many };
        let past = if late > 0 && stage != ResultStage::Awaited { format!(" ({late} late)") } else { String::new() };
        OpenLoop {
            kind: kind.to_owned(),
            count: u32::try_from(of.len()).unwrap_or(u32::MAX),
            words: format!("{words}{past}"),
        }
    };
    kinds.into_iter().map(one_loop).filter(|one| one.count > 0).collect()
}

/// How many working days the laboratory takes, as the clinic has set it.
pub(super) async fn turnaround(reading: &mut Reading) -> Result<u32, Refusal> {
    let kept = reading.setting(TURNAROUND_SETTING).await?;
    Ok(kept.and_then(|days| days.parse().ok()).unwrap_or(TURNAROUND_DAYS))
}
