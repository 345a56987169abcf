//! In the middle of the massage he takes his consent back; later he says what becomes of what was taken.

use crate::safety::come_to_the_room;
use crate::visit::{self, Man};
use crate::window::{Step, Window, play_at_the_desk};

#[test]
fn consent_is_withdrawn_in_the_middle_of_the_massage() {
    play_at_the_desk("withdrawal", |window| {
        Box::pin(async move {
            come_to_the_room(window, &Man { family: "Brandão", given: "Tiago", born: "17051970" }).await?;
            visit::receive_first_urines(window).await?;
            window.press("Go to the examination").await?;
            visit::examine(window).await?;
            window.press("Start the massage").await?;
            window.press("R 0").await?;
            window.taps();
            window.press("Patient wants to stop").await?;
            look(window, "stop-or-withdraw").await?;
            window.choose("What the patient says", "I take my consent back").await?;
            window.picture("consent-taken-back").await?;
            window.press("Record the withdrawal").await?;
            window.count("Withdrawal in mid-procedure", 3);
            window.find("button", "Specimens are held").await?;
            window.picture("held").await?;

            window.press("Handoff").await?;
            window.see("held").await?;
            window.picture("held-on-the-board").await?;
            window.press("Today").await?;
            window.press("Send or discard?").await?;
            window.taps();
            window.press("Specimens are held").await?;
            window.choose("The patient says", "Discard them").await?;
            look(window, "send-or-discard").await?;
            window.press("Record the answer").await?;
            window.count("Answer for the specimens", 3);
            window.see("specimens: discarded").await?;
            look(window, "taken-back").await?;
            window.press("Today").await?;
            window.press("Close the visit").await?;
            visit::look_after(window).await?;
            window.see("done").await?;
            window.picture("closed").await
        })
    });
}

#[test]
fn he_asks_to_stop_and_what_was_taken_goes_on() {
    play_at_the_desk("patient-stops", |window| {
        Box::pin(async move {
            come_to_the_room(window, &Man { family: "Aaltonen", given: "Veikko", born: "02121966" }).await?;
            visit::receive_first_urines(window).await?;
            window.taps();
            window.press("Patient wants to stop").await?;
            window.choose("What the patient says", "Stop here").await?;
            window.press("Stop here").await?;
            window.count("Patient asks to stop", 3);
            visit::scan_labels(window, 2).await?;
            window.picture("stopped").await?;
            window.press("Go to the order").await?;
            window.choose("Antibiotics within the last four weeks", "No").await?;
            window.press("Send the order").await?;
            window.see("Message (HL7 OML^O21)").await
        })
    });
}

/// A picture that axe is asked about, and the screen in both themes and sizes.
async fn look(window: &Window, name: &str) -> Step {
    window.picture(name).await?;
    window.screen(name).await
}
