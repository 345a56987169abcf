//! Labels of the fictional cast: read back by a decoder that is not ours, and measured.

use super::*;
use clinic::accession::Accession;
use clinic::patient::{BirthDate, Mrn, NamePart};
use clinic::specimen::SpecimenRole;
use proptest::prelude::*;
use rxing::common::HybridBinarizer;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8LuminanceSource, MultiFormatReader, Reader};
use std::collections::HashSet;

/// The label of one glass of Henrik Lindqvist.
pub(crate) fn label(role: SpecimenRole) -> LabelContent {
    let place = SpecimenRole::FOUR_GLASS.iter().position(|glass| *glass == role).unwrap_or(0);
    let position = u8::try_from(place + 1).unwrap();
    LabelContent {
        family: NamePart::parse("Lindqvist").unwrap(),
        given: NamePart::parse("Henrik").unwrap(),
        birth: BirthDate::parse("1961-04-09").unwrap(),
        mrn: Mrn::parse("FG-1042").unwrap(),
        role,
        position,
        of: 4,
        accession: Accession::new('U', 2026, 123, position).unwrap(),
        collected_at: "2026-11-22T09:15:00+01:00".parse().unwrap(),
        collector_initials: "RO".to_owned(),
        source: match role {
            SpecimenRole::Vb1 => "first-void urine",
            SpecimenRole::Vb2 | SpecimenRole::PreM => "midstream urine",
            SpecimenRole::Eps => "prostatic secretion after massage",
            SpecimenRole::Vb3 | SpecimenRole::PostM => "post-massage urine",
            SpecimenRole::Pdu => "post-DRE urine",
            SpecimenRole::FcuNaat => "first-catch urine for NAAT",
            SpecimenRole::Msu => "midstream urine, no massage",
            SpecimenRole::BloodCulture => "blood culture, aerobic bottle, left arm",
            SpecimenRole::PsaSerum => "serum for PSA",
            SpecimenRole::Semen => "seminal fluid",
        }
        .to_owned(),
        clinic: "Riverside Urology".to_owned(),
        storage: "2-8 °C".to_owned(),
        serial: 1,
        late: false,
    }
}

/// The same label under another name.
pub(crate) fn named(family: &str, given: &str) -> LabelContent {
    LabelContent {
        family: NamePart::parse(family).unwrap(),
        given: NamePart::parse(given).unwrap(),
        ..label(SpecimenRole::Vb1)
    }
}

pub(crate) fn now() -> Moment {
    "2026-11-22T09:15:05+01:00".parse().unwrap()
}

/// What a scanner reads on one page printed at `per_inch`.
pub(crate) fn scan(typeset: &Typeset, page: usize, per_inch: f64, format: BarcodeFormat) -> String {
    let dots = typeset.dots(per_inch).swap_remove(page);
    let light: Vec<u8> = dots.black.iter().map(|black| if *black { 0 } else { 255 }).collect();
    let (width, height) = (u32::try_from(dots.width).unwrap(), u32::try_from(dots.height).unwrap());
    let picture = Luma8LuminanceSource::new(light.as_slice().into(), width, height).unwrap();
    let hints =
        DecodeHints { PossibleFormats: Some(HashSet::from([format])), TryHarder: Some(true), ..DecodeHints::default() };
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(picture));
    let read = MultiFormatReader::default().decode_with_hints(&mut bitmap, &hints).unwrap();
    read.getText().to_owned()
}

#[test]
fn every_label_of_a_set_is_read_by_a_scanner() {
    let labels = SpecimenRole::FOUR_GLASS.map(label);
    let typeset = set_labels(&labels, now()).unwrap();
    assert_eq!(typeset.page_count(), 4);
    for (page, label) in labels.iter().enumerate() {
        // Both kinds of thermal printer, and paper.
        for per_inch in [203.0, 300.0, 600.0] {
            let read = scan(&typeset, page, per_inch, BarcodeFormat::CODE_128);
            assert_eq!(read, label.accession.compact(), "page {page} at {per_inch}");
        }
    }
}

#[test]
fn a_number_that_ends_in_a_letter_is_read_too() {
    let mut label = label(SpecimenRole::Vb1);
    label.accession = (1..2_000)
        .filter_map(|counter| Accession::new('U', 2026, counter, 1).ok())
        .find(|number| number.compact().ends_with(|sign: char| sign.is_ascii_uppercase()))
        .unwrap();
    let typeset = set_labels(&[label.clone()], now()).unwrap();
    assert_eq!(scan(&typeset, 0, 203.0, BarcodeFormat::CODE_128), label.accession.compact());
}

#[test]
fn a_frozen_tube_carries_the_same_on_a_quarter_of_the_paper() {
    let labels = SpecimenRole::FOUR_GLASS.map(label);
    let typeset = set_cryo_labels(&labels, now()).unwrap();
    assert_eq!(typeset.page_count(), 4);
    for (page, label) in labels.iter().enumerate() {
        for per_inch in [203.0, 300.0, 600.0] {
            let read = scan(&typeset, page, per_inch, BarcodeFormat::DATA_MATRIX);
            assert_eq!(read, label.accession.compact(), "page {page} at {per_inch}");
        }
    }
    let pdf = typeset.pdf().unwrap();
    let text = String::from_utf8_lossy(&pdf);
    assert_eq!(text.matches("/MediaBox [0 0 72 36]").count() + text.matches("/MediaBox[0 0 72 36]").count(), 4);
    let late = LabelContent { late: true, serial: 2, ..label(SpecimenRole::PostM) };
    assert_eq!(set_cryo_labels(&[late], now()).unwrap().page_count(), 1);
}

#[test]
fn a_page_is_a_label_of_two_by_one_inch() {
    let pdf = set_labels(&SpecimenRole::FOUR_GLASS.map(label), now()).unwrap().pdf().unwrap();
    let text = String::from_utf8_lossy(&pdf);
    assert_eq!(text.matches("/MediaBox [0 0 144 72]").count() + text.matches("/MediaBox[0 0 144 72]").count(), 4);
    assert!(text.contains("pdfaid:part>2<") && text.contains("pdfaid:conformance>U<"), "PDF/A-2u is declared");
}

#[test]
fn the_same_label_is_the_same_bytes() {
    let write = || set_labels(&[label(SpecimenRole::Eps)], now()).unwrap().pdf().unwrap();
    assert_eq!(write(), write());
}

#[test]
fn there_is_no_label_without_a_specimen_or_without_letters() {
    assert_eq!(set_labels(&[], now()).unwrap_err(), PaperRefusal::Empty);
    let refused = set_labels(&[named("王", "小明")], now()).unwrap_err();
    assert_eq!(refused, PaperRefusal::MissingGlyph("王".to_owned()));
}

#[test]
fn markup_in_a_name_is_only_a_name() {
    let typeset = set_labels(&[named("#panic(\"x\")", "*$[_`<a>@b")], now()).unwrap();
    assert_eq!(typeset.page_count(), 1);
}

/// Names as the world writes them: short, long, hyphened, many given ones, several scripts, and hardly breakable.
fn a_name() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        "[A-Z][a-z]{1,11}",
        "[A-ZÀ-Ý][a-zà-ÿ]{2,14}(-[A-Z][a-z]{2,14}){0,2}",
        "[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}){0,6}",
        "[W]{1,80}",
        "[А-Я][а-я]{1,30}",
        "[Α-Ρ][α-ρ]{1,30}",
        "[ا-غف-ي]{2,24}",
        "[א-ת]{2,24}",
        "[a-zA-Z0-9*_#$@<>\\\\\\[\\]{}~^|&'\"-]{1,40}",
    ];
    name.prop_filter("a name the register takes", |name| NamePart::parse(name).is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    /// Setting refuses whatever lies beyond the paper, so a label that is set has every letter on it.
    #[test]
    fn five_hundred_names_are_printed_and_none_is_clipped(
        names in proptest::collection::vec((a_name(), a_name(), 1_u32..4), 25)
    ) {
        let labels: Vec<LabelContent> = names
            .iter()
            .map(|(family, given, serial)| LabelContent { serial: *serial, ..named(family, given) })
            .collect();
        for set in [set_labels(&labels, now()), set_cryo_labels(&labels, now())] {
            prop_assert!(set.is_ok(), "{}", set.unwrap_err());
        }
    }
}
