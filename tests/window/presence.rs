//! The nurse sets a PIN, takes the screen back with it, and as chaperone confirms being there at the time-out.

use tests::{NURSE, UROLOGIST};

use crate::people::change_to;
use crate::safety::come_to_check_in;
use crate::visit::{self, Agreement, Man, Reading};
use crate::window::play_at_the_desk;

#[test]
fn the_nurse_stays_as_chaperone_and_says_so() {
    play_at_the_desk("chaperone", |window| {
        Box::pin(async move {
            come_to_check_in(window, &Man { family: "Okonkwo", given: "Emeka", born: "04021967" }).await?;
            window.press("Set my PIN").await?;
            window.fill("New PIN", "482915").await?;
            window.fill("The same PIN again", "482915").await?;
            window.fill("Your passphrase", NURSE.passphrase).await?;
            window.press("Set the PIN").await?;
            window.see("Your PIN is set.").await?;
            visit::measure(window, &Reading { temperature: "36.6", pulse: "70" }).await?;
            visit::ask(window, &[]).await?;
            window.press("Close check-in").await?;
            window.press("On to consent").await?;

            visit::agree(window, Some(NURSE.full_name), Agreement::Signed).await?;
            window.fill("Staff: your PIN", "111222").await?;
            window.press("Take the screen back").await?;
            window.see("That is not your PIN.").await?;
            window.picture("a-wrong-pin").await?;
            window.fill("Staff: your PIN", "482915").await?;
            window.press("Take the screen back").await?;
            window.see("Everything that is planned is covered.").await?;

            change_to(window, &UROLOGIST).await?;
            window.press("Time-out").await?;
            window.press(&format!("{} confirms being there", NURSE.full_name)).await?;
            window.fill(&format!("Passphrase of {}", NURSE.full_name), NURSE.passphrase).await?;
            window.picture("the-chaperone-confirms").await?;
            window.press("I am here as chaperone").await?;
            window.see("confirmed by own sign-on").await?;
            window.picture("confirmed").await
        })
    });
}
