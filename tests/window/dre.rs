//! The man who comes for an examination alone: no glass, a short consent in words, and findings in a few taps.

use fantoccini::key::Key;
use tests::{NURSE, UROLOGIST};

use crate::people::{change_to, sign_on};
use crate::visit::{self, Man, Reading};
use crate::window::{Step, Window, play_at_the_desk};

const MAN: Man = Man { family: "Kowalski", given: "Marek", born: "12051953" };

#[test]
fn the_examination_alone() {
    play_at_the_desk("examination-alone", |window| {
        Box::pin(async move {
            to_the_room(window).await?;
            window.taps();
            visit::feel(window).await?;
            window.count("Normal DRE", 8);
            window.press("Close the visit").await?;
            window.find("heading", "Today").await?;
            window.press("Read and sign").await?;
            window.find("heading", "Note").await?;
            window.picture("note-of-an-examination").await
        })
    });
}

/// The whole way to the examination.
async fn to_the_room(window: &Window) -> Step {
    sign_on(window, &NURSE).await?;
    visit::register_and_find(window, &MAN).await?;
    visit::book(window, "DRE", "Raised PSA or suspicion of cancer, beside PSA").await?;
    window.press("Check in").await?;
    visit::measure(window, &Reading { temperature: "36.5", pulse: "64" }).await?;
    visit::ask(window, &[]).await?;
    window.press("Close check-in").await?;
    window.press("On to consent").await?;
    visit::consent_in_words(window, NURSE.passphrase).await?;
    change_to(window, &UROLOGIST).await?;
    window.press("Time-out").await?;
    visit::time_out(window).await
}

#[test]
fn a_suspicious_gland() {
    play_at_the_desk("suspicious-gland", |window| {
        Box::pin(async move {
            to_the_room(window).await?;
            window.press("None of the stop findings").await?;
            window.press("Add an indurated area").await?;
            window.find("button", "right base lateral").await?;
            // The map is walked by its arrows: the middle and the apex of the right edge.
            for key in [Key::Tab, Key::Down, Key::Enter, Key::Down, Key::Enter] {
                window.key(key).await?;
            }
            window.choose("Of the lobe", "Half of the lobe or less").await?;
            window.press("Place the area").await?;
            window.fill("Size as felt", "48").await?;
            window.choose("Rectal mass", "Present").await?;
            window.fill("From the anal verge", "6").await?;
            window.choose("Summary", "Suspicious").await?;
            window.press("All unstated findings normal").await?;
            window.press_for("Keep the findings", "Write what makes it suspicious").await?;
            window.see("Say where the mass lies").await?;
            window.fill("Hour of the clock", "9").await?;
            window.fill("Across", "20").await?;
            window.choose("It is", "Mobile").await?;
            window.fill("What makes it suspicious", "Hard along the right edge").await?;
            window.press("State T2a").await?;
            window.fill("What is arranged", "Endoscopy and MRI asked for").await?;
            window.picture("suspicious-gland").await?;
            window.press("Gloves, position, route and more").await?;
            window.choose("Gloves", "Nitrile").await?;
            window.press("Keep the findings").await?;
            window.find("button", "Close the visit").await?;
            window.press("Close the visit").await?;
            window.press("Read and sign").await?;
            window.see("Suspected cT").await?;
            window.see("Endoscopy and MRI asked for").await
        })
    });
}
