//! The end of a visit and what follows: the sheet in his language, the check, an event, the call, and the month in figures.

use tests::{ADMINISTRATOR, NURSE, UROLOGIST};

use crate::people::change_to;
use crate::procedures::as_far_as_consent;
use crate::visit::{self, Agreement, Man};
use crate::window::{Step, Window, play_at_the_desk};

const MAN: Man = Man { family: "Lindqvist", given: "Henrik", born: "09041961" };

#[test]
fn the_man_who_is_looked_after_and_called() {
    play_at_the_desk("aftercare", |window| {
        Box::pin(async move {
            massaged(window).await?;
            goes_home(window).await?;
            something_follows(window).await?;
            is_called(window).await?;
            the_month_is_reviewed(window).await
        })
    });
}

async fn massaged(window: &Window) -> Step {
    as_far_as_consent(window, &MAN, "EPS", "Chronic pelvic pain syndrome: inflammatory or not (NIH IIIA or IIIB)")
        .await?;
    visit::consent(window, NURSE.passphrase, Agreement::Signed).await?;
    change_to(window, &UROLOGIST).await?;
    window.press("Time-out").await?;
    visit::time_out(window).await?;
    visit::examine(window).await?;
    visit::massage(window).await?;
    window.press_away("None: dry EPS").await?;
    window.press("Finish the collection").await
}

/// He has not passed urine at first, and so he stays.
async fn goes_home(window: &Window) -> Step {
    window.taps();
    window.press("Aftercare and leaving").await?;
    window.choose("Language of the sheet", "Deutsch").await?;
    window.see("Not reviewed").await?;
    window.press("Print and give the sheet").await?;
    window.see("aftercare-").await?;
    window.press("Well,").await?;
    window.fill("Number we may call, or how else to reach the patient", "030 5550 177").await?;
    window.press("The patient confirms it").await?;
    window.count("Aftercare, to the last press", 5);
    window.choose("Has passed urine", "No").await?;
    window.press("Close the visit").await?;
    window.see("The patient has not passed urine: look after the patient, and check again.").await?;
    window.screen("aftercare").await?;
    window.picture("not-yet").await?;
    window.choose("Has passed urine", "Yes").await?;
    window.press("Close the visit").await?;
    window.find("heading", "Today").await.map(drop)
}

async fn something_follows(window: &Window) -> Step {
    window.press("Find").await?;
    window.fill("Name, birth date or MRN", "Lind").await?;
    window.see(MAN.given).await?;
    window.key(fantoccini::key::Key::Enter).await?;
    window.see("None is recorded.").await?;
    window.press("Record one after the EPS").await?;
    window.press("Record an event").await?;
    window.choose("Which risk", "Faintness").await?;
    window.choose("What it was", "Syncope").await?;
    window.fill("What happened", "Fainted in the corridor").await?;
    window.choose("Who told us", "Our staff").await?;
    window.choose("CTCAE grade", "2 moderate").await?;
    window.choose("Relation to the act", "Probable").await?;
    window.choose("Expected", "Yes").await?;
    window.choose("Serious", "No").await?;
    window.fill("What was done", "Laid flat, legs up").await?;
    window.choose("Outcome", "Recovered").await?;
    window.choose("Reported outside the clinic", "No").await?;
    window.press("Record the event").await?;
    window.see("Syncope is never grade 2: it is grade 3.").await?;
    window.screen("adverse-event-form").await?;
    window.picture("never-grade-two").await?;
    window.choose("CTCAE grade", "3 severe").await?;
    window.press("Record the event").await?;
    window.find("heading", "Syncope").await?;
    window.press("Review").await?;
    window.fill("What you make of it", "He had not eaten").await?;
    window.press("Keep the review").await?;
    window.see("He had not eaten").await?;
    window.screen("adverse-event").await?;
    window.picture("an-event").await
}

async fn is_called(window: &Window) -> Step {
    change_to(window, &NURSE).await?;
    window.press("Follow-up").await?;
    window.see("To come").await?;
    window.screen("follow-up").await?;
    window.picture("calls").await?;
    window.key(fantoccini::key::Key::Enter).await?;
    window.press("Not reached").await?;
    window.choose("A message was left", "No").await?;
    window.picture("not-reached").await?;
    window.press("Keep the attempt").await?;
    window.tap("row", "To come").await?;
    window.taps();
    window.press("Name and birth date said, both right").await?;
    window.choose("Fever, felt or measured", "No").await?;
    window.choose("Shaking chills", "Yes").await?;
    window.fill("Pain now", "2").await?;
    window.choose("Passing urine", "As usual").await?;
    window.choose("Bleeding", "A streak").await?;
    window.choose("Bowel", "As usual").await?;
    window.choose("What follows", "Nothing more").await?;
    window.press("Keep the answers").await?;
    window.count("Follow-up call", 10);
    window.see("These answers are red flags of the sheet (chills)").await?;
    window.screen("call").await?;
    window.picture("a-red-flag").await?;
    window.choose("What follows", "Comes today").await?;
    window.press("Keep the answers").await?;
    window.see("Nobody is waiting for a call.").await
}

async fn the_month_is_reviewed(window: &Window) -> Step {
    change_to(window, &ADMINISTRATOR).await?;
    window.press("Figures").await?;
    window.see("Massages without specimen").await?;
    window.press(&format!("Review the figures of {}", UROLOGIST.full_name)).await?;
    window.fill("What you make of these figures", "One dry massage").await?;
    window.press("Keep the review").await?;
    window.see("One dry massage").await?;
    window.screen("figures").await?;
    window.picture("figures-of-conduct").await
}
