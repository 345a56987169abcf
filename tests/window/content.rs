//! The clinical content is read with its sources, and a urologist adopts it by name.

use tests::UROLOGIST;

use crate::people::sign_on;
use crate::window::play_at_the_desk;

#[test]
fn the_content_is_read_and_adopted() {
    play_at_the_desk("content", |window| {
        Box::pin(async move {
            sign_on(window, &UROLOGIST).await?;
            window.press("Content").await?;
            window.find("heading", "Clinical content").await?;
            window.see("Infection after a biopsy").await?;
            window.choose("Show", "Awaiting sign-off").await?;
            window.fill("With these words", "biopsy").await?;
            window.picture("content").await?;
            window.screen("content").await?;
            window.press("Adopt this edition").await?;
            window.see("Adopt the clinical content").await?;
            window.picture("adopt").await?;
            window.fill("Your passphrase", UROLOGIST.passphrase).await?;
            window.press("Adopt edition").await?;
            window.see("Adopted by Dr. Ines Kaya").await
        })
    });
}
