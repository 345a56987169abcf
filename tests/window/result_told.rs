//! What follows from a report: the urologist says so, the patient is told after one try, the scan is attached; and a blood
//! culture that the laboratory calls stands as an alarm until urologist and patient know.

use tests::{NURSE, UROLOGIST};

use crate::people::change_to;
use crate::window::{Step, Window};

/// The urologist has the results open and has agreed.
pub(crate) async fn the_patient_is_told(window: &Window) -> Step {
    window.choose("What follows from it", "Treat").await?;
    window.press("I have read it").await?;
    window.see("Write what whoever tells the patient has to say.").await?;
    window.fill("Plan, for whoever tells the patient", "Ciprofloxacin for four weeks").await?;
    window.press("I have read it").await?;
    window.see("Has not been told yet.").await?;
    change_to(window, &NURSE).await?;
    window.see("patient to be told of a result").await?;
    window.press("Follow-up").await?;
    window.see("Patient to be told").await?;
    window.picture("follow-up-to-tell").await?;
    window.tap("row", "Open").await?;
    window.press("Tell the patient").await?;
    window.choose("What came of it", "A letter").await?;
    window.choose("What the letter does", "Asks to call").await?;
    window.press("Write the letter").await?;
    window.see("Try 2 times before a letter ends it: 0 so far.").await?;
    window.picture("a-letter-too-soon").await?;
    window.choose("What came of it", "Not reached").await?;
    window.choose("A message was left", "No").await?;
    window.press("Keep this").await?;
    window.see("Not reached").await?;
    window.press("Tell the patient").await?;
    window.choose("How", "By telephone").await?;
    window.tick("Asked on the telephone, and right: two at least", "Name").await?;
    window.tick("Asked on the telephone, and right: two at least", "Birth date").await?;
    window.fill("What was said", "Bacteria in the prostate; an antibiotic for four weeks").await?;
    window.picture("telling").await?;
    window.press("Keep this").await?;
    window.see("Told by telephone (name and birth date asked)").await?;
    the_scan_is_attached(window).await?;
    window.picture("result-told").await?;
    window.screen("result-told").await
}

async fn the_scan_is_attached(window: &Window) -> Step {
    let scan = window.pictures().join("report.pdf");
    std::fs::write(&scan, b"%PDF-1.7 the report as it came by fax").map_err(|why| why.to_string())?;
    window.press("Attach the scan").await?;
    let field = window.find("field", "Scan of the report").await?;
    field.send_keys(&scan.display().to_string()).await.map_err(|why| format!("no file was chosen: {why}"))?;
    window.see("report.pdf").await?;
    window.press("Attach it").await?;
    window.see("PDF, 37 bytes, attached").await?;
    window.press("Write the scan").await?;
    window.see("Written to").await
}

pub(crate) async fn a_critical_result_is_called_back(window: &Window) -> Step {
    window.press("Critical result").await?;
    window.see("Nothing critical was called or reported.").await?;
    window.press("The laboratory calls").await?;
    window.choose("What makes it critical", "Positive blood culture").await?;
    window.fill("Value, as it was said", "Gram-negative rods in both bottles").await?;
    window.fill("Of which specimen", "Blood culture").await?;
    window.fill("Who calls", "Mr. Osei").await?;
    window.fill("From which laboratory", "Harbour Laboratory").await?;
    window.press("Open the critical result").await?;
    window.see("Read the value back, and say whether it was right").await?;
    window.picture("the-laboratory-calls").await?;
    window.choose("Read back, and the caller said that it was right", "Yes").await?;
    window.press("Open the critical result").await?;
    window.see("Tell the urologist").await?;
    window.press("Today").await?;
    window.see("critical result open").await?;
    window.picture("today-with-an-alarm").await?;
    window.screen("today-with-an-alarm").await?;
    window.press("1 critical result open").await?;
    window.find("heading", "Critical results").await?;
    window.screen("follow-up-critical").await?;
    window.picture("follow-up-critical").await?;
    window.tap("row", "Now").await?;
    window.press("The urologist was told").await?;
    window.choose("Who was told", UROLOGIST.full_name).await?;
    window.choose("What the urologist decided", "To an emergency department").await?;
    window.fill("In the urologist’s words", "To the emergency department at once").await?;
    window.picture("the-urologist-was-told").await?;
    window.press("Keep this").await?;
    window.see("Reach the patient").await?;
    window.press("The patient").await?;
    window.choose("How", "By telephone").await?;
    window.tick("Asked on the telephone, and right: two at least", "Name").await?;
    window.press("Keep this").await?;
    window.fill("What was said", "Bacteria in the blood: go now").await?;
    window.press("Keep this").await?;
    window.see("Ask for two identifiers first, and tick those that were right.").await?;
    window.tick("Asked on the telephone, and right: two at least", "Birth date").await?;
    window.press("Keep this").await?;
    window.see("None is open").await?;
    window.screen("critical").await?;
    window.picture("critical-closed").await
}
