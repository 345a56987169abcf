//! A four-glass visit as FHIR, read by a strict reader that is not ours.

use super::*;
use serde_json::Value;
use std::collections::HashSet;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0195_0000_0000_7000_8000_0000_0000_0000 + number)
}

fn at(hour: &str) -> Moment {
    format!("2026-11-22T{hour}+01:00").parse().unwrap()
}

const CLINIC: &str = "urn:oid:2.16.840.1.113883.19.5";

fn number(value: &str) -> Identifier {
    Identifier::new(CLINIC, value)
}

fn tube(place: u128, value: &str, kind: Code) -> Specimen {
    Specimen {
        id: id(40 + place),
        number: number(value),
        laboratory_number: (place == 1).then(|| Identifier::new("urn:oid:2.16.840.1.113883.19.9", "L-77")),
        status: SpecimenStatus::Available,
        kind,
        collected: Some(at("09:15:00")),
        collector: Some(id(4)),
        method: String::new(),
        millilitres: (place == 1).then(|| "10.0".to_owned()),
        container: "sterile cup".to_owned(),
        received: None,
        orders: vec![id(30)],
        condition: Vec::new(),
        remark: String::new(),
        custody: vec![CustodyEvent {
            id: id(50 + place),
            activity: Code::of("label verified", vec![Coding::local("label-verified", "Label verified")]),
            at: at("09:16:00"),
            recorded: at("09:16:00.120"),
            by: id(4),
        }],
    }
}

fn observed(number: u128, kind: ObservedKind, words: &str, value: ObservedValue) -> Observed {
    Observed {
        id: id(number),
        status: ObservedStatus::Final,
        kind,
        code: Code::text(words),
        value,
        at: Some(at("09:15:00")),
        issued: None,
        by: None,
        specimen: None,
        method: String::new(),
        interpretation: Vec::new(),
        members: Vec::new(),
        derived_from: Vec::new(),
        remark: String::new(),
    }
}

fn observations() -> Vec<Observed> {
    let count = ObservedValue::Quantity {
        digits: "100000".to_owned(),
        comparator: ">=",
        unit: "CFU/mL".to_owned(),
        ucum: "[CFU]/mL".to_owned(),
    };
    let coli = Code::of("Escherichia coli", vec![Coding::snomed("112283007", "Escherichia coli")]);
    let culture = Code::of("Culture", vec![Coding::loinc("630-4", "Bacteria identified in Urine by Culture")]);
    let range = ObservedValue::Range(["10".to_owned(), "20".to_owned()], "/HPF".to_owned(), "/[HPF]".to_owned());
    vec![
        Observed { by: Some(id(3)), ..observed(60, ObservedKind::Exam, "Tenderness", ObservedValue::Is(false)) },
        Observed {
            code: culture,
            specimen: Some(id(41)),
            issued: Some(at("18:00:00")),
            members: vec![id(62)],
            ..observed(61, ObservedKind::Laboratory, "", ObservedValue::Coded(coli))
        },
        Observed { specimen: Some(id(41)), ..observed(62, ObservedKind::Laboratory, "Colony count", count) },
        Observed {
            method: "wet mount".to_owned(),
            interpretation: vec![Code::text("significant")],
            specimen: Some(id(42)),
            ..observed(63, ObservedKind::Laboratory, "Leukocytes", range)
        },
        observed(64, ObservedKind::Laboratory, "Gram stain", ObservedValue::Absent("not-performed")),
        observed(65, ObservedKind::Survey, "NIH-CPSI, total", ObservedValue::Whole(21)),
        Observed {
            remark: "kept as received; not interpretable".to_owned(),
            ..observed(66, ObservedKind::Laboratory, "Culture of VB2", ObservedValue::Words("heavy growth".to_owned()))
        },
    ]
}

fn chart() -> Chart {
    let person = |number_: u128, name: &str, role: &str| Person {
        id: id(number_),
        number: number(&format!("S-{number_}")),
        name: name.to_owned(),
        role: role.to_owned(),
    };
    Chart {
        clinic: Organization {
            id: id(1),
            number: number("clinic"),
            name: "Riverside Urology".to_owned(),
            address: "1 Quay\nRivertown".to_owned(),
            phone: "030 5550 100".to_owned(),
        },
        laboratory: Some(Organization {
            id: id(2),
            number: Identifier::new("urn:oid:2.16.840.1.113883.19.9", "lab"),
            name: "North Laboratory".to_owned(),
            address: String::new(),
            phone: String::new(),
        }),
        patient: Patient {
            id: id(5),
            number: number("FG-1042"),
            family: "Lindqvist".to_owned(),
            given: "Henrik Nils".to_owned(),
            birth_date: clinic::patient::BirthDate::parse("1961-04").unwrap(),
            sex: clinic::patient::LaboratorySex::Male,
        },
        people: vec![person(3, "Dr. Ines Kaya", "urologist"), person(4, "Tom Abara", "nurse")],
        encounter: Encounter {
            id: id(6),
            number: number("V-1"),
            status: EncounterStatus::Finished,
            kind: Code::text("Four-glass test"),
            reason: Code::text("Suspected chronic bacterial prostatitis"),
            start: Some(at("08:50:00")),
            end: Some(at("09:40:00")),
        },
        consents: vec![
            Consent {
                id: id(7),
                status: ConsentStatus::Active,
                to: "Four-glass test with massage".to_owned(),
                text: "four-glass 1.0.0, en".to_owned(),
                at: Some(at("08:58:00")),
                until: Some(at("08:58:00")),
                asked_by: Some(id(3)),
                signed: true,
            },
            Consent {
                id: id(8),
                status: ConsentStatus::Rejected,
                to: "Presence of a trainee".to_owned(),
                text: "trainee 1.0.0, en".to_owned(),
                at: Some(at("08:59:00")),
                until: None,
                asked_by: None,
                signed: false,
            },
        ],
        forms: vec![Form {
            id: id(9),
            name: "safety-screen",
            version: "2026.11.3".to_owned(),
            at: at("08:55:00"),
            by: Some(id(4)),
            answers: vec![
                Answer {
                    question: "rigors-24h".to_owned(),
                    words: "Shaking chills in the last 24 hours".to_owned(),
                    values: vec![AnswerValue::Is(false)],
                },
                Answer {
                    question: "temperature".to_owned(),
                    words: "Temperature".to_owned(),
                    values: vec![AnswerValue::Measure("36.80".to_owned(), "°C".to_owned(), "Cel".to_owned())],
                },
                Answer {
                    question: "biopsy".to_owned(),
                    words: "Biopsy".to_owned(),
                    values: vec![AnswerValue::Day("2026-01".to_owned()), AnswerValue::Words("elsewhere".to_owned())],
                },
                Answer { question: "count".to_owned(), words: "Count".to_owned(), values: vec![AnswerValue::Whole(3)] },
            ],
        }],
        acts: vec![
            Act {
                id: id(20),
                status: ActStatus::Completed,
                why: String::new(),
                code: Code::of(
                    "Digital rectal examination",
                    vec![Coding::snomed("410006001", "Digital examination of rectum")],
                ),
                start: Some(at("09:10:00")),
                end: Some(at("09:12:00")),
                by: Some(id(3)),
                complications: Vec::new(),
                remark: String::new(),
            },
            Act {
                id: id(21),
                status: ActStatus::Stopped,
                why: "the patient asked to stop".to_owned(),
                code: Code::of("Prostate massage", vec![Coding::local("prostate-massage", "Prostate massage")]),
                start: Some(at("09:12:00")),
                end: None,
                by: Some(id(3)),
                complications: vec!["Felt faint".to_owned()],
                remark: "Stopped after 40 s.".to_owned(),
            },
        ],
        orders: vec![Order {
            id: id(30),
            number: number("U260001231B"),
            group: number("G-1"),
            status: OrderStatus::Active,
            priority: Priority::Routine,
            code: Code::of("Urine culture", vec![Coding::loinc("630-4", "Bacteria identified in Urine by Culture")]),
            at: at("09:20:00"),
            by: id(3),
            specimen: id(41),
            reason: Code::text("Suspected chronic bacterial prostatitis"),
            forms: vec![id(9)],
            remark: String::new(),
        }],
        specimens: vec![
            tube(
                1,
                "U260001231B",
                Code::of("First-void urine", vec![Coding::snomed("698276005", "First stream urine specimen")]),
            ),
            tube(2, "U2600012345", Code::text("Urine after massage")),
        ],
        observations: observations(),
        reports: vec![Report {
            id: id(70),
            status: ReportStatus::Final,
            code: Code::of("Laboratory report", vec![Coding::loinc("11502-2", "Laboratory report")]),
            orders: vec![id(30)],
            specimens: vec![id(41)],
            at: Some(at("09:15:00")),
            issued: at("18:00:00"),
            results: vec![id(61)],
            conclusion: "Consistent with NIH II; agreed.".to_owned(),
        }],
        papers: vec![Paper {
            id: id(80),
            kind: Code::of("Procedure note", vec![Coding::loinc("28570-0", "Procedure note")]),
            title: "Procedure note, version 1".to_owned(),
            at: at("09:45:00"),
            by: Some(id(3)),
            pdf: b"%PDF-1.7 example".to_vec(),
            superseded: false,
        }],
    }
}

fn written(json: &Json) -> String {
    serde_json::to_string(json).unwrap()
}

fn bundle(kind: BundleKind) -> String {
    written(&chart().bundle(kind, id(99), at("10:00:00")))
}

#[test]
fn a_four_glass_visit_is_a_bundle() {
    let bundle = chart().bundle(BundleKind::Transaction, id(99), at("10:00:00"));
    insta::assert_snapshot!(serde_json::to_string_pretty(&bundle).unwrap());
}

#[test]
fn a_strict_reader_finds_no_fault_in_either_kind() {
    for kind in [BundleKind::Transaction, BundleKind::Collection] {
        let read = fhirkit::from_json_strict::<fhirkit::r4::Bundle>(&bundle(kind));
        assert!(read.is_ok(), "{:?}", read.err());
    }
    for (kind, line) in chart().resources() {
        let read = fhirkit::from_json_strict::<fhirkit::r4::Resource>(&written(&line));
        assert!(read.is_ok(), "{kind}: {:?}", read.err());
    }
}

/// Every `reference` in a value.
fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, inner) in members {
                match inner {
                    Value::String(to) if name == "reference" => found.push(to.clone()),
                    inner => references(inner, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|inner| references(inner, found)),
        _ => {}
    }
}

#[test]
fn no_reference_leads_nowhere_and_no_resource_stands_twice() {
    let bundle: Value = serde_json::from_str(&bundle(BundleKind::Collection)).unwrap();
    let entries = bundle["entry"].as_array().unwrap();
    let there: HashSet<&str> = entries.iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
    assert_eq!(there.len(), entries.len());
    let mut wanted = Vec::new();
    references(&bundle, &mut wanted);
    assert!(wanted.len() > 40);
    for to in wanted {
        assert!(there.contains(to.as_str()), "{to}");
    }
    let lines = chart().resources();
    let there: HashSet<String> = lines
        .iter()
        .map(|(kind, line)| {
            let line: Value = serde_json::from_str(&written(line)).unwrap();
            assert_eq!(line["resourceType"], *kind);
            format!("{kind}/{}", line["id"].as_str().unwrap())
        })
        .collect();
    for (_, line) in &lines {
        let mut wanted = Vec::new();
        references(&serde_json::from_str(&written(line)).unwrap(), &mut wanted);
        assert!(wanted.iter().all(|to| there.contains(to)), "{wanted:?}");
    }
}

/// Whether anything in a value is empty: FHIR allows no empty text, list or object, and no null.
fn is_empty_somewhere(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty() || values.iter().any(is_empty_somewhere),
        Value::Object(members) => members.is_empty() || members.values().any(is_empty_somewhere),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[test]
fn what_is_not_recorded_is_absent() {
    let mut chart = chart();
    chart.laboratory = None;
    chart.patient.birth_date = clinic::patient::BirthDate::UNKNOWN;
    chart.encounter.end = None;
    for one in &mut chart.specimens {
        (one.collected, one.collector) = (None, None);
        one.status = SpecimenStatus::Unavailable;
    }
    let bundle = written(&chart.bundle(BundleKind::Transaction, id(99), at("10:00:00")));
    assert!(!is_empty_somewhere(&serde_json::from_str(&bundle).unwrap()));
    assert!(!bundle.contains("birthDate") && !bundle.contains("\"collection\""));
    assert!(fhirkit::from_json_strict::<fhirkit::r4::Bundle>(&bundle).is_ok());
}

#[test]
fn digits_stay_as_they_were_typed_and_the_same_chart_is_the_same_bytes() {
    let once = bundle(BundleKind::Transaction);
    assert!(once.contains(r#""value":36.80,"#) && once.contains(r#""value":10.0,"#), "{once}");
    assert_eq!(once, bundle(BundleKind::Transaction));
}

#[test]
fn a_server_is_asked_for_people_by_their_number_and_for_nothing_else() {
    let bundle: Value = serde_json::from_str(&bundle(BundleKind::Transaction)).unwrap();
    for entry in bundle["entry"].as_array().unwrap() {
        let kind = entry["resource"]["resourceType"].as_str().unwrap();
        let asked = entry["request"]["ifNoneExist"].as_str();
        let person = ["Patient", "Practitioner", "Organization"].contains(&kind);
        assert_eq!(asked.is_some(), person, "{kind}");
        assert_eq!(entry["request"]["url"], kind);
    }
    let patient = &bundle["entry"][2]["request"]["ifNoneExist"];
    assert_eq!(patient, "identifier=urn:oid:2.16.840.1.113883.19.5|FG-1042");
    assert_eq!(links::escaped("a|b c&d"), "a%5C%7Cb%20c%26d");
}
