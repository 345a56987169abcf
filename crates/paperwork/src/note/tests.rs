//! A note of the fictional cast, as a draft, signed and amended.

use super::*;
use crate::consent::tests::identity;
use crate::label::tests::now;
use crate::requisition::tests::letterhead;
use clinic::consent::Clinician;
use clinic::note::{Meaning, Section, SectionKind};
use uuid::Uuid;

fn section(kind: SectionKind, paragraphs: &[&str]) -> Section {
    let paragraphs = paragraphs.iter().map(|text| (*text).to_owned()).collect();
    Section { kind, title: kind.title().to_owned(), paragraphs, fields: vec![] }
}

pub(crate) fn paper() -> NotePaper {
    NotePaper {
        letterhead: letterhead(),
        patient: identity(),
        number: "U26-000123-0 P".to_owned(),
        text: NoteText {
            title: "Procedure note: Four-glass test".to_owned(),
            sections: vec![
                section(
                    SectionKind::Indication,
                    &[
                        "LINDQVIST, Henrik, born 1961-04-09, aged 65, MRN FG-1042, attended Riverside Urology on 22 Nov 2026, \
                         09:02 for a four-glass test. Indication: pelvic pain for four months.",
                    ],
                ),
                section(
                    SectionKind::Assessment,
                    &[
                        "At 09:04, the temperature was 36.7 °C, the pulse was 68 per minute and the blood pressure was 128/76 mmHg.",
                        "The patient did not report fever, chills, new dysuria or retention.",
                        "The safety check at check-in (09:06) found nothing against the massage.",
                    ],
                ),
                section(
                    SectionKind::Examination,
                    &[
                        "The five findings that would forbid a massage were looked for first and were absent.",
                        "The gland was estimated at 35 mL, symmetrical and rubbery, with a 6 mm firm nodule in the right mid lateral sector.",
                    ],
                ),
                section(
                    SectionKind::Massage,
                    &[
                        "Massage began at 09:23:05 and ended at 09:24:02, after 8 strokes on the right and 8 on the left.",
                    ],
                ),
                section(
                    SectionKind::Specimens,
                    &[
                        "VB1 (U26-000123-1 B): 10 mL at 09:15, clear, label verified.",
                        "VB2 (U26-000123-2 9): 10 mL at 09:16, clear, label verified.",
                        "EPS (U26-000123-3 7): 0.5 mL at 09:24, milky, label verified.",
                        "VB3 (U26-000123-4 5): 8 mL at 09:27, slightly cloudy, label verified.",
                    ],
                ),
                section(
                    SectionKind::Outcome,
                    &["The procedure was completed at 09:31. Pain was 1 of 10 before, 4 during and 1 after."],
                ),
                section(
                    SectionKind::Plan,
                    &[
                        "Four specimens were ordered from Northport Microbiology. The aftercare sheet was given and explained.",
                    ],
                ),
            ],
        },
        version: 1,
        reason: None,
        signing: Some(Signing {
            by: Clinician {
                staff: Uuid::from_u128(5).into(),
                name: "Dr Ada Okafor".to_owned(),
                role: "urologist".to_owned(),
            },
            meaning: Meaning::Author,
            at: "2026-11-22T09:40:12+01:00".parse().unwrap(),
            sha256: "8a31".repeat(16),
            signature: "5bd0".repeat(32),
            public_key: "77ce".repeat(16),
        }),
        superseded: false,
        at: now(),
    }
}

#[test]
fn a_note_is_printed_in_each_of_its_states() {
    let signed = paper();
    assert_eq!(banner(&signed), "");
    let draft = NotePaper { signing: None, ..paper() };
    assert_eq!(banner(&draft), "Draft: not signed.");
    let amended = NotePaper { version: 2, reason: Some("side corrected".to_owned()), superseded: true, ..paper() };
    assert_eq!(banner(&amended), "A later version stands in place of this one.\nAmended: side corrected");
    for paper in [signed, draft, amended] {
        let typeset = set_note(&paper).unwrap();
        assert!((1..=2).contains(&typeset.page_count()));
        assert_eq!(typeset.pages_svg().len(), typeset.page_count());
        assert_eq!(typeset.pdf().unwrap(), set_note(&paper).unwrap().pdf().unwrap());
    }
}

#[test]
fn a_note_that_says_nothing_is_no_paper() {
    let mut empty = paper();
    empty.text.sections.clear();
    assert_eq!(set_note(&empty).unwrap_err(), PaperRefusal::Empty);
}
