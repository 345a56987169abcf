//! The well man: one real four-glass test, from an empty folder to a signed note, by three people with three roles.

use tests::{ADMINISTRATOR, NURSE, UROLOGIST};

use crate::people::{change_to, found_clinic, keep_papers, sign_on};
use crate::visit::{self, Agreement, Man, Reading};
use crate::window::{Step, Window, play};

const MAN: Man = Man { family: "Öztürk", given: "Kemal", born: "09041961" };

#[test]
fn the_four_glass_visit() {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    play("four-glass-visit", &vault, |window| {
        let vault = vault.clone();
        Box::pin(async move {
            found_clinic(window, &vault).await?;
            the_nurse_prepares(window).await?;
            the_urologist_works(window).await?;
            the_order_goes_out(window).await?;
            the_note_is_signed(window).await?;
            the_administrator_exports(window).await?;
            keep_papers(window, &vault)
        })
    });
}

async fn the_nurse_prepares(window: &Window) -> Step {
    sign_on(window, &NURSE).await?;
    window.screen("today-empty").await?;
    visit::register_and_find(window, &MAN).await?;
    visit::book_and_arrive(window).await?;
    window.press("Check in").await?;
    window.picture("check-in").await?;
    window.taps();
    visit::measure(window, &Reading { temperature: "36.8", pulse: "72" }).await?;
    visit::ask(window, &[]).await?;
    window.picture("check-in-answered").await?;
    window.press("Close check-in").await?;
    window.count("Check-in, first four-glass", 25 + 4);
    window.press("On to consent").await?;
    window.picture("consent").await?;
    visit::consent(window, NURSE.passphrase, Agreement::Signed).await?;
    window.picture("consent-given").await
}

async fn the_urologist_works(window: &Window) -> Step {
    change_to(window, &UROLOGIST).await?;
    window.see(MAN.given).await?;
    window.picture("today").await?;
    window.press("Time-out").await?;
    window.taps();
    visit::time_out(window).await?;
    window.count("Time-out", 4);
    window.press("VB1 and VB2 first: to the glasses").await?;
    window.taps();
    visit::receive_first_urines(window).await?;
    let urines = window.taps();
    window.press("Go to the examination").await?;
    window.taps();
    visit::examine(window).await?;
    window.count("Normal DRE", 8);
    window.taps_before(urines);
    visit::massage(window).await?;
    window.press("Stamp EPS: drops").await?;
    window.press("Stamp VB3: enough").await?;
    window.see("Every glass has its end").await?;
    visit::scan_labels(window, 4).await?;
    window.picture("four-glasses").await?;
    window.press("Finish the collection").await?;
    window.count("Four-glass", 13);
    window.press("Go to the order").await
}

async fn the_order_goes_out(window: &Window) -> Step {
    window.choose("Antibiotics within the last four weeks", "No").await?;
    window.picture("order").await?;
    window.press("Send the order").await?;
    window.see("Message (HL7 OML^O21)").await?;
    window.picture("order-written").await?;
    visit::leave(window).await?;
    window.find("heading", "Today").await?;
    window.taps();
    visit::pack(window, 4).await?;
    window.count("Pack four tubes", 4 + 4);
    window.picture("packed").await?;
    window.press("Today").await
}

async fn the_note_is_signed(window: &Window) -> Step {
    window.press("Read and sign").await?;
    window.find("heading", "Note").await?;
    window.fill("Your passphrase", UROLOGIST.passphrase).await?;
    window.picture("note").await?;
    window.taps();
    window.press("Sign the note").await?;
    window.see("Locked.").await?;
    window.count("Sign", 1);
    window.picture("note-signed").await?;
    window.press("Write PDF").await?;
    window.see("Written to ").await
}

async fn the_administrator_exports(window: &Window) -> Step {
    change_to(window, &ADMINISTRATOR).await?;
    if window.has("button", "Find").await? {
        return Err("the administrator is offered charts".to_owned());
    }
    window.press("Exports").await?;
    window.fill("What for, and for whom", "Quality report to the regional chamber").await?;
    window.picture("export").await?;
    window.press("Make this table").await?;
    window.fill("Your passphrase", ADMINISTRATOR.passphrase).await?;
    window.press("Write the table").await?;
    window.see(" written to ").await?;
    window.picture("exported").await?;
    window.press("Audit").await?;
    window.picture("audit").await?;
    window.press("Settings").await?;
    window.picture("settings").await?;
    window.press("Practice").await?;
    window.picture("practice").await
}
