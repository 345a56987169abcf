//! Questionnaires.

use super::{Answer, Station, desk};
use practice::patient::PatientId;
use practice::questionnaire::{self, EnterQuestionnaire, QuestionnaireRoom};

#[tauri::command]
#[specta::specta]
pub(crate) async fn questionnaires(station: Station<'_>, patient_id: PatientId) -> Answer<QuestionnaireRoom> {
    questionnaire::room(&desk(&station).await?, patient_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn enter_questionnaire(
    station: Station<'_>,
    request: EnterQuestionnaire,
) -> Answer<QuestionnaireRoom> {
    questionnaire::enter(&desk(&station).await?, request).await
}
