//! Draft, signed, amended.

use super::*;

fn draft() -> Draft {
    Draft {
        note: Uuid::from_u128(20).into(),
        version: 1,
        procedure: Uuid::from_u128(12).into(),
        visit: Uuid::from_u128(11).into(),
        identity: identity(),
        supersedes: None,
        reason: None,
        text: compose(&finished()),
    }
}

fn signing() -> Signing {
    Signing {
        by: clinician(1, "Ada Brandt", "urologist"),
        meaning: Meaning::Author,
        at: at("10:20:00"),
        sha256: "ab".repeat(32),
        signature: "cd".repeat(64),
        public_key: "ef".repeat(32),
    }
}

#[test]
fn an_amendment_is_a_new_version_that_names_the_old_one() {
    let signed = draft().sign(signing());
    let mut facts = finished();
    facts.remarks = Some("The left lobe was larger than noted.".to_owned());
    let text = compose(&facts);
    assert_eq!(signed.amend(text.clone(), "  "), Err(NoteRefusal::ReasonMissing));
    assert_eq!(signed.amend(compose(&finished()), "typing mistake"), Err(NoteRefusal::Unchanged));
    let second = signed.amend(text, "finding left out").unwrap();
    assert_eq!((second.version, second.note), (2, signed.draft().note));
    assert_eq!(second.supersedes.as_deref(), Some(signed.signing().sha256.as_str()));
    assert_eq!(signed.draft(), &draft(), "the signed version stays as it was");
}

#[test]
fn the_signed_bytes_read_back_and_the_statement_names_everything() {
    let form = draft().canonical().unwrap();
    assert!(form.as_str().starts_with("{\"format\":\"fourglass/note/1\",\n\"note\":"));
    assert_eq!(Draft::read(form.as_bytes()), Some(draft()));
    let said = (Meaning::Author, "Ada Brandt", at("10:20:00"));
    insta::assert_snapshot!(statement("vault-1", &draft(), "ab12", said).unwrap().as_str(), @r#"
    {"format":"fourglass/signature/1",
    "vault":"vault-1",
    "record":"00000000-0000-0000-0000-000000000014",
    "version":1,
    "sha256":"ab12",
    "meaning":"author",
    "printedName":"Ada Brandt",
    "utcMs":1795339200000}
    "#);
}
