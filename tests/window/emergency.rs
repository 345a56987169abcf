//! Suspected acute prostatitis and no time for consent: one decision, one confirmation, and the examination alone.

use tests::{NURSE, UROLOGIST};

use crate::people::{change_to, sign_on};
use crate::visit::{self, Man, Reading};
use crate::window::play_at_the_desk;

const MAN: Man = Man { family: "Adeyemi", given: "Tunde", born: "30061949" };

#[test]
fn emergency_examination() {
    play_at_the_desk("emergency", |window| {
        Box::pin(async move {
            sign_on(window, &NURSE).await?;
            visit::register_and_find(window, &MAN).await?;
            visit::book(window, "DRE", "Suspected acute prostatitis: one gentle palpation, no strokes").await?;
            window.press("Check in").await?;
            visit::measure(window, &Reading { temperature: "36.9", pulse: "64" }).await?;
            visit::ask(window, &["Shaking chills in the last 24 hours"]).await?;
            window.fill("Breaths", "16").await?;
            window.fill("Temperature", "36.9").await?;
            window.press("Take these readings").await?;
            window.press_away("An infection is suspected: look again: neither").await?;
            window.press("Close check-in").await?;
            change_to(window, &UROLOGIST).await?;
            window.press("Consent").await?;
            window.press("It cannot wait").await?;
            window.find("heading", "Time-out").await?;
            window.taps();
            window.press("The examination cannot wait").await?;
            window.fill("Why it cannot wait", "retention with chills").await?;
            window.fill("Your passphrase", UROLOGIST.passphrase).await?;
            window.press("Declare an emergency examination").await?;
            window.see("Say whether the patient can decide").await?;
            window.choose("Capacity", "The patient can decide").await?;
            window.choose("The patient was told that it cannot wait", "Yes").await?;
            window.screen("emergency").await?;
            window.press("Declare an emergency examination").await?;
            window.see("Emergency examination declared.").await?;
            window.count("Emergency declared", 6);
            window.picture("emergency-declared").await
        })
    });
}
