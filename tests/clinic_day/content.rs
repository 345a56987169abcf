//! The content is read, a nurse cannot adopt it, and a real clinic's papers change only with a urologist's adoption.

use practice::content::{self, AdoptContent};
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

#[tokio::test]
async fn a_urologist_adopts_one_edition_in_their_own_name() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let read = content::room(&nurse).await.unwrap();
    assert!(!read.may_adopt && read.adoption.is_none() && read.awaiting > 0);
    let adoption = |passphrase: &str| AdoptContent { edition: read.edition.clone(), passphrase: passphrase.to_owned() };
    let refused = content::adopt(&nurse, adoption(NURSE.passphrase)).await.unwrap_err();
    assert_eq!(refused.code, "not-permitted");
    drop(nurse);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert!(!content::room(&administrator).await.unwrap().may_adopt);
    drop(administrator);

    let urologist = day.desk(UROLOGIST).await;
    assert!(content::room(&urologist).await.unwrap().may_adopt);
    let other = AdoptContent { edition: "0123456789abcdef".to_owned(), ..adoption(UROLOGIST.passphrase) };
    assert_eq!(content::adopt(&urologist, other).await.unwrap_err().code, "other-edition");
    assert_eq!(content::adopt(&urologist, adoption("not it at all")).await.unwrap_err().code, "passphrase-wrong");
    let adopted = content::adopt(&urologist, adoption(UROLOGIST.passphrase)).await.unwrap();
    let adoption_of = adopted.adoption.unwrap();
    assert_eq!(adoption_of.by, "Dr. Ines Kaya");
    assert!(adoption_of.versions.contains("rules 2026.11.3"), "{}", adoption_of.versions);
    assert!(content::adopt(&urologist, adoption(UROLOGIST.passphrase)).await.is_err(), "one adoption stands");
}
