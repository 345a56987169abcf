//! Result messages as laboratories send them: what is read of each, and which are sent back.

use super::*;

const HEADER: &str =
    "MSH|^~\\&|LIS^1.2.3^ISO|NORTHLAB|FOURGLASS|CLINIC|20261123101500-0500||ORU^R01^ORU_R01|77|P|2.5.1|||AL|NE";

fn message(rest: &str) -> Result<ResultMessage, Box<SentBack>> {
    super::read(&format!("{HEADER}\r{}", rest.replace('\n', "\r")))
}

fn taken(rest: &str) -> ResultMessage {
    message(rest).map_err(|back| back.why.to_string()).unwrap()
}

fn refused(rest: &str) -> String {
    message(rest).unwrap_err().why.to_string()
}

/// A four-glass culture with its organism, count and susceptibilities, as LAB-3 lays it out.
const CULTURE: &str = "\
PID|1||FG-000012^^^CLINIC^MR~99^^^LAB^PI||O\\T\\Neil^Sean||19610409|M
ORC|RE|U26-000123^CLINIC|L-900^LIS|G-1^CLINIC
OBR|1|U260001233^CLINIC|L-900^LIS|630-4^Bacteria identified in Urine by Culture^LN^UCUL^Urine culture^L|||20261122091500||||||||||||||20261123100000||MB|F
NTE|1|L|Plated within one hour.
OBX|1|CWE|630-4^Bacteria identified^LN|1|112283007^Escherichia coli^SCT^ECO^E. coli^L||||||F|||20261122091500
OBX|2|SN|564-5^Colony count^LN|1|>^100000|[CFU]/mL^colony forming units per millilitre^UCUM||A|||F
NTE|1|L|Counted twice.\\.br\\Confirmed.
SPM|1|U260001233&CLINIC^S-5&LIS||122575003^Urine specimen^SCT|||||||P||||||20261122091500|20261122113000
OBR|2|U260001233^CLINIC|L-901^LIS|29576-6^Bacterial susceptibility panel^LN|||20261122091500|||||||||||||||20261123||MB|F|630-4&Bacteria&LN^1|||U260001233&CLINIC^L-900&LIS
OBX|1|SN|185-9^Ciprofloxacin MIC^LN|1|<=^0.25|ug/mL^^UCUM||S|||F";

#[test]
fn a_culture_is_read_with_its_organism_its_count_and_what_hangs_on_it() {
    let found = taken(CULTURE);
    assert_eq!(found.header.control_id, "77");
    assert_eq!(found.patient.numbers, ["FG-000012", "99"]);
    assert_eq!(found.patient.names, [("O&Neil".to_owned(), "Sean".to_owned())]);
    assert_eq!((found.patient.birth_date.as_str(), found.patient.sex.as_str()), ("19610409", "M"));
    let [culture, panel] = found.tests.as_slice() else { panic!("two tests") };
    assert_eq!([&culture.placer, &culture.group, &culture.filler], ["U260001233", "G-1", "L-900"]);
    assert_eq!((culture.test.in_system("LN"), culture.test.has("UCUL")), (Some("630-4"), true));
    assert_eq!(culture.notes, ["Plated within one hour."]);
    let [organism, count] = culture.observations.as_slice() else { panic!("two observations") };
    assert_eq!((organism.words().as_str(), organism.sub_id.as_str()), ("Escherichia coli", "1"));
    assert_eq!((count.words().as_str(), count.unit.label()), (">100000", "colony forming units per millilitre"));
    assert_eq!(
        (count.flags.as_slice(), count.notes.as_slice()),
        (["A".to_owned()].as_slice(), ["Counted twice.\nConfirmed.".to_owned()].as_slice())
    );
    assert_eq!(culture.specimens[0].placer, "U260001233");
    assert_eq!(culture.specimens[0].filler, "S-5");
    assert_eq!(panel.parent, ("630-4".to_owned(), "1".to_owned()));
    assert_eq!(panel.parent_order, "U260001233");
    assert_eq!(panel.observations[0].words(), "<=0.25");
}

#[test]
fn older_versions_number_the_patient_and_the_order_elsewhere() {
    let older = CULTURE.replace("U260001233^CLINIC|L-900^LIS|630", "||630").replace('\n', "\r");
    let older = format!("{}\r{older}", HEADER.replace("2.5.1", "2.3.1"))
        .replace("PID|1||FG-000012^^^CLINIC^MR~99^^^LAB^PI|", "PID|1|FG-12||99");
    let found = super::read(&older).unwrap();
    assert_eq!(found.patient.numbers, ["FG-12", "99"]);
    assert_eq!((found.tests[0].placer.as_str(), found.tests[0].filler.as_str()), ("U26-000123", "L-900"));
}

#[test]
fn every_state_of_a_result_is_told_apart() {
    let status = |code: &str| message(&format!("OBR|1||L|630-4\nOBX|1|ST|630-4||x||||||{code}"));
    let check = |code: &str, expect: ObservationStatus| {
        assert_eq!(status(code).unwrap().tests[0].observations[0].status, expect, "{code}");
    };
    check("F", ObservationStatus::Final);
    check("U", ObservationStatus::Final);
    check("P", ObservationStatus::Preliminary);
    check("I", ObservationStatus::Preliminary);
    check("C", ObservationStatus::Corrected);
    check("X", ObservationStatus::NotObtained);
    check("W", ObservationStatus::PostedWrong);
    check("D", ObservationStatus::Deleted);
    check("N", ObservationStatus::OrderOnly);
    assert_eq!(status("").unwrap_err().why.to_string(), "OBX-11 is missing: nobody knows whether the result is final");
    assert_eq!(status("Q").unwrap_err().why.to_string(), "OBX-11 holds “Q”, which is not in its table");
}

#[test]
fn values_of_every_kind_stay_as_they_were_written() {
    let check = |kind: &str, value: &str, expect: &str| {
        let found = taken(&format!("OBR|1||L|630-4\nOBX|1|{kind}|630-4||{value}||||||F"));
        assert_eq!(found.tests[0].observations[0].words(), expect, "{kind} {value}");
    };
    check("NM", "12", "12");
    check("ST", "TNTC", "TNTC");
    check("ST", "<10^3 & rising", "<10^3 & rising");
    check("TX", "one~two", "one\ntwo");
    check("SN", "^10^-^20", "10-20");
    check("SN", "^1^:^10", "1:10");
    check("CWE", "^^^LOCAL^Mixed flora^L", "Mixed flora");
    check("CE", "Mixed flora", "Mixed flora");
    check("CWE", "^^^^^^^^in words", "in words");
    check("CWE", "112283007^Escherichia coli^SCT~9^Proteus^L", "Escherichia coli\nProteus");
    check("", "unnamed", "unnamed");
    check("NM", "", "");
}

#[test]
fn a_document_is_kept_or_said_to_be_damaged() {
    let check = |value: &str, media: &str, bytes: Option<&[u8]>| {
        let found = taken(&format!("OBR|1||L|11502-2\nOBX|1|ED|PDF||{value}||||||F"));
        let ReportedValue::Attached(attached) = &found.tests[0].observations[0].values[0] else { panic!("{value}") };
        assert_eq!((attached.media.as_str(), attached.bytes.as_deref()), (media, bytes), "{value}");
    };
    check("LIS^application^pdf^Base64^JVBERi0=", "application/pdf", Some(b"%PDF-"));
    check("LIS^application^pdf^Base64^JVBE\\.br\\Ri0=", "application/pdf", Some(b"%PDF-"));
    check("LIS^application^pdf^Hex^255044462d", "application/pdf", Some(b"%PDF-"));
    check("LIS^text^plain^A^as it is", "text/plain", Some(b"as it is"));
    check("LIS^application^pdf^Base64^JVBERi0", "application/pdf", None);
    check("LIS^application^pdf^Hex^25504", "application/pdf", None);
    check("LIS^application^pdf^Base64^", "application/pdf", None);
    check("LIS^application^pdf^zip^JVBERi0=", "application/pdf", None);
}

#[test]
fn a_rejected_tube_says_why() {
    let found = taken(
        "OBR|1||L|630-4|||||||||||||||||||||X\nSPM|1|U26&C^S||UR|||||||||||||||||QS^Quantity not sufficient^HL70490~EX^Expired^HL70490|||RM",
    );
    let tube = &found.tests[0].specimens[0];
    assert_eq!(
        tube.rejected.iter().map(ReportedCode::label).collect::<Vec<_>>(),
        ["Quantity not sufficient", "Expired"]
    );
    assert_eq!((tube.condition.label(), found.tests[0].status.as_str()), ("RM", "X"));
}

#[test]
fn what_cannot_be_filed_is_refused_with_its_reason() {
    assert_eq!(refused("PID|1\nPID|1\nOBR|1"), "two patients stand in one message");
    assert_eq!(refused("OBX|1|ST|a||b||||||F"), "OBX stands before its test (OBR)");
    assert_eq!(refused("SPM|1"), "SPM stands before its test (OBR)");
    assert_eq!(refused("OBR|1\nMSH|^~\\&|x"), "MSH stands in the middle of a message");
    assert_eq!(refused("PID|1"), "OBR is missing: a message of results names a test");
    assert_eq!(refused("OBR|1\nhello"), "line 3 is no segment: it begins “hello”");
    let headed = |header: String| super::read(&format!("{header}\rOBR|1\r")).unwrap_err().why.to_string();
    assert_eq!(
        headed(HEADER.replace("ORU^R01^ORU_R01", "ADT^A01")),
        "“ADT^A01” is not taken here: results come as ORU^R01"
    );
    assert_eq!(headed(HEADER.replace("2.5.1", "2.7")), "version “2.7” is not read: 2.3 to 2.5.1 are");
    assert_eq!(
        headed(HEADER.replace("|77|", "||")),
        "MSH-10 is missing: without it nobody can say which message was answered"
    );
}

#[test]
fn a_refusal_still_knows_to_whom_it_is_answered() {
    let header = message("PID|1\nPID|1").unwrap_err().header;
    assert_eq!(
        header.route.map(|[name, id, _]| format!("{name} {id}")),
        ["LIS 1.2.3", "NORTHLAB ", "FOURGLASS ", "CLINIC "]
    );
    assert_eq!((header.accept_wanted.as_str(), header.application_wanted.as_str()), ("AL", "NE"));
}
