//! A visit that no screen saw, copied from paper afterwards: one page, one passphrase, and somebody who stands by.

use tests::{NURSE, UROLOGIST};

use crate::people::{change_to, sign_on};
use crate::visit::{self, Man};
use crate::window::{Step, Window, play_at_the_desk};

const MAN: Man = Man { family: "Varga", given: "Imre", born: "21071955" };

/// A day that has passed, whenever this is played.
const DAY: &str = "02 03 2026";

async fn enter_past_visit(window: &Window) -> Step {
    sign_on(window, &NURSE).await?;
    visit::register_and_find(window, &MAN).await?;
    change_to(window, &UROLOGIST).await?;
    window.press("Find").await?;
    window.fill("Name, birth date or MRN", &MAN.family[..3]).await?;
    window.see(MAN.given).await?;
    window.key(fantoccini::key::Key::Enter).await?;
    window.press("Book a visit").await?;
    window.choose("Procedure", "Four-glass test").await?;
    window.choose("Indication", "Suspected chronic bacterial prostatitis (NIH II), localisation").await?;
    window.fill("Day", DAY).await?;
    window.press("It has taken place").await?;
    window.find("heading", "Record afterwards").await?;
    window.fill("Why it was not recorded then", "power cut").await
}

#[test]
fn afterwards() {
    play_at_the_desk("afterwards", |window| {
        Box::pin(async move {
            enter_past_visit(window).await?;
            window.taps();
            window.picture("blank-sheet").await?;
            for (field, text) in [
                ("Measured at", "0855"),
                ("Temperature", "36.8"),
                ("Pulse", "72"),
                ("Upper pressure", "128"),
                ("Lower pressure", "78"),
                ("Asked at", "0850"),
            ] {
                window.fill(field, text).await?;
            }
            window.press("None of these in every open list").await?;
            window.fill("Agreed at", "0900").await?;
            window.choose("The patient agreed to", "The whole procedure").await?;
            window.choose("A chaperone was offered", "Yes").await?;
            window.fill("How, to whom, and who was there", "spoken to Dr. Kaya, Ruth Okafor was there").await?;
            window.fill("Examined at", "0912").await?;
            window.press("None of the stop findings").await?;
            window.fill("Findings made at", "0913").await?;
            window.fill("Size as felt", "35").await?;
            window.press("All unstated findings normal").await?;
            window.fill("First stroke at", "0915").await?;
            for (glass, time, volume) in [
                ("VB1", "0905", "Enough"),
                ("VB2", "0906", "Enough"),
                ("EPS", "0916", "None"),
                ("VB3", "0918", "Enough"),
            ] {
                window.fill(&format!("{glass} at"), time).await?;
                window.choose(&format!("Volume of {glass}"), volume).await?;
            }
            window.choose("Why there is no EPS", "No secretion").await?;
            window.picture("sheet-copied").await?;
            window.fill("Your passphrase", UROLOGIST.passphrase).await?;
            window.press("Record it").await?;
            window.see("A late label needs a second person, who types their passphrase.").await?;
            window.fill("Second person signs on as", NURSE.name).await?;
            window.fill("Their passphrase", NURSE.passphrase).await?;
            window.press("Record it").await?;
            window.see("No rule stood against the massage").await?;
            window.count("Visit recorded afterwards", 16);
            window.screen("afterwards").await?;
            window.press("Verify the late labels").await?;
            visit::scan_labels(window, 3).await?;
            window.picture("late-labels-verified").await
        })
    });
}

#[test]
fn afterwards_against_the_rules() {
    play_at_the_desk("afterwards-against", |window| {
        Box::pin(async move {
            enter_past_visit(window).await?;
            window.fill("First stroke at", "0915").await?;
            window.fill("Strokes right", "40").await?;
            window.fill("Strokes left", "4").await?;
            window.fill("Your passphrase", UROLOGIST.passphrase).await?;
            window.press("Record it").await?;
            window.see("40 strokes on one side cannot be: count again").await?;
            window.picture("forty-strokes").await?;
            window.fill("Strokes right", "4").await?;
            window.press("Record it").await?;
            window.see("Incident opened").await?;
            window.see("the five answers of the gate were open").await?;
            window.screen("afterwards-against").await?;
            window.press("Incidents").await?;
            window.see("Done against a rule").await?;
            window.picture("the-incident").await
        })
    });
}
