//! Consent: asked, given, declined, withdrawn, checked; and the way out of the patient's own screen.

use super::{Answer, Station, desk};
use practice::consent::{
    self, ConcurForMinor, ConfirmPresence, ConsentId, ConsentRoom, ConsentView, Countersign, DeclineConsent,
    GiveConsent, OfferConsent, SealReport, VisitId, WithdrawConsent,
};
use practice::document::PrintedPaper;

#[tauri::command]
#[specta::specta]
pub(crate) async fn consent_room(station: Station<'_>, visit_id: VisitId) -> Answer<ConsentRoom> {
    consent::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn offer_consent(station: Station<'_>, request: OfferConsent) -> Answer<ConsentView> {
    consent::offer(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn give_consent(station: Station<'_>, request: GiveConsent) -> Answer<ConsentView> {
    consent::give(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn decline_consent(station: Station<'_>, request: DeclineConsent) -> Answer<ConsentView> {
    consent::decline(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn withdraw_consent(station: Station<'_>, request: WithdrawConsent) -> Answer<ConsentView> {
    consent::withdraw(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn verify_consent(station: Station<'_>, consent_id: ConsentId) -> Answer<SealReport> {
    consent::verify(&desk(&station).await?, consent_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn leave_reading(station: Station<'_>, passphrase: String) -> Answer<()> {
    consent::leave_reading(&desk(&station).await?, &passphrase).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn confirm_presence(station: Station<'_>, request: ConfirmPresence) -> Answer<()> {
    consent::confirm_presence(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn countersign_consent(station: Station<'_>, request: Countersign) -> Answer<()> {
    consent::countersign(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn concur_for_minor(station: Station<'_>, request: ConcurForMinor) -> Answer<()> {
    consent::concur(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn print_consent_scan(station: Station<'_>, consent_id: ConsentId) -> Answer<PrintedPaper> {
    consent::print_scan(&desk(&station).await?, consent_id).await
}
