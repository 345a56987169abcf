//! The day around a visit: booked with its sheet and its questions, then called off, or nobody came and then somebody did.

use fantoccini::key::Key;
use tests::{ADMINISTRATOR, NURSE};

use crate::people::{change_to, sign_on};
use crate::visit::{self, Man};
use crate::window::{Step, Window, play_at_the_desk};

const MAN: Man = Man { family: "Lindqvist", given: "Henrik", born: "09041961" };
const WHY: &str = "Suspected chronic bacterial prostatitis (NIH II), localisation";

#[test]
fn booked_prepared_and_called_off() {
    play_at_the_desk("booked", |window| {
        Box::pin(async move {
            sign_on(window, &NURSE).await?;
            visit::register_and_find(window, &MAN).await?;
            post_goes_elsewhere(window).await?;
            books(window).await?;
            is_prepared(window).await?;
            is_asked_beforehand(window).await?;
            is_called_off(window).await?;
            nobody_comes_and_then_he_does(window).await?;
            the_table_of_symptoms(window).await
        })
    });
}

async fn post_goes_elsewhere(window: &Window) -> Step {
    window.press("Address for post").await?;
    window.fill("Post goes to", "c/o Harbour Shelter, Post box 17").await?;
    window.picture("address-for-post").await?;
    window.press("Keep the address").await?;
    window.see("c/o Harbour Shelter, Post box 17").await
}

/// A slip of the finger first: the year 2099.
async fn books(window: &Window) -> Step {
    window.press("Book a visit").await?;
    window.choose("Procedure", "Four-glass test").await?;
    window.choose("Indication", WHY).await?;
    window.fill("Day", "01012099").await?;
    window.press("Book the visit").await?;
    window.see("This day is more than two years ahead; look at the year again.").await?;
    window.picture("two-years-ahead").await?;
    window.press("Back").await?;
    window.press("Book a visit").await?;
    window.choose("Procedure", "Four-glass test").await?;
    window.choose("Indication", WHY).await?;
    window.fill("Time", "00:01").await?;
    window.press("Book the visit").await?;
    window.find("button", "Record arrival").await.map(drop)
}

async fn is_prepared(window: &Window) -> Step {
    window.press("Visit").await?;
    window.find("heading", "Preparation sheet").await?;
    window.fill("Clinician or practice", "Dr. Miriam Osei").await?;
    window.fill("Address", "Mill Lane 4, 10117 Berlin").await?;
    window.press("Keep who referred").await?;
    window.see("The note is not signed yet").await?;
    window.choose("Language of the sheet", "Deutsch").await?;
    window.see("Not reviewed").await?;
    window.press("Print the sheet").await?;
    window.see("preparation-").await?;
    window.screen("visit").await?;
    window.picture("prepared").await
}

async fn is_asked_beforehand(window: &Window) -> Step {
    window.press("Ask beforehand").await?;
    window.find("heading", "Before the visit").await?;
    for group in ["Infection", "Bleeding", "Cancer and procedures", "Nerves, heart and posture"] {
        window.press_away(&format!("{group}: none of these")).await?;
    }
    window.choose("Rectum or anus absent or closed, as after abdominoperineal resection", "Yes").await?;
    window.see("The booking stays").await?;
    window.screen("before-the-visit").await?;
    window.picture("would-stop").await?;
    window.press("Back to the visit").await?;
    window.find("button", "Cancel the visit").await.map(drop)
}

async fn is_called_off(window: &Window) -> Step {
    window.press("Cancel the visit").await?;
    window.find("dialog", "Cancel the visit").await?;
    window.fill("Why", "no rectum").await?;
    window.key(Key::Enter).await?;
    window.see("Say who calls it off.").await?;
    window.picture("who-calls-it-off").await?;
    window.choose("Who calls it off", "The clinic").await?;
    window.tap_in("Cancel the visit", "button", "Cancel the visit").await?;
    window.see("by the clinic: no rectum").await?;
    window.picture("cancelled").await?;
    window.press("Today").await?;
    window.see("by the clinic").await
}

/// A minute after midnight is past, whatever the hour of the journey.
async fn nobody_comes_and_then_he_does(window: &Window) -> Step {
    window.press("Find").await?;
    window.fill("Name, birth date or MRN", "Lind").await?;
    window.see(MAN.given).await?;
    window.key(Key::Enter).await?;
    window.press("Book a visit").await?;
    window.choose("Procedure", "Four-glass test").await?;
    window.choose("Indication", WHY).await?;
    window.fill("Time", "00:02").await?;
    window.press("Book the visit").await?;
    window.find("button", "Record arrival").await?;
    window.press("Today").await?;
    window.find("row", "00:02").await?;
    window.keys("d").await?;
    window.see("did not come").await?;
    window.screen("today-called-off").await?;
    window.picture("did-not-come").await?;
    window.press("Came after all").await?;
    window.find("button", "Check in").await?;
    window.press("Check in").await?;
    window.find("heading", "Check-in").await?;
    window.see("Unchanged since").await?;
    window.picture("asked-at-booking").await?;
    window.press_away("Infection: unchanged since").await
}

async fn the_table_of_symptoms(window: &Window) -> Step {
    change_to(window, &ADMINISTRATOR).await?;
    window.press("Settings").await?;
    window.press("Add a symptom").await?;
    window.fill("Code", "N41.1").await?;
    window.fill("What it means", "Chronic prostatitis").await?;
    window.choose("Coding system", "ICD-10").await?;
    window.press("Add to the table").await?;
    window.see("N41.1 is a diagnosis").await?;
    window.picture("a-diagnosis-is-no-symptom").await?;
    window.fill("Code", "R10.2").await?;
    window.fill("What it means", "Pelvic and perineal pain").await?;
    window.press("Add to the table").await?;
    window.see("Pelvic and perineal pain").await?;
    window.press("End").await?;
    window.see("Orders that carry it keep it.").await?;
    window.press("Leave it").await?;
    window.screen("symptom-codes").await?;
    window.picture("symptom-codes").await
}
