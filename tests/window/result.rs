//! The report comes back: the nurse types it in twice and slips once, the urologist agrees; and a sheet of numbers is kept.

use fantoccini::key::Key;
use tests::{NURSE, UROLOGIST};

use crate::people::change_to;
use crate::result_told as told;
use crate::safety::come_to_check_in;
use crate::visit::{self, Agreement, Man, Reading};
use crate::window::{Step, Window, play_at_the_desk};

const MAN: Man = Man { family: "Castellanos", given: "Rafael", born: "17031968" };

#[test]
fn the_report_comes_back() {
    play_at_the_desk("results", |window| {
        Box::pin(async move {
            come_to_check_in(window, &MAN).await?;
            the_set_leaves(window).await?;
            the_nurse_types_it_twice(window).await?;
            the_urologist_agrees(window).await?;
            told::the_patient_is_told(window).await?;
            told::a_critical_result_is_called_back(window).await?;
            the_sheet_is_kept(window).await
        })
    });
}

async fn the_set_leaves(window: &Window) -> Step {
    visit::measure(window, &Reading { temperature: "36.7", pulse: "70" }).await?;
    visit::ask(window, &[]).await?;
    window.press("Close check-in").await?;
    window.press("On to consent").await?;
    visit::consent(window, NURSE.passphrase, Agreement::Signed).await?;
    change_to(window, &UROLOGIST).await?;
    window.press("Time-out").await?;
    visit::time_out(window).await?;
    window.press("VB1 and VB2 first: to the glasses").await?;
    visit::receive_first_urines(window).await?;
    window.press("Go to the examination").await?;
    visit::examine(window).await?;
    visit::massage(window).await?;
    window.press("Stamp EPS: drops").await?;
    window.press("Stamp VB3: enough").await?;
    window.see("Every glass has its end").await?;
    visit::scan_labels(window, 4).await?;
    window.press("Finish the collection").await?;
    window.press("Go to the order").await?;
    window.choose("Antibiotics within the last four weeks", "No").await?;
    window.press("Send the order").await?;
    window.see("Message (HL7 OML^O21)").await?;
    visit::leave(window).await?;
    window.find("heading", "Today").await?;
    visit::pack(window, 4).await
}

async fn the_nurse_types_it_twice(window: &Window) -> Step {
    change_to(window, &NURSE).await?;
    window.press("Handoff").await?;
    window.press(&format!("Results of {}, {}", MAN.family, MAN.given)).await?;
    window.press("Type in the report").await?;
    window.see("The glasses").await?;
    window.choose("How it came", "By fax").await?;
    window.fill("Or why there is no scan", "The scanner is out of order").await?;
    window.fill("Name on the report", &format!("{}, {}", MAN.family, MAN.given)).await?;
    window.fill("Birth date on the report", "17081968").await?;
    window.fill("Unit of the counts", "cfu/mL").await?;
    window.fill("Magnification", "400").await?;
    window.choose("Leukocytes in urine counted by", "Wet mount, /HPF").await?;
    window.choose("Leukocytes in EPS counted by", "Wet mount, /HPF").await?;
    for (glass, cells) in [("VB1", "2"), ("VB2", "0-2")] {
        window.choose(&format!("Culture of {glass}"), "No growth").await?;
        window.fill(&format!("Limit of {glass}"), "<10^2").await?;
        window.fill(&format!("Leukocytes in {glass}"), cells).await?;
    }
    for (glass, count, cells) in [("EPS", ">100,000", "24"), ("VB3", "5 x 10^3", "12")] {
        window.choose(&format!("Culture of {glass}"), "Growth").await?;
        window.fill(&format!("Organism 1 in {glass}"), "E. coli").await?;
        window.fill(&format!("Count of organism 1 in {glass}"), count).await?;
        window.fill(&format!("Leukocytes in {glass}"), cells).await?;
    }
    window.choose("Pelvic pain or urinary symptoms, in the last 6 months", "3 months or more").await?;
    window.choose("An antibiotic within 7 days before", "No").await?;
    window.screen("result-entry").await?;
    window.press("Type the numbers again").await?;
    for (field, number) in [
        ("Limit of VB1", "<10^2"),
        ("Leukocytes in VB1", "2"),
        ("Limit of VB2", "<10^2"),
        ("Leukocytes in VB2", "0-2"),
        ("E. coli in EPS", ">100,000"),
        ("Leukocytes in EPS", "24"),
        ("E. coli in VB3", "5 x 10^4"),
        ("Leukocytes in VB3", "12"),
    ] {
        window.fill(field, number).await?;
    }
    window.press("Keep these results").await?;
    window.see("look at the report again").await?;
    window.picture("result-typed-differently").await?;
    window.fill("E. coli in VB3", "5 x 10^3").await?;
    window.press("Keep these results").await?;
    window.see("it may be somebody else’s report").await?;
    window.press("Back to the first entry").await?;
    window.picture("somebody-elses-report").await?;
    window.fill("Birth date on the report", MAN.born).await?;
    window.press("Type the numbers again").await?;
    window.choose("How the numbers are checked", "Seen by a second person").await?;
    window.fill("Second person signs on as", UROLOGIST.name).await?;
    window.fill("Their passphrase", UROLOGIST.passphrase).await?;
    window.picture("seen-by-a-second-person").await?;
    window.press("Keep these results").await?;
    window.see("Consistent with NIH II").await?;
    window.see("The urologist has not looked at it yet.").await
}

async fn the_urologist_agrees(window: &Window) -> Step {
    change_to(window, &UROLOGIST).await?;
    window.press("Handoff").await?;
    window.press(&format!("Results of {}, {}", MAN.family, MAN.given)).await?;
    window.see("Agree or disagree.").await?;
    window.picture("result").await?;
    window.screen("result").await?;
    window.press("Disagree").await?;
    window.picture("result-disagree").await?;
    window.press("Leave it").await?;
    window.press("Agree").await?;
    window.see("Agrees: ").await?;
    window.picture("result-agreed").await
}

async fn the_sheet_is_kept(window: &Window) -> Step {
    window.press("Find").await?;
    window.fill("Name, birth date or MRN", MAN.family).await?;
    window.see(MAN.given).await?;
    window.key(Key::Enter).await?;
    window.find("heading", "Chart").await?;
    window.press("Questionnaires").await?;
    for (day, pain) in [("01092026", "9"), ("20102026", "6"), ("20112026", "2")] {
        window.press("Type in NIH-CPSI").await?;
        window.fill("Day on the sheet", day).await?;
        for item in ["1a", "1b", "1c", "1d", "2a", "2b"] {
            window.fill(item, "1").await?;
        }
        for item in ["3", "5", "6", "7", "8", "9"] {
            window.fill(item, "2").await?;
        }
        window.fill("4", pain).await?;
        window.picture("questionnaire-entry").await?;
        window.press("Keep these numbers").await?;
        window.see("Every NIH-CPSI").await?;
    }
    window.see("response").await?;
    window.picture("questionnaires").await?;
    window.screen("questionnaires").await
}
