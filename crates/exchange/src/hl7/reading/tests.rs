//! What is read, and what is refused loudly.

use super::*;

const HEADER: &str = "MSH|^~\\&|LAB||CLINIC||20261122||ORU^R01|7|P|2.5.1";

fn refusal(text: &str) -> Unreadable {
    Message::read(text).unwrap_err()
}

#[test]
fn every_line_is_a_segment_or_the_message_is_refused() {
    let read = |rest: &str| Message::read(&format!("{HEADER}\r{rest}")).map(|message| message.rows().count());
    assert_eq!(read("OBX|1\rZLB|x\rNTE"), Ok(4));
    assert_eq!(read("OBX|1\r\n\r\nNTE|1\n"), Ok(3));
    let not = |line, begins: &str| Err(Unreadable::NotASegment { line, begins: begins.to_owned() });
    assert_eq!(read("OBX|1|FT|||first line\nof two|"), not(3, "of two|"));
    assert_eq!(read("OBX|1\r\n\r\n OBX|2"), not(4, " OBX|2"));
    assert_eq!(read("OB|1"), not(2, "OB|1"));
    assert_eq!(read("OBX1|1"), not(2, "OBX1|1"));
    assert_eq!(read("obx|1"), not(2, "obx|1"));
    assert_eq!(read("1BX|1"), not(2, "1BX|1"));
    assert_eq!(read("OBX|\0"), Err(Unreadable::ZeroByte(2)));
}

#[test]
fn a_message_without_a_usable_header_is_refused() {
    assert_eq!(refusal(""), Unreadable::Empty);
    assert_eq!(refusal(" \r\n"), Unreadable::Empty);
    assert_eq!(refusal("PID|1"), Unreadable::NoHeader);
    assert_eq!(refusal("BHS|^~\\&|LAB"), Unreadable::NoHeader);
    assert!(matches!(refusal("MSH|^^\\&|LAB"), Unreadable::Delimiters(_)));
    assert!(matches!(refusal("MSH"), Unreadable::Delimiters(_)));
}

#[test]
fn values_are_what_was_meant() {
    let check = |field: &str, expect: &str| {
        let message = Message::read(&format!("{HEADER}\rNTE|1||{field}")).unwrap();
        let found = message.rows().nth(1).unwrap().text(3);
        assert_eq!(found, expect, "{field}");
    };
    check("a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f", "a|b^c&d~e\\f");
    check("one\\.br\\two~three", "one\ntwo\nthree");
    check("\\H\\loud\\N\\ 5 \\XC2B5\\g", "loud 5 µg");
    check("salt & water", "salt & water");
    check("\"\"", "");
    check("tab\there\u{7}", "tab here");
    check("open \\ end", "open \\ end");
    check("\\ZX\\ \\XZZ\\", "\\ZX\\ \\XZZ\\");
}

#[test]
fn parts_are_counted_from_one_and_may_be_absent() {
    let message = Message::read(&format!("{HEADER}\rPID|1||17^^^CLINIC&1.2.3&ISO^MR~18||O\\T\\Neil^Ann")).unwrap();
    let row = message.rows().nth(1).unwrap();
    assert_eq!((row.name(), row.part(3, 1), row.sub(3, 4, 2)), ("PID", "17".to_owned(), "1.2.3".to_owned()));
    assert_eq!(row.values(3).map(|value| value.part(1)).collect::<Vec<_>>(), ["17", "18"]);
    assert_eq!((row.part(5, 1), row.part(5, 9), row.part(40, 1)), ("O&Neil".to_owned(), String::new(), String::new()));
    assert_eq!(message.header().part(9, 2), "R01");
}

#[test]
fn delimiters_are_those_of_the_header() {
    let message = Message::read("MSH#*!?@#LAB####20261122##ORU*R01#7#P#2.5.1\rPID#1##17*!18##O?T?Neil").unwrap();
    let row = message.rows().nth(1).unwrap();
    assert_eq!((row.values(3).count(), row.part(5, 1)), (2, "O@Neil".to_owned()));
}

#[test]
fn letters_come_as_utf_8_or_as_the_header_names_them() {
    let latin = |set: &str| [format!("MSH|^~\\&|||||||||||||||||{set}\rNTE|1||").as_bytes(), &[0xb5, b'g']].concat();
    assert!(text_of("\u{feff}NTE|1||µg".as_bytes()).unwrap().ends_with("|µg"));
    assert!(text_of(&latin("")).is_err());
    // MSH-18 is the seventeenth field after the delimiters' own.
    let named = [b"MSH|^~\\&||||||||||||||||8859/1\rNTE|1||".as_slice(), &[0xb5, b'g']].concat();
    assert!(text_of(&named).unwrap().ends_with("|µg"));
    let unknown = [b"MSH|^~\\&||||||||||||||||KS X 1001\rNTE|1||".as_slice(), &[0xb5, b'g']].concat();
    assert_eq!(text_of(&unknown), Err(Unreadable::Characters("KS X 1001".to_owned())));
}

#[test]
fn a_batch_is_taken_apart_and_nothing_of_it_is_lost() {
    let batch = format!("FHS|^~\\&\rBHS|^~\\&\r{HEADER}\rOBX|1\r{HEADER}\rBTS|2\rFTS|1\r");
    let found = split(&batch);
    assert_eq!(found.len(), 2);
    assert!(found[0].ends_with("OBX|1"));
    assert_eq!(split("OBX|1\rMSH|^~\\&").len(), 2);
}
