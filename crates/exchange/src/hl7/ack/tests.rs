//! Answers as laboratories give them, and as they get them.

use super::*;

const OURS: &str = "FG-1";

fn came(msa: &str, rest: &str) -> Result<Answer, NoAnswer> {
    let text = format!("MSH|^~\\&|LIS|LAB|FOURGLASS|CLINIC|20261122||ACK^O21^ACK|9|P|2.5.1\r{msa}\r{rest}");
    read(text.as_bytes(), &ControlId::parse(OURS).unwrap())
}

#[test]
fn each_code_says_whether_it_is_stored_faulty_or_rejected() {
    let check = |code: &str, expect: Verdict| {
        let answer = came(&format!("MSA|{code}|FG-1|fine"), "").unwrap();
        assert_eq!((answer.verdict, answer.words.as_slice()), (expect, ["fine".to_owned()].as_slice()), "{code}");
    };
    check("AA", Verdict::Accepted);
    check("CA", Verdict::Stored);
    check("AE", Verdict::Faulty);
    check("CE", Verdict::Faulty);
    check("AR", Verdict::Rejected);
    check("CR", Verdict::Rejected);
}

#[test]
fn a_complaint_is_kept_in_its_own_words_each_once() {
    let answer = came(
        "MSA|AE|FG-1|Unknown test",
        "ERR||OBR^1^4^1|103^Table value not found^HL70357|E||||Unknown test\rERR||PID^1^8|101^Required field missing^HL70357|E",
    );
    let words =
        ["Unknown test", "103 Table value not found", "at OBR-1-4-1", "101 Required field missing", "at PID-1-8"];
    assert_eq!(answer.unwrap().words, words);
    let older = came("MSA|AE|FG-1", "ERR|PID^1^8^103&Table value not found&HL70357").unwrap();
    assert_eq!(older.words, ["PID Table value not found 103"]);
}

#[test]
fn what_is_no_answer_to_ours_says_nothing_of_it() {
    assert_eq!(came("MSA|AA|FG-2", ""), Err(NoAnswer::AnotherMessage("FG-2".to_owned())));
    assert_eq!(came("MSA|OK|FG-1", ""), Err(NoAnswer::UnknownCode("OK".to_owned())));
    assert_eq!(came("NTE|1", ""), Err(NoAnswer::NoMsa));
    let ours = ControlId::parse(OURS).unwrap();
    assert_eq!(read(b"", &ours), Err(NoAnswer::Unreadable(Unreadable::Empty)));
    assert_eq!(read(b"HTTP/1.1 400", &ours), Err(NoAnswer::Unreadable(Unreadable::NoHeader)));
    assert!(matches!(read(&[0xff, 0xfe, 0x80], &ours), Err(NoAnswer::Unreadable(Unreadable::Characters(_)))));
}

/// What a sender of version `version` that asks for `wanted` (MSH-15|16) is answered.
fn told(version: &str, wanted: &str, outcome: Outcome) -> Vec<String> {
    let text =
        format!("MSH|^~\\&|LIS^1.2.3^ISO|LAB|FOURGLASS|CLINIC|20261122||ORU^R01|77|P|{version}|||{wanted}\rOBR|1");
    let header = crate::hl7::oru::read(&text).unwrap().header;
    let [first, second] = ["A-1", "A-2"].map(|number| ControlId::parse(number).unwrap());
    let now = "2026-11-23T10:15:00-05:00".parse().unwrap();
    let sent = answers(&header, outcome, [&first, &second], now);
    sent.into_iter().map(|bytes| String::from_utf8(bytes).unwrap().replace('\r', "\n")).collect()
}

#[test]
fn a_stored_message_is_answered_in_the_senders_own_version() {
    insta::assert_snapshot!(told("2.5.1", "|", Outcome::Stored).concat(), @r"
    MSH|^~\&|FOURGLASS|CLINIC|LIS^1.2.3^ISO|LAB|20261123101500-0500||ACK^R01^ACK|A-1|P|2.5.1
    MSA|AA|77
    ");
    insta::assert_snapshot!(told("2.3", "|", Outcome::Stored).concat(), @r"
    MSH|^~\&|FOURGLASS|CLINIC|LIS^1.2.3^ISO|LAB|20261123101500-0500||ACK^R01|A-1|P|2.3
    MSA|AA|77
    ");
}

#[test]
fn a_refusal_names_its_reason_for_the_machine_and_for_a_person() {
    let why = NotTaken::Missing { field: "OBX-11", why: "nobody knows whether the result is final" };
    insta::assert_snapshot!(told("2.5.1", "|", Outcome::NotTaken(&why)).concat(), @r"
    MSH|^~\&|FOURGLASS|CLINIC|LIS^1.2.3^ISO|LAB|20261123101500-0500||ACK^R01^ACK|A-1|P|2.5.1
    MSA|AE|77|OBX-11 is missing: nobody knows whether the result is final
    ERR|||101^Required field missing^HL70357|E||||OBX-11 is missing: nobody knows whether the result is final
    ");
    insta::assert_snapshot!(told("2.3.1", "|", Outcome::NotNow).concat(), @r"
    MSH|^~\&|FOURGLASS|CLINIC|LIS^1.2.3^ISO|LAB|20261123101500-0500||ACK^R01|A-1|P|2.3.1
    MSA|AE|77|could not be stored now: send it again
    ");
}

#[test]
fn the_enhanced_mode_answers_as_often_as_it_is_asked() {
    let codes = |wanted: &str, outcome: Outcome| -> Vec<String> {
        let sent = told("2.5.1", wanted, outcome);
        sent.iter().map(|text| text.split("MSA|").nth(1).unwrap()[..2].to_owned()).collect()
    };
    let kind = NotTaken::Kind("ADT^A01".to_owned());
    assert_eq!(codes("AL|AL", Outcome::Stored), ["CA", "AA"]);
    assert_eq!(codes("AL|NE", Outcome::Stored), ["CA"]);
    assert_eq!(codes("AL|", Outcome::NotNow), ["CE"]);
    assert_eq!(codes("AL|ER", Outcome::NotTaken(&kind)), ["CR", "AR"]);
    assert_eq!(codes("SU|ER", Outcome::Stored), ["CA"]);
    assert_eq!(codes("SU|ER", Outcome::NotNow), ["AE"]);
    assert_eq!(codes("NE|NE", Outcome::Stored), Vec::<String>::new());
}
