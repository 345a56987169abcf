//! A passphrase is lost, and its owner comes in with the recovery kit from the safe; then she sets a PIN.

use practice::demo::{NURSE, Player};

use crate::people::{founded_in_earnest, papers, read_kit, sign_on, type_groups_back};
use crate::window::play;

#[test]
fn the_nurse_who_forgot_comes_in_by_the_kit() {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let kit = runtime.block_on(founded_in_earnest(&vault)).unwrap();
    drop(runtime);
    let remembered = Player { passphrase: "nine wet bridges sing low", ..NURSE };
    play("recovery", &vault, |window| {
        let vault = vault.clone();
        Box::pin(async move {
            window.press("Use the recovery kit").await?;
            window.choose("Who comes in", NURSE.name).await?;
            window.fill("Recovery kit", &format!("{} 77777", kit[..4].join(" "))).await?;
            window.see("Look again at group 5.").await?;
            window.picture("a-group-mistyped").await?;
            window.fill("Recovery kit", &kit.join("-").to_lowercase()).await?;
            window.see("13 of 13 groups.").await?;
            window.fill("New passphrase", "too short").await?;
            window.fill("The same passphrase again", "too short").await?;
            window.press("Come in").await?;
            window.see("at least 15 characters").await?;
            window.fill("New passphrase", remembered.passphrase).await?;
            window.fill("The same passphrase again", remembered.passphrase).await?;
            window.picture("kit-and-new-passphrase").await?;
            window.press("Come in").await?;

            window.find("heading", "Print the new recovery kit").await?;
            window.picture("the-next-kit").await?;
            let next = read_kit(&papers(&vault).join("recovery-kit.pdf"))?;
            type_groups_back(window, &next).await?;
            window.find("heading", "Today").await?;
            window.press("Lock").await?;
            window.find("heading", "Who is here?").await?;
            sign_on(window, &remembered).await?;
            window.press("Set my PIN").await?;
            window.fill("New PIN", "123456").await?;
            window.fill("The same PIN again", "123456").await?;
            window.fill("Your passphrase", remembered.passphrase).await?;
            window.press("Set the PIN").await?;
            window.see("do not run up or down").await?;
            window.picture("a-pin-that-runs").await?;
            window.fill("New PIN", "482915").await?;
            window.fill("The same PIN again", "482915").await?;
            window.press("Set the PIN").await?;
            window.see("Your PIN is set.").await
        })
    });
}
