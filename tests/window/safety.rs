//! The men who must be stopped, and the man of whom little can be obtained.

use fantoccini::key::Key;
use tests::{NURSE, UROLOGIST};

use crate::people::{change_to, sign_on, the_hour};
use crate::visit::{self, Agreement, Man, Reading};
use crate::window::{Step, Window, play_at_the_desk};

#[test]
fn the_feverish_man_is_stopped_at_check_in() {
    play_at_the_desk("feverish-man", |window| {
        Box::pin(async move {
            come_to_check_in(window, &Man { family: "Lindqvist", given: "Anders", born: "02111958" }).await?;
            visit::measure(window, &Reading { temperature: "3.82", pulse: "96" }).await?;
            window.see("Temperature").await?;
            window.picture("mistyped").await?;
            visit::measure(window, &Reading { temperature: "38.2", pulse: "96" }).await?;
            window.press("Yes, it is right").await?;
            window.see("38.2 °C").await?;
            had_a_biopsy_this_month(window).await?;
            visit::ask(window, &["Burning when passing urine"]).await?;
            window.see("Fever or chills within 30 days of a biopsy").await?;
            window.picture("the-verdict").await?;
            window.press("Open the stop screen").await?;
            visit::stop(window, "38.0 °C").await?;
            window.press("No urine is needed: end here").await?;
            window.press("Close the visit").await?;
            window.see("done").await?;
            window.picture("closed-without-urine").await
        })
    });
}

#[test]
fn the_tender_gland_stops_a_man_who_was_well() {
    play_at_the_desk("tender-gland", |window| {
        Box::pin(async move {
            come_to_the_room(window, &visit::LONGEST).await?;
            visit::receive_first_urines(window).await?;
            window.press("Go to the examination").await?;
            visit::find_tender_gland(window).await?;
            window.pose();
            visit::stop(window, "tender").await
        })
    });
}

#[test]
fn the_man_who_cannot_void_and_gives_no_secretion() {
    play_at_the_desk("cannot-void", |window| {
        Box::pin(async move {
            come_to_the_room(window, &Man { family: "Nakamura", given: "Hiroshi", born: "30011974" }).await?;
            window.press("None of VB1").await?;
            window.press_away("Cannot void").await?;
            window.choose("Volume of VB2", "Low").await?;
            window.press("VB2 received: stamp and print").await?;
            window.press("Go to the examination").await?;
            visit::examine(window).await?;
            visit::massage(window).await?;
            window.find("button", "Stamp EPS: drops").await?;
            window.press_away("None: dry EPS").await?;
            window.press("Stamp VB3: enough").await?;
            window.see("Every glass has its end").await?;
            visit::type_label(window).await?;
            visit::scan_labels(window, 1).await?;
            window.picture("two-glasses-of-four").await?;
            window.press("Finish the collection").await?;
            window.press("Go to the order").await?;
            window.see("not obtained: no secretion").await?;
            window.choose("Antibiotics within the last four weeks", "Not known").await?;
            window.press("Send the order").await?;
            window.see("Message (HL7 OML^O21)").await?;
            visit::leave(window).await?;
            window.see("done").await?;
            window.picture("closed-honestly").await
        })
    });
}

#[test]
fn the_man_with_a_long_name_who_goes_before_the_last_glass() {
    play_at_the_desk("gone-early", |window| {
        Box::pin(async move {
            let (family, given) = ("Featherstonehaugh-Cholmondeley", "Bartholomew Maximilian Alexander");
            come_to_the_room(window, &Man { family, given, born: "31121949" }).await?;
            window.choose("Volume of VB1", "Enough").await?;
            window.choose("Volume of VB2", "Low").await?;
            window.press("How VB2 looks, optional").await?;
            window.picture("how-it-looks").await?;
            window.press_away("Cloudy").await?;
            window.picture("cloudy").await?;
            window.press("VB1 and VB2 received: stamp and print").await?;
            window.choose("Nitrite, dipstick of VB2", "Negative").await?;
            window.picture("dipstick").await?;
            window.press("Go to the examination").await?;
            visit::examine(window).await?;
            window.picture("before-the-massage").await?;
            window.press("Patient left").await?;
            window.picture("has-he-left").await?;
            window.press("The patient has left").await?;
            window.see("Verify the labels").await?;
            window.picture("he-has-left").await?;

            // VB1 broke: it is found by its number, and thrown away with the reason.
            let broken = visit::waiting_label(window).await?;
            window.press("Anything").await?;
            window.fill("Patient, specimen, place or act", &broken).await?;
            window.see("its timeline").await?;
            window.picture("found-by-number").await?;
            window.key(Key::Enter).await?;
            window.press("Discard this tube").await?;
            window.choose("Why", "Broken").await?;
            window.picture("discard").await?;
            window.press("Discard this tube").await?;
            window.see("Label voided").await?;
            window.picture("discarded").await?;
            window.press("Go to its set").await?;
            window.see("Discarded").await?;
            visit::scan_labels(window, 1).await?;
            window.picture("what-is-left").await?;
            window.press("Close the visit").await?;
            window.see("left early").await
        })
    });
}

/// He says so, and knows the month.
async fn had_a_biopsy_this_month(window: &Window) -> Step {
    window.choose("Prostate biopsy in the last 6 weeks", "Yes").await?;
    window.fill("Date of the last biopsy", "in autumn").await?;
    window.press("Keep: prostate biopsy in the last 6 weeks").await?;
    window.see("Write a day that exists").await?;
    window.picture("a-day-that-is-none").await?;
    window.fill("Date of the last biopsy", &the_hour().format("%m %Y").to_string()).await?;
    window.press("Keep: prostate biopsy in the last 6 weeks").await?;
    window.picture("a-biopsy-this-month").await
}

/// From the lock page to the nurse's check-in of this man.
pub(crate) async fn come_to_check_in(window: &Window, man: &Man) -> Step {
    sign_on(window, &NURSE).await?;
    visit::register_and_find(window, man).await?;
    visit::book_and_arrive(window).await?;
    window.press("Check in").await
}

/// A man who is well, as far as the glasses.
pub(crate) async fn come_to_the_room(window: &Window, man: &Man) -> Step {
    come_to_check_in(window, man).await?;
    visit::measure(window, &Reading { temperature: "36.6", pulse: "70" }).await?;
    visit::ask(window, &[]).await?;
    window.press("Close check-in").await?;
    window.press("On to consent").await?;
    visit::consent(window, NURSE.passphrase, Agreement::Signed).await?;
    change_to(window, &UROLOGIST).await?;
    window.press("Time-out").await?;
    visit::time_out(window).await?;
    window.press("VB1 and VB2 first: to the glasses").await
}
