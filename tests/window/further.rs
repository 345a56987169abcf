//! Beside the glasses: the acute picture is stopped, its cultures are taken, labelled, ordered and packed.

use tests::ADMINISTRATOR;

use crate::people::change_to;
use crate::safety::come_to_check_in;
use crate::visit::{self, Man, Reading};
use crate::window::play_at_the_desk;

#[test]
fn the_acute_picture_is_stopped_and_its_cultures_are_taken_labelled_and_ordered() {
    play_at_the_desk("acute-picture", |window| {
        Box::pin(async move {
            come_to_check_in(window, &Man { family: "Bergstrom", given: "Olof", born: "14071966" }).await?;
            visit::measure(window, &Reading { temperature: "38.6", pulse: "104" }).await?;
            window.press("Yes, it is right").await?;
            window.see("38.6 °C").await?;
            visit::ask(window, &["Burning when passing urine"]).await?;
            window.press("Open the stop screen").await?;
            window.see("We will not do this part today.").await?;
            window.press("Why, and what to do now").await?;
            window.see("Midstream urine culture").await?;
            window.press_away("End the procedure here").await?;
            window.find("button", "Take midstream urine and blood culture now").await?;
            window.picture("what-to-take").await?;

            window.press("Take midstream urine and blood culture now").await?;
            window.press("MSU midstream urine (acute pathway)").await?;
            window.choose("How much", "Enough").await?;
            window.pose();
            window.screen("take-urine").await?;
            window.press_away("MSU taken: stamp and print").await?;
            window.see("label printed: scan it").await?;
            window.press("BC blood culture (acute pathway)").await?;
            window.choose("How much in each bottle", "Enough").await?;
            window.fill("Drawn from", "left arm").await?;
            window.picture("take-blood").await?;
            window.press_away("BC, 2 bottles taken: stamp and print").await?;
            window.see("anaerobic bottle, left arm").await?;
            visit::scan_labels(window, 3).await?;
            window.screen("labels-verified").await?;

            window.press("Go to the order").await?;
            window.see("Blood culture, aerobic bottle, left arm").await?;
            window.press("Attach a requisition on paper").await?;
            window.see("Type two identifiers as they stand on the paper").await?;
            window.picture("a-requisition-on-paper").await?;
            window.press_away("Leave it").await?;
            window.choose("Antibiotics within the last four weeks", "No").await?;
            window.screen("the-order").await?;
            window.press("Send the order").await?;
            window.see("Message (HL7 OML^O21)").await?;
            window.picture("ordered").await?;
            visit::pack(window, 3).await?;
            window.picture("packed").await?;

            change_to(window, &ADMINISTRATOR).await?;
            window.press("Settings").await?;
            window.press("The laboratory’s own values").await?;
            window.press("MSU midstream urine (acute pathway)").await?;
            window.fill("Least volume", "900").await?;
            window.press("Keep these values").await?;
            window.see("MSU takes between 0.1 and 200 mL").await?;
            window.screen("the-laboratory-refused").await?;
            window.fill("Least volume", "10").await?;
            window.press("Keep these values").await?;
            window.see("version 1, from").await?;
            window.picture("the-laboratory-kept").await
        })
    });
}
