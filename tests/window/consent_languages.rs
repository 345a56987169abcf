//! A patient reads Spanish to the end: before a translator has read the text it cannot be signed, afterwards it can.

use tests::{ADMINISTRATOR, NURSE};

use crate::people::{change_to, sign_on};
use crate::visit::{self, Man, Reading};
use crate::window::{Step, Window, play_at_the_desk};

const TITLE: &str = "Prueba de los dos vasos con masaje de la próstata";

#[test]
fn a_translation_is_read_and_once_reviewed_is_signed() {
    play_at_the_desk("consent-languages", |window| {
        Box::pin(async move {
            the_nurse_prepares(window).await?;
            reads_to_the_end(window).await?;
            window.see("Se puede leer, pero no se puede firmar.").await?;
            if window.has("button", "Doy mi consentimiento").await? {
                return Err("an unreviewed translation can be signed".to_owned());
            }
            window.screen("not-to-be-signed").await?;
            window.press("Personal: recuperar la pantalla").await?;
            hand_back(window).await?;
            window.see("What is planned is not yet covered.").await?;
            window.picture("read-and-not-signed").await?;

            the_administrator_marks_it_reviewed(window).await?;

            change_to(window, &NURSE).await?;
            window.press("Consent").await?;
            window.see("Translation reviewed by Marta Ruiz, sworn translator.").await?;
            reads_to_the_end(window).await?;
            window.sign().await?;
            window.picture("signed-in-spanish").await?;
            window.press("Doy mi consentimiento y he firmado").await?;
            window.find("heading", "Gracias").await?;
            window.picture("gracias").await?;
            hand_back(window).await?;
            window.see("Everything that is planned is covered.").await?;
            window.see("signed at").await?;
            window.screen("covered-in-spanish").await
        })
    });
}

async fn the_nurse_prepares(window: &Window) -> Step {
    sign_on(window, &NURSE).await?;
    visit::register_and_find(window, &Man { family: "Ferrer", given: "Joaquín", born: "12071959" }).await?;
    let why = "Suspected chronic bacterial prostatitis (NIH II), simplified test";
    visit::book(window, "Two-glass test (PPMT)", why).await?;
    window.press("Check in").await?;
    visit::measure(window, &Reading { temperature: "36.6", pulse: "70" }).await?;
    visit::ask(window, &[]).await?;
    window.press("Close check-in").await?;
    window.press("On to consent").await?;
    window.choose("The patient reads", "Spanish").await?;
    window.see("This translation was not reviewed by a qualified translator.").await?;
    window.choose("The patient can understand, keep in mind, weigh and say a decision", "Yes").await?;
    window.screen("spanish-is-chosen").await
}

/// Four groups and the agreement, every word of them in Spanish.
async fn reads_to_the_end(window: &Window) -> Step {
    window.press("Hand the screen to the patient").await?;
    for page in 1..=4 {
        window.see(&format!("{page} de 5")).await?;
        if page == 1 {
            window.see(TITLE).await?;
        }
        window.picture(&format!("page-{page}")).await?;
        if page == 3 {
            window.choose("¿Quiere que alguien del equipo le acompañe?", "No, gracias").await?;
        }
        window.press(if page == 4 { "Han respondido a mis preguntas" } else { "Lo hemos leído" }).await?;
    }
    window.find("heading", "Su consentimiento").await.map(drop)
}

async fn hand_back(window: &Window) -> Step {
    window.fill("Personal: su frase de acceso", NURSE.passphrase).await?;
    window.press("Recuperar la pantalla").await
}

async fn the_administrator_marks_it_reviewed(window: &Window) -> Step {
    change_to(window, &ADMINISTRATOR).await?;
    window.press("Consent texts").await?;
    window.find("row", "Four-glass test English 1.1.0").await?;
    window.tap("row", "Four-glass test English 1.1.0").await?;
    window.see("What has changed since 1.0.0").await?;
    window.screen("what-has-changed").await?;
    window.tap("row", "Two-glass test (PPMT) Spanish 1.0.0").await?;
    window.press("Mark as reviewed").await?;
    window.tap_in("Spanish", "button", "Mark as reviewed").await?;
    window.see("Name the translator who read it.").await?;
    window.picture("nobody-named").await?;
    window.fill("Translator who read it", "Marta Ruiz").await?;
    window.fill("Qualification", "sworn translator").await?;
    window.tap_in("Spanish", "button", "Mark as reviewed").await?;
    window.see("Read by Marta Ruiz, sworn translator").await?;
    window.screen("reviewed").await
}
