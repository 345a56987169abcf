//! The procedures beside the four-glass test, in the window: two glasses around a massage, and the urine of a kit.

use tests::{NURSE, UROLOGIST};

use crate::people::{change_to, sign_on};
use crate::visit::{self, Agreement, Man, Reading};
use crate::window::{Step, Window, play_at_the_desk};

#[test]
fn the_two_glass_visit() {
    play_at_the_desk("two-glass", |window| {
        Box::pin(async move {
            let why = "Suspected chronic bacterial prostatitis (NIH II), simplified test";
            let man = Man { family: "Osei", given: "Kwame", born: "17081968" };
            as_far_as_consent(window, &man, "Two-glass test (PPMT)", why).await?;
            window.see("Two-glass test with prostate massage").await?;
            visit::consent(window, NURSE.passphrase, Agreement::Signed).await?;
            change_to(window, &UROLOGIST).await?;
            window.press("Time-out").await?;
            visit::time_out(window).await?;
            window.press("PRE-M first: to the glasses").await?;
            window.taps();
            window.choose("Volume of PRE-M", "Enough").await?;
            window.picture("pre-m").await?;
            window.press("PRE-M received: stamp and print").await?;
            window.press("Go to the examination").await?;
            let urine = window.taps();
            visit::examine(window).await?;
            window.taps();
            window.taps_before(urine);
            visit::massage(window).await?;
            window.picture("post-m-now").await?;
            window.press("Stamp POST-M: enough").await?;
            window.press("Stamp EPS: drops").await?;
            window.see("Every glass has its end").await?;
            visit::scan_labels(window, 3).await?;
            window.press("Finish the collection").await?;
            window.count("Two-glass", 13);
            window.picture("three-tubes").await?;
            window.press("Go to the order").await?;
            window.choose("Antibiotics within the last four weeks", "No").await?;
            window.picture("two-glass-order").await?;
            window.press("Send the order").await?;
            window.see("Message (HL7 OML^O21)").await?;
            visit::leave(window).await?;
            window.find("heading", "Today").await?;
            window.press("Read and sign").await?;
            window.find("heading", "Note").await?;
            window.picture("two-glass-note").await
        })
    });
}

#[test]
fn the_urine_of_a_kit() {
    play_at_the_desk("post-dre-urine", |window| {
        Box::pin(async move {
            let man = Man { family: "Brandstätter", given: "Leopold", born: "03031957" };
            let why = "PCA3: repeat biopsy considered after a negative one";
            as_far_as_consent(window, &man, "Post-DRE urine", why).await?;
            window.see("Urine test after examination of the prostate").await?;
            visit::consent_in_words(window, NURSE.passphrase).await?;
            change_to(window, &UROLOGIST).await?;
            window.press("Time-out").await?;
            visit::time_out(window).await?;
            visit::examine(window).await?;
            window.taps();
            window.press("Start the strokes").await?;
            for counted in ["R 0", "L 0", "R 1", "L 1", "R 2"] {
                window.press(counted).await?;
            }
            window.press("Strokes done").await?;
            window.see("say why there were 3 on the right and 2 on the left").await?;
            window.picture("strokes-unexplained").await?;
            window.press("L 2").await?;
            window.press("Strokes done").await?;
            window.see("since the strokes").await?;
            window.picture("urine-after-the-strokes").await?;
            window.press("Stamp PDU: enough").await?;
            visit::scan_labels(window, 1).await?;
            window.press("Finish the collection").await?;
            window.count("Post-DRE urine", 13);
            window.press("Go to the order").await?;
            window.choose("Antibiotics within the last four weeks", "No").await?;
            window.press("Send the order").await?;
            window.see("Message (HL7 OML^O21)").await?;
            window.picture("kit-order").await?;
            visit::leave(window).await?;
            window.press("Read and sign").await?;
            window.find("heading", "Note").await?;
            window.picture("kit-note").await
        })
    });
}

/// Registered, booked, checked in and well: at the consent page.
pub(crate) async fn as_far_as_consent(window: &Window, man: &Man, procedure: &str, indication: &str) -> Step {
    sign_on(window, &NURSE).await?;
    visit::register_and_find(window, man).await?;
    visit::book(window, procedure, indication).await?;
    window.press("Check in").await?;
    visit::measure(window, &Reading { temperature: "36.4", pulse: "66" }).await?;
    visit::ask(window, &[]).await?;
    window.press("Close check-in").await?;
    window.press("On to consent").await
}
