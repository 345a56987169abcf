//! Check-in, the time-out, and the stop.

use super::{Answer, Station, desk};
use practice::emergency::{self, DeclareEmergency};
use practice::screening::{self, CheckInRoom, GiveAnswers, MeasureVitals, OverrideRules, VisitId};
use practice::stop::{self, StopRoom};
use practice::time_out::{self, AnswerAsUrologist, TakeTimeOut, TimeOutRoom};

#[tauri::command]
#[specta::specta]
pub(crate) async fn declare_emergency(station: Station<'_>, request: DeclareEmergency) -> Answer<TimeOutRoom> {
    emergency::declare(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn check_in(station: Station<'_>, visit_id: VisitId) -> Answer<CheckInRoom> {
    screening::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn give_answers(station: Station<'_>, request: GiveAnswers) -> Answer<CheckInRoom> {
    screening::answer(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn confirm_unchanged(
    station: Station<'_>,
    visit_id: VisitId,
    items: Vec<String>,
) -> Answer<CheckInRoom> {
    screening::confirm_unchanged(&desk(&station).await?, visit_id, items).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn measure_vitals(station: Station<'_>, request: MeasureVitals) -> Answer<CheckInRoom> {
    screening::measure(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn close_check_in(station: Station<'_>, visit_id: VisitId) -> Answer<CheckInRoom> {
    screening::close_check_in(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn override_rules(station: Station<'_>, request: OverrideRules) -> Answer<CheckInRoom> {
    screening::override_rules(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn time_out(station: Station<'_>, visit_id: VisitId) -> Answer<TimeOutRoom> {
    time_out::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn answer_as_urologist(station: Station<'_>, request: AnswerAsUrologist) -> Answer<TimeOutRoom> {
    time_out::answer(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn take_time_out(station: Station<'_>, request: TakeTimeOut) -> Answer<TimeOutRoom> {
    time_out::take(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn stop(station: Station<'_>, visit_id: VisitId) -> Answer<StopRoom> {
    stop::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn end_for_safety(station: Station<'_>, visit_id: VisitId) -> Answer<StopRoom> {
    stop::end(&desk(&station).await?, visit_id).await
}
