//! The two-glass test in the window: a midstream urine before the massage, the drops it brings, the first urine after it.

use tests::{NURSE, UROLOGIST};

use crate::people::{change_to, sign_on};
use crate::visit::{self, Agreement, Man, Reading};
use crate::window::play_at_the_desk;

#[test]
fn the_two_glass_visit() {
    play_at_the_desk("two-glass", |window| {
        Box::pin(async move {
            sign_on(window, &NURSE).await?;
            visit::register_and_find(window, &Man { family: "Osei", given: "Kwame", born: "17081968" }).await?;
            visit::book(
                window,
                "Two-glass test (PPMT)",
                "Suspected chronic bacterial prostatitis (NIH II), simplified test",
            )
            .await?;
            window.press("Check in").await?;
            visit::measure(window, &Reading { temperature: "36.4", pulse: "66" }).await?;
            visit::ask(window, &[]).await?;
            window.press("Close check-in").await?;
            window.press("On to consent").await?;
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
            window.press("Close the visit").await?;
            window.find("heading", "Today").await?;
            window.press("Read and sign").await?;
            window.find("heading", "Note").await?;
            window.picture("two-glass-note").await
        })
    });
}
