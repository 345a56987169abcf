//! Orders of the fictional cast, read back by a reader that is not ours.

use super::*;
use hl7_2::Message;
use insta::assert_snapshot;
use proptest::prelude::*;

fn clinic() -> Designator {
    Designator::new("FOURGLASS", "2.16.840.1.113883.3.9999")
}

fn culture(role: SpecimenRole) -> Coded {
    let ordered = &clinic::catalogue::entry(role).ordered;
    Coded::new(ordered.loinc.as_ref().unwrap().as_str(), &ordered.name, "LN")
}

fn glass(role: SpecimenRole, number: u32, volume: &str, at: &str) -> OrderSpecimen {
    OrderSpecimen {
        role,
        accession: format!("U26000123{number}7"),
        volume_ml: Some(volume.to_owned()),
        collected_at: at.parse().unwrap(),
        collected_until: None,
        drawn_from: None,
        containers: 1,
        container: "sterile screw cup".to_owned(),
        tests: vec![OrderTest { placer_number: format!("O26-000077-{number}"), code: culture(role), local: None }],
    }
}

fn order() -> OmlOrder {
    let person = |family: &str, given: &str| PersonName {
        family: family.to_owned(),
        given: given.to_owned(),
        ..PersonName::default()
    };
    OmlOrder {
        control_id: ControlId::parse("FG26112200000000077").unwrap(),
        sent_at: "2026-11-22T10:05:00+01:00".parse().unwrap(),
        processing: Processing::Production,
        acknowledgement: Acknowledgement::Enhanced,
        sending_application: Designator::new("FOURGLASS", ""),
        sending_facility: Designator::new("RIVERSIDE", "2.16.840.1.113883.3.9999.1"),
        receiving_application: Designator::new("LIS", ""),
        receiving_facility: Designator::new("NORTHLAB", ""),
        control: OrderControl::New,
        group_number: "G26-000077".to_owned(),
        placer: clinic(),
        ordered_at: "2026-11-22T10:04:30+01:00".parse().unwrap(),
        priority: Priority::Routine,
        orderer: Orderer {
            id: "1234567893".to_owned(),
            authority: Designator::new("NPI", "2.16.840.1.113883.4.6"),
            id_type: "NPI".to_owned(),
            name: person("Okafor", "Ada"),
            call_back: "+49 30 555 0101".to_owned(),
        },
        patient: OrderPatient {
            mrn: "FG-1042".to_owned(),
            authority: clinic(),
            name: person("Lindqvist", "Henrik"),
            latin_name: None,
            birth_date: BirthDate::parse("1961-04-09").unwrap(),
            sex: LaboratorySex::Male,
        },
        visit: OrderVisit { number: "V26-000311".to_owned(), location: "ROOM 2".to_owned() },
        clinical_information: "Pelvic pain, 4 months".to_owned(),
        remark: "EPS scanty.\nPlease culture first.".to_owned(),
        symptom: None,
        answers: EntryAnswers {
            consent: Some(true),
            antibiotics: YesNoUnknown::Unknown,
            abstinence_days: Some(2),
            psa_before_massage: None,
        },
        specimens: vec![
            glass(SpecimenRole::Vb1, 1, "10", "2026-11-22T09:15:00+01:00"),
            glass(SpecimenRole::Vb2, 2, "10", "2026-11-22T09:16:30+01:00"),
            glass(SpecimenRole::Eps, 3, "0.50", "2026-11-22T09:24:10+01:00"),
            glass(SpecimenRole::Vb3, 4, "8", "2026-11-22T09:27:00+01:00"),
        ],
    }
}

fn text(order: &OmlOrder) -> String {
    String::from_utf8(order.message().unwrap()).unwrap()
}

fn read(order: &OmlOrder) -> Message {
    hl7_2::parse(&text(order)).unwrap()
}

fn at(message: &Message, path: &str) -> String {
    message.get(path).unwrap().unwrap_or_default()
}

#[test]
fn a_four_glass_order_is_written_as_the_standard_has_it() {
    assert_snapshot!(text(&order()).replace('\r', "\n"));
}

#[test]
fn another_reader_finds_every_segment_in_its_group() {
    let message = read(&order());
    // The reader's dictionary knows neither the grammar of OML_O21 nor TQ1: the order of segments is checked here.
    let faults = message.validate().into_iter().filter(|fault| fault.path != "MSH-9" && !fault.path.starts_with("TQ1"));
    assert_eq!(faults.collect::<Vec<_>>(), vec![]);
    let names: Vec<String> = message.segments().map(|segment| segment.name.clone()).collect();
    let group = ["ORC", "TQ1", "OBR", "NTE", "OBX", "OBX", "OBX", "SPM"];
    assert_eq!(names, [&["MSH", "PID", "PV1"][..], &group.repeat(4)].concat());
    for group in 1..=4 {
        assert_eq!(at(&message, &format!("ORC[{group}]-4.1")), "G26-000077");
        assert_eq!(at(&message, &format!("ORC[{group}]-2")), at(&message, &format!("OBR[{group}]-2")));
        assert_eq!(at(&message, &format!("OBR[{group}]-1")), group.to_string());
        assert_eq!(at(&message, &format!("SPM[{group}]-2.1.1")), format!("U26000123{group}7"));
        for empty in ["ORC", "OBR"]
            .iter()
            .zip([vec![7], vec![5, 6, 8, 15, 22, 27]])
            .flat_map(|(name, fields)| fields.into_iter().map(move |field| format!("{name}[{group}]-{field}")))
        {
            assert_eq!(at(&message, &empty), "", "{empty} is forbidden");
        }
    }
    assert_eq!(at(&message, "SPM[3]-12.2.1"), "mL");
    assert_eq!(at(&message, "SPM[3]-12.1"), "0.50");
    assert_eq!(at(&message, "SPM[3]-17.1"), "20261122092410+0100");
}

#[test]
fn a_specimen_that_does_not_exist_is_not_in_the_order() {
    let mut order = order();
    order.specimens.retain(|specimen| specimen.role != SpecimenRole::Eps);
    let message = text(&order);
    assert_eq!(message.matches("\rSPM|").count(), 3);
    assert!(!message.contains("EPS expressed") && !message.contains("258471001"));
    assert!(message.contains("\rOBR|3|O26-000077-4^"), "set ids count without a gap");
}

#[test]
fn an_order_is_cancelled_when_consent_is_withdrawn() {
    let mut order = order();
    order.control = OrderControl::Cancel;
    order.answers.consent = Some(false);
    let message = read(&order);
    assert_eq!((at(&message, "ORC[4]-1"), at(&message, "OBX[1]-5.1")), ("CA".to_owned(), "N".to_owned()));
}

#[test]
fn urine_and_blood_of_the_acute_pathway_are_ordered_without_a_word_on_consent_to_a_massage() {
    let mut order = order();
    let local = |code: &str, name: &str| Coded::new(code, name, "L");
    let bottle = |number, container: &str| OrderSpecimen {
        tests: vec![OrderTest {
            placer_number: format!("O26-000077-{number}"),
            code: local("BLOOD-CULT", "Blood culture, aerobic and anaerobic"),
            local: None,
        }],
        volume_ml: None,
        role: SpecimenRole::BloodCulture,
        drawn_from: Some("left arm".to_owned()),
        container: container.to_owned(),
        ..glass(SpecimenRole::Msu, number, "", "2026-11-22T09:50:00+01:00")
    };
    order.specimens = vec![
        glass(SpecimenRole::Msu, 5, "10", "2026-11-22T09:45:00+01:00"),
        bottle(6, "Aerobic bottle"),
        bottle(7, "Anaerobic bottle"),
    ];
    order.answers = EntryAnswers { consent: None, psa_before_massage: Some(false), ..order.answers };
    let message = read(&order);
    let names: Vec<String> = message.segments().map(|segment| segment.name.clone()).collect();
    let group = ["ORC", "TQ1", "OBR", "NTE", "OBX", "OBX", "OBX", "SPM"];
    assert_eq!(names, [&["MSH", "PID", "PV1"][..], &group.repeat(3)].concat());
    assert!(!text(&order).contains("CONSENT-PROC"));
    assert_eq!(at(&message, "OBX[3]-3.1"), "PSA-BEFORE");
    assert_eq!(at(&message, "OBX[3]-5.1"), "N");
    assert_eq!(at(&message, "OBR[1]-4.1"), "630-4");
    assert_eq!(at(&message, "SPM[1]-4.1"), "258574006");
    assert_eq!(at(&message, "OBR[2]-4"), "BLOOD-CULT^Blood culture, aerobic and anaerobic^L");
    assert_eq!(at(&message, "SPM[2]-4"), "119297000^Blood specimen^SCT");
    assert_eq!(at(&message, "SPM[2]-8.2"), "left arm");
    assert_eq!(at(&message, "SPM[3]-27.2"), "Anaerobic bottle");
    for group in 2..=3 {
        assert_eq!(at(&message, &format!("ORC[{group}]-4")), at(&message, "ORC[1]-4"));
    }
}

#[test]
fn a_message_beyond_ascii_says_so() {
    let mut order = order();
    assert!(!text(&order).contains("UNICODE"));
    order.patient.name.family = "Şahin-Ωμέγα 王".to_owned();
    order.patient.latin_name =
        Some(PersonName { family: "Sahin".to_owned(), given: "Henrik".to_owned(), ..PersonName::default() });
    let message = read(&order);
    assert_eq!(at(&message, "MSH-18"), "UNICODE UTF-8");
    assert_eq!(message.repetitions("PID-5").unwrap().len(), 2);
    assert_eq!(at(&message, "PID-5.1.1"), "Şahin-Ωμέγα 王");
}

#[test]
fn an_order_that_a_laboratory_would_reject_is_not_written() {
    let check = |change: fn(&mut OmlOrder), refusal: OmlRefusal| {
        let mut order = order();
        change(&mut order);
        assert_eq!(order.message(), Err(refusal));
    };
    check(|order| order.specimens.clear(), OmlRefusal::NoSpecimen);
    check(|order| order.specimens[2].tests.clear(), OmlRefusal::NoTest(SpecimenRole::Eps));
    check(|order| order.patient.mrn = " ".to_owned(), OmlRefusal::Missing("the patient's number"));
    check(
        |order| order.patient.authority = Designator::default(),
        OmlRefusal::Missing("the authority that gave out the patient's number"),
    );
    check(|order| order.answers.consent = Some(false), OmlRefusal::NoConsent);
    check(
        |order| order.specimens[1].accession = "U2600012317".to_owned(),
        OmlRefusal::NumberTwice("U2600012317".to_owned()),
    );
    check(|order| order.specimens[0].volume_ml = Some("10 mL".to_owned()), OmlRefusal::NotAVolume("10 mL".to_owned()));
    check(
        |order| order.specimens[0].tests[0].code.code = "630-5".to_owned(),
        OmlRefusal::NotALoincCode("630-5".to_owned()),
    );
    assert!(ControlId::parse("123456789012345678901").is_err() && ControlId::parse("a|b").is_err());
}

/// Text as it is to arrive: trimmed, each line end and control character a blank.
fn arrives(text: &str) -> String {
    let trimmed = text.trim_matches(|sign: char| sign.is_whitespace() || sign.is_control());
    trimmed.replace("\r\n", " ").chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect()
}

/// What people, keyboards and hostile scanners put into a field.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zÀ-ž]{1,12}",
        "[|^&~\\\\A-Z\"]{1,12}",
        "\\PC{1,24}",
        "[a-z\r\n\t\u{0}\u{1c}\u{b}]{1,12}",
        Just("\"\"".to_owned()),
        Just("\\F\\ \\X0D\\ \\.br\\".to_owned()),
        Just("Müller\rPID|1||EVIL".to_owned()),
    ]
    .prop_filter("something must be left", |text| !arrives(text).is_empty())
}

proptest! {
    #[test]
    fn every_field_arrives_as_it_was_typed(
        family in typed(), given in typed(), mrn in typed(), information in typed(), container in typed(), phone in typed()
    ) {
        let mut order = order();
        order.patient.name.family.clone_from(&family);
        order.patient.name.given.clone_from(&given);
        order.patient.mrn.clone_from(&mrn);
        order.clinical_information.clone_from(&information);
        order.specimens[3].container.clone_from(&container);
        order.orderer.call_back.clone_from(&phone);
        let message = read(&order);
        prop_assert_eq!(message.segments().count(), 35);
        for (path, typed) in [
            ("PID-5.1.1", &family),
            ("PID-5.2", &given),
            ("PID-3.1", &mrn),
            ("OBR[4]-13", &information),
            ("SPM[4]-27.2", &container),
            ("ORC[2]-14.12", &phone),
        ] {
            prop_assert_eq!(at(&message, path), arrives(typed), "{}", path);
        }
        prop_assert_eq!(at(&message, "PID-3.5"), "MR");
        prop_assert_eq!(at(&message, "OBR[4]-16.2.1"), "Okafor");
    }
}

#[test]
fn a_symptom_of_the_clinics_own_table_stands_under_every_test_between_remark_and_answers() {
    assert!(!text(&order()).contains("DG1"), "none by default");
    let mut asked = order();
    asked.symptom = Some(Coded::new("R10.2", "Pelvic and perineal pain", "I10"));
    let message = read(&asked);
    let names: Vec<String> = message.segments().map(|segment| segment.name.clone()).collect();
    let group = ["ORC", "TQ1", "OBR", "NTE", "DG1", "OBX", "OBX", "OBX", "SPM"];
    assert_eq!(names, [&["MSH", "PID", "PV1"][..], &group.repeat(4)].concat());
    for one in 1..=4 {
        assert_eq!(at(&message, &format!("DG1[{one}]-1")), "1");
        assert_eq!(at(&message, &format!("DG1[{one}]-3.1")), "R10.2");
        assert_eq!(at(&message, &format!("DG1[{one}]-3.2")), "Pelvic and perineal pain");
        assert_eq!(at(&message, &format!("DG1[{one}]-3.3")), "I10");
        assert_eq!(at(&message, &format!("DG1[{one}]-6")), "W");
    }
    asked.symptom = Some(Coded::new("R10.2", "", "I10"));
    assert_eq!(asked.message(), Err(OmlRefusal::HalfASymptom));
}
