//! A whole four-glass visit by keyboard and scanner alone: nothing is clicked, and where the focus is can always be seen.

use fantoccini::key::Key;
use tests::{ADMINISTRATOR, NURSE, UROLOGIST};

use crate::people::sign_on;
use crate::visit::{self, Agreement, LONGEST, Reading};
use crate::window::{Step, Window, play_at_the_desk};

#[test]
fn the_visit_by_keyboard_and_scanner() {
    play_at_the_desk("by-keyboard", |window| {
        Box::pin(async move {
            window.by_keys_alone();
            window.pose();
            the_nurse_prepares(window).await?;
            window.chord(Key::Control, 'l').await?;
            window.find("heading", "Who is here?").await?;
            the_urologist_works(window).await?;
            the_order_and_the_note(window).await
        })
    });
}

async fn the_nurse_prepares(window: &Window) -> Step {
    sign_on(window, &NURSE).await?;
    visit::register_and_find(window, &LONGEST).await?;
    window.screen("chart-empty").await?;
    visit::book_and_arrive(window).await?;
    window.picture("chart").await?;
    window.press("Check in").await?;
    visit::measure(window, &Reading { temperature: "36.7", pulse: "68" }).await?;
    visit::ask(window, &[]).await?;
    window.picture("check-in-answered").await?;
    window.chord(Key::Control, char::from(Key::Enter)).await?;
    window.press("On to consent").await?;
    window.picture("consent").await?;
    visit::consent(window, NURSE.passphrase, Agreement::Heard(ADMINISTRATOR.full_name)).await?;
    window.picture("consent-given").await
}

async fn the_urologist_works(window: &Window) -> Step {
    sign_on(window, &UROLOGIST).await?;
    window.see(LONGEST.given).await?;
    window.picture("today").await?;
    // The day's list has the focus: Enter does the next act of its row.
    window.key(Key::Enter).await?;
    visit::time_out(window).await?;
    window.press("VB1 and VB2 first: to the glasses").await?;
    visit::receive_first_urines(window).await?;
    window.press("Go to the examination").await?;
    visit::examine(window).await?;
    visit::massage(window).await?;
    // A number read back now holds the letter that stamps EPS: a scan presses no key of the screen.
    visit::scan_labels(window, 1).await?;
    window.find("button", "Stamp EPS: drops").await?;
    window.press("Stamp VB3: enough").await?;
    window.press("Stamp EPS: drops").await?;
    window.see("Every glass has its end").await?;
    window.picture("every-glass-has-its-end").await?;
    visit::scan_labels(window, 3).await?;
    window.press("Finish the collection").await?;
    window.press("Go to the order").await
}

async fn the_order_and_the_note(window: &Window) -> Step {
    window.choose("Antibiotics within the last four weeks", "No").await?;
    window.picture("order").await?;
    window.press("Send the order").await?;
    window.see("Message (HL7 OML^O21)").await?;
    window.picture("order-written").await?;
    visit::leave(window).await?;
    window.find("heading", "Today").await?;
    visit::pack(window, 4).await?;
    window.press("Today").await?;
    window.press("Read and sign").await?;
    window.find("heading", "Note").await?;
    window.fill("Your passphrase", UROLOGIST.passphrase).await?;
    window.picture("note").await?;
    window.key(Key::Enter).await?;
    window.see("Locked.").await?;
    window.picture("note-signed").await
}
