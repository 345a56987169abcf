//! The downtime pack: printed from the board, and what is left of it voided with its reason.

use tests::NURSE;

use crate::people::sign_on;
use crate::window::play_at_the_desk;

#[test]
fn downtime_pack() {
    play_at_the_desk("downtime-pack", |window| {
        Box::pin(async move {
            sign_on(window, &NURSE).await?;
            window.press("Handoff").await?;
            window.press("Downtime packs").await?;
            window.see("No pack has been printed.").await?;
            window.fill("For how many patients", "200").await?;
            window.press("Print this pack").await?;
            window.see("Write for how many patients, 1 to 20").await?;
            window.fill("For how many patients", "3").await?;
            window.press("Print this pack").await?;
            window.see("3 still on paper").await?;
            window.see("downtime-").await?;
            window.screen("downtime").await?;
            window.press("Void the unused").await?;
            window.see("Say what became of the unused labels").await?;
            window.fill("What became of the unused labels", "destroyed, the power is back").await?;
            window.press("Void the unused").await?;
            window.see("Every number has its end").await?;
            window.picture("pack-reconciled").await
        })
    });
}
