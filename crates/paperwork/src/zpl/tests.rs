//! What a label printer is sent, byte for byte, and what no name may do to it.

use super::*;
use crate::label::tests::{label, named};
use clinic::specimen::SpecimenRole;
use insta::assert_snapshot;

#[test]
fn a_label_for_203_dots_an_inch() {
    assert_snapshot!(write_labels(&[label(SpecimenRole::Eps)], Density::Dpi203).unwrap());
}

#[test]
fn a_label_for_300_dots_an_inch_has_three_dots_a_module() {
    let zpl = write_labels(&[label(SpecimenRole::Vb3)], Density::Dpi300).unwrap();
    assert!(zpl.starts_with("^XA\n^CI28\n^PW600\n^LL300\n^LH0,0\n"));
    assert!(zpl.contains("^BY3,3,83^BCN,83,N,N,N,A^FDU2600012345^FS"), "{zpl}");
}

#[test]
fn a_late_label_says_so_whatever_room_there_is() {
    let late = LabelContent { late: true, serial: 2, ..label(SpecimenRole::Vb3) };
    let zpl = write_labels(&[late], Density::Dpi203).unwrap();
    let said = zpl.lines().find(|line| line.contains("LATE LABEL")).unwrap();
    assert!(said.contains("LATE LABEL  print 2"), "{said}");
    assert!(!write_labels(&[label(SpecimenRole::Vb3)], Density::Dpi203).unwrap().contains("LATE"));
}

#[test]
fn a_set_is_one_label_after_another() {
    let labels = SpecimenRole::FOUR_GLASS.map(label);
    let zpl = write_labels(&labels, Density::Dpi203).unwrap();
    assert_eq!((zpl.matches("^XA").count(), zpl.matches("^XZ").count(), zpl.matches("^PQ1").count()), (4, 4, 4));
    assert_eq!(write_labels(&[], Density::Dpi203), Err(PaperRefusal::Empty));
}

/// The commands of a label, without what stands in its fields.
fn commands(zpl: &str) -> Vec<&str> {
    zpl.split('^').skip(1).map(|command| if command.starts_with("FD") { "FD" } else { command.trim_end() }).collect()
}

#[test]
fn no_name_can_command_the_printer() {
    let plain = write_labels(&[named("Lindqvist", "Henrik")], Density::Dpi203).unwrap();
    for hostile in ["A^FS^XZ", "~JA", "a\\5E", "^XA^IDR:*.*^XZ", ">;>6"] {
        let zpl = write_labels(&[named("Lindqvist", hostile)], Density::Dpi203).unwrap();
        let written = commands(&zpl);
        assert_eq!(written.len(), commands(&plain).len(), "{hostile}: {zpl}");
        assert!(!zpl.contains('~') && zpl.matches("^XZ").count() == 1, "{hostile}");
    }
    let zpl = write_labels(&[named("O^Neill", "Ångela")], Density::Dpi203).unwrap();
    assert!(zpl.contains("^FDO\\5ENEILL, \\C3\\85ngela^FS"), "{zpl}");
}

/// The dots of the first picture in a label.
fn picture(zpl: &str) -> (usize, String) {
    let field = zpl.split("^GFA,").nth(1).unwrap().split("^FS").next().unwrap();
    let parts: Vec<&str> = field.split(',').collect();
    let [total, again, row, hex] = parts[..] else { panic!("{field}") };
    assert_eq!(total, again);
    assert_eq!(hex.len(), total.parse::<usize>().unwrap() * 2);
    (row.parse().unwrap(), hex.to_owned())
}

#[test]
fn letters_the_printer_lacks_are_sent_as_dots() {
    for (family, given) in [("Παπαδόπουλος", "Γιώργος"), ("Иванов", "Пётр"), ("الأحمد", "محمد"), ("Łukasiewicz", "Jan")]
    {
        let zpl = write_labels(&[named(family, given)], Density::Dpi203).unwrap();
        let (row, hex) = picture(&zpl);
        assert_eq!(row, 48, "47.6 mm are 380 dots");
        assert!(hex.chars().filter(|digit| *digit != '0').count() > 200, "{family} left no ink");
        assert!(zpl.contains("^FD1961-04-09   FG-1042^FS"), "identifiers stay in the printer's own font");
    }
    let refused = write_labels(&[named("王", "小明")], Density::Dpi203);
    assert!(matches!(refused, Err(PaperRefusal::MissingGlyph(_))), "{refused:?}");
}

#[test]
fn a_reprint_is_counted_whatever_there_is_room_for() {
    let mut again = label(SpecimenRole::Vb1);
    again.serial = 3;
    again.clinic = "The Very Long Name of a Urological Clinic Beside the River and Under the Hill".to_owned();
    let zpl = write_labels(&[again.clone()], Density::Dpi203).unwrap();
    assert!(zpl.contains("^GFA"), "the cut is drawn, for its sign is beyond Latin-1");
    again.clinic = "Riverside".to_owned();
    let zpl = write_labels(&[again], Density::Dpi203).unwrap();
    assert!(zpl.contains("print 3^FS"), "{zpl}");
}
