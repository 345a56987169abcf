//! The massage was recorded on the wrong man, and its order is out: the visit is moved, the laboratory told, each tube settled.

use tests::{NURSE, UROLOGIST};

use crate::safety::come_to_the_room;
use crate::visit::{self, Man};
use crate::window::{Step, Window, play_at_the_desk};

const RECORDED_ON: Man = Man { family: "Marchetti", given: "Paolo", born: "11031962" };
const REALLY_HERE: Man = Man { family: "Machetti", given: "Paolo", born: "03111962" };

#[test]
fn a_wrong_patient_is_put_right() {
    play_at_the_desk("wrong-patient", |window| {
        Box::pin(async move {
            come_to_the_room(window, &RECORDED_ON).await?;
            the_set_is_ordered(window).await?;
            visit::register_and_find(window, &REALLY_HERE).await?;
            window.press("Find").await?;
            window.fill("Name, birth date or MRN", RECORDED_ON.family).await?;
            window.see(RECORDED_ON.given).await?;
            window.key(fantoccini::key::Key::Enter).await?;
            window.taps();
            window.press("Wrong patient").await?;
            window.fill("Name, birth date or MRN", REALLY_HERE.family).await?;
            window.choose("The right patient", "MACHETTI, Paolo").await?;
            window.fill("How it came about", "Two men called Paolo; the birth date was not asked.").await?;
            two_people(window).await?;
            look(window, "whose-visit-it-was").await?;
            window.press("Move the visit").await?;
            window.see("Moved to the right patient").await?;
            look(window, "what-is-open").await?;

            window.fill("Spoke to", "Ms Adeyemi, reception").await?;
            window.fill("What was said", "Nothing was received yet; they cancel the order.").await?;
            window.press("Record the call").await?;
            window.see("spoke to Ms Adeyemi").await?;
            window.sign().await?;
            window.press("Record the statement").await?;
            window.see("Signed.").await?;
            window.press("Discard VB1, VB2, VB3").await?;
            window.press("Discard them").await?;
            let thrown = async || Ok((!window.has("button", "Discard VB1, VB2, VB3").await?).then_some(()));
            window.until("three tubes to be thrown away", thrown).await?;
            window.press("Relabel or discard EPS").await?;
            look(window, "a-quarantined-tube").await?;
            window.press("Relabel this tube").await?;
            window.fill("How you know whose it is", "I caught it and had it in my hand.").await?;
            two_people(window).await?;
            window.picture("relabel").await?;
            window.press("Sign and print the new label").await?;
            window.see("Relabelled").await?;
            window.count("Wrong patient put right", 12);
            look(window, "relabelled").await?;

            window.press("Find").await?;
            window.fill("Name, birth date or MRN", RECORDED_ON.family).await?;
            window.see(RECORDED_ON.given).await?;
            window.key(fantoccini::key::Key::Enter).await?;
            window.see("entered in error").await?;
            look(window, "the-chart-it-stood-on").await?;
            window.press("Put right").await?;
            window.see("Nothing is open").await?;
            window.picture("settled").await
        })
    });
}

async fn the_set_is_ordered(window: &Window) -> Step {
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
    window.see("Message (HL7 OML^O21)").await
}

async fn two_people(window: &Window) -> Step {
    window.fill("Your passphrase", UROLOGIST.passphrase).await?;
    window.fill("Second person signs on as", NURSE.name).await?;
    window.fill("Their passphrase", NURSE.passphrase).await
}

/// A picture that axe is asked about, and the screen in both themes and sizes.
async fn look(window: &Window, name: &str) -> Step {
    window.picture(name).await?;
    window.screen(name).await
}
