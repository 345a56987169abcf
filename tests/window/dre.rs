//! The man who comes for an examination alone: no glass, a short consent in words, and findings in a few taps.

use tests::{NURSE, UROLOGIST};

use crate::people::{change_to, sign_on};
use crate::visit::{self, Man, Reading};
use crate::window::play_at_the_desk;

const MAN: Man = Man { family: "Kowalski", given: "Marek", born: "12051953" };

#[test]
fn the_examination_alone() {
    play_at_the_desk("examination-alone", |window| {
        Box::pin(async move {
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
            visit::time_out(window).await?;
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
