//! The texts that are shipped, versions and languages side by side, and which of them is in force on a day.

use super::text::{ConsentText, semantic};
use super::tongue::Tongue;
use crate::procedure::ProcedureKind;
use chrono::NaiveDate;
use std::sync::LazyLock;

/// One edition of a text: what it says, and the file it was read from, whose digest every consent keeps.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The text.
    pub text: ConsentText,
    /// The file as it stands.
    pub file: &'static str,
}

macro_rules! files {
    ($($name:literal,)+) => { [$(include_str!(concat!("../../../../content/consent/", $name, ".json")),)+] };
}

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let files = files![
        "dre.en",
        "dre.es",
        "dre.de",
        "four-glass.en",
        "four-glass.es",
        "four-glass.de",
        "four-glass.en.1.1.0",
        "four-glass.es.1.1.0",
        "four-glass.de.1.1.0",
        "two-glass.en",
        "two-glass.es",
        "two-glass.de",
        "eps.en",
        "eps.es",
        "eps.de",
        "post-dre-urine.en",
        "post-dre-urine.es",
        "post-dre-urine.de",
    ];
    // Each file is read by a test, so a broken one never leaves the house.
    files.into_iter().filter_map(|file| Some(Edition { text: ConsentText::parse(file).ok()?, file })).collect()
});

/// Every edition there is: each text in its languages, the older version before the newer.
#[must_use]
pub fn all() -> &'static [Edition] {
    &EDITIONS
}

/// Every version of one text in one language, the oldest first.
#[must_use]
pub fn versions(id: &str, language: Tongue) -> Vec<&'static Edition> {
    let of = |edition: &&Edition| edition.text.id == id && edition.text.language == language;
    let mut versions: Vec<_> = all().iter().filter(of).collect();
    versions.sort_by_key(|edition| semantic(&edition.text.version));
    versions
}

/// The version of a text that is read on a day: the newest whose first day of use has come. On a day before all of
/// them, when a clock is wrong, the oldest.
#[must_use]
pub fn in_force(id: &str, language: Tongue, day: NaiveDate) -> Option<&'static Edition> {
    let versions = versions(id, language);
    let oldest = versions.first().copied();
    versions.into_iter().rev().find(|edition| edition.text.effective_from <= day).or(oldest)
}

/// The last day on which an edition is read; none while no later one is known.
#[must_use]
pub fn effective_until(edition: &Edition) -> Option<NaiveDate> {
    let later = |other: &&&Edition| semantic(&other.text.version) > semantic(&edition.text.version);
    let next = versions(&edition.text.id, edition.text.language);
    next.iter().find(later).and_then(|next| next.text.effective_from.pred_opt())
}

/// The texts that can be offered for a procedure on a day, in every language: its own first, then that of the
/// examination alone, which a patient may agree to without the rest.
#[must_use]
pub fn for_kind(kind: ProcedureKind, day: NaiveDate) -> Vec<&'static Edition> {
    let of = |id: &'static str| Tongue::ALL.iter().filter_map(move |tongue| in_force(id, *tongue, day));
    let alone = (kind != ProcedureKind::Dre).then_some(ProcedureKind::Dre.as_str());
    of(kind.as_str()).chain(alone.into_iter().flat_map(of)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::text::{Element, SpokenGroup, TextApproval};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_text_is_there_in_three_languages_and_says_the_same_things() {
        assert_eq!(all().len(), 18, "a file does not read");
        for kind in ProcedureKind::ALL {
            for edition in versions(kind.as_str(), Tongue::English) {
                let english = &edition.text;
                assert_eq!((english.kind, english.acts.as_slice()), (*kind, kind.acts()));
                assert_eq!(english.approval, TextApproval::AwaitingSignOff);
                for tongue in [Tongue::Spanish, Tongue::German] {
                    let same = |other: &&&Edition| other.text.version == english.version;
                    let translated = &versions(kind.as_str(), tongue).iter().find(same).unwrap().text;
                    assert_eq!(translated.approval, TextApproval::NotReviewed, "{kind} {tongue}");
                    assert_eq!((translated.kind, &translated.acts), (english.kind, &english.acts));
                    assert_eq!(translated.minimum_form, english.minimum_form);
                    assert_eq!(translated.effective_from, english.effective_from);
                    let risks = |text: &ConsentText| -> Vec<_> {
                        text.risks.iter().map(|risk| (risk.risk.clone(), risk.only_if.clone())).collect()
                    };
                    assert_eq!(risks(translated), risks(english), "{kind} {tongue}");
                }
            }
        }
    }

    #[test]
    fn no_text_says_who_the_patient_is_like() {
        for Edition { text, file } in all() {
            let gendered: &[&str] = match text.language {
                Tongue::English => &["man", "men", "he", "his", "him", "male", "gentleman"],
                Tongue::Spanish => &["hombre", "hombres", "varón", "varones", "él", "señor", "informado", "masculino"],
                Tongue::German => &["mann", "männer", "er", "ihm", "ihn", "herr", "patient", "männlich"],
            };
            let words: Vec<String> = file.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
            for word in gendered {
                assert!(!words.contains(&(*word).to_owned()), "{} {}: “{word}”", text.id, text.language);
            }
        }
    }

    #[test]
    fn every_heading_and_role_has_its_words_in_every_language() {
        for tongue in Tongue::ALL.iter().filter(|tongue| **tongue != Tongue::English) {
            for group in SpokenGroup::ALL {
                assert_ne!(tongue.group(*group), group.title(), "{tongue}");
            }
            assert_ne!(tongue.role("urologist"), "urologist");
        }
        let spanish = &in_force("dre", Tongue::Spanish, day("2026-11-23")).unwrap().text;
        let read = spanish.render("Ada Brandt", "urologist", &[]);
        assert_eq!(read.groups[0].title, "Qué se va a hacer y por qué");
        let who = read.groups[0].elements.iter().find(|said| said.element == Element::Who).unwrap();
        assert_eq!(who.text, "Ada Brandt (urología) hará la exploración.");
    }

    #[test]
    fn the_version_in_force_is_the_newest_whose_day_has_come() {
        let on = |text: &str| in_force("four-glass", Tongue::English, day(text)).unwrap().text.version.as_str();
        assert_eq!((on("2026-11-23"), on("2026-11-24"), on("2001-01-01")), ("1.0.0", "1.1.0", "1.0.0"));
        let until = |edition| effective_until(edition).map(|day| day.to_string());
        let versions = versions("four-glass", Tongue::English);
        assert_eq!(versions.iter().map(|one| until(one)).collect::<Vec<_>>(), [Some("2026-11-23".to_owned()), None]);
    }

    #[test]
    fn a_patient_may_agree_to_the_examination_without_the_massage() {
        let offered = |kind| -> Vec<String> {
            let on = for_kind(kind, day("2026-11-24"));
            on.iter().map(|edition| format!("{}.{}", edition.text.id, edition.text.language)).collect()
        };
        let four = ["four-glass.en", "four-glass.es", "four-glass.de", "dre.en", "dre.es", "dre.de"];
        assert_eq!(offered(ProcedureKind::FourGlass), four);
        assert_eq!(offered(ProcedureKind::Dre), ["dre.en", "dre.es", "dre.de"]);
    }
}
