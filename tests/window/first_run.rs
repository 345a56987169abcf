//! A program that has never been started: an empty folder, and the two doors of the first run.

use crate::window::play;

#[test]
fn an_empty_folder_opens_on_the_two_doors() {
    let vault = tempfile::tempdir().unwrap();
    play("first-run", vault.path(), |window| {
        Box::pin(async move {
            window.see("Create the clinic").await?;
            window.picture("doors").await
        })
    });
}
