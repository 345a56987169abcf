//! The segments of an order, field by field as the standard numbers them.

use super::{
    Acknowledgement, EntryAnswers, OmlOrder, OrderControl, OrderPatient, OrderSpecimen, OrderTest, OrderVisit, Orderer,
    Priority, Processing,
};
use crate::hl7::codes::Coded;
use crate::hl7::parts::{Designator, PersonName, entity};
use crate::hl7::writer::{Component, Field, Segment};
use clinic::catalogue::{self, CatalogueEntry, entry};
use clinic::patient::{LaboratorySex, YesNoUnknown};
use clinic::specimen::SpecimenRole;

/// The clinic's own codes for questions at order entry: no public table has them.
const LOCAL: &str = "99DRE";

pub(super) fn msh(order: &OmlOrder) -> Segment {
    let header = Segment::new("MSH")
        .with(3, order.sending_application.field())
        .with(4, order.sending_facility.field())
        .with(5, order.receiving_application.field())
        .with(6, order.receiving_facility.field())
        .with(7, Field::time(order.sent_at))
        .with(9, Field::components(&["OML", "O21", "OML_O21"]))
        .with(10, Field::line(order.control_id.as_str()))
        .with(
            11,
            Field::line(match order.processing {
                Processing::Production => "P",
                Processing::Training => "T",
            }),
        )
        .with(12, Field::line("2.5.1"));
    match order.acknowledgement {
        Acknowledgement::Original => header,
        Acknowledgement::Enhanced => header.with(15, Field::line("AL")).with(16, Field::line("AL")),
    }
}

pub(super) fn pid(patient: &OrderPatient) -> Segment {
    let legal = name_field(&patient.name, "");
    let name = match &patient.latin_name {
        Some(latin) => legal.and(name_field(latin, "A")),
        None => legal,
    };
    let number = Field::of([
        Component::line(&patient.mrn),
        Component::default(),
        Component::default(),
        patient.authority.component(),
        Component::line("MR"),
    ]);
    Segment::new("PID")
        .with(1, Field::line("1"))
        .with(3, number)
        .with(5, name)
        .with(7, Field::birth_date(patient.birth_date))
        .with(
            8,
            Field::line(match patient.sex {
                LaboratorySex::Male => "M",
                LaboratorySex::Female => "F",
                LaboratorySex::Other => "O",
                LaboratorySex::Unknown => "U",
            }),
        )
}

pub(super) fn pv1(visit: &OrderVisit) -> Segment {
    Segment::new("PV1")
        .with(1, Field::line("1"))
        .with(2, Field::line("O"))
        .with(3, Field::line(&visit.location))
        .with(19, Field::line(&visit.number))
}

pub(super) fn orc(order: &OmlOrder, test: &OrderTest) -> Segment {
    let call_back = if order.orderer.call_back.trim().is_empty() {
        Field::default()
    } else {
        // XTN-12: the number as people write it.
        Field::components(&["", "WPN", "PH", "", "", "", "", "", "", "", "", &order.orderer.call_back])
    };
    Segment::new("ORC")
        .with(
            1,
            Field::line(match order.control {
                OrderControl::New => "NW",
                OrderControl::Change => "XO",
                OrderControl::Cancel => "CA",
            }),
        )
        .with(2, entity(&test.placer_number, &order.placer))
        .with(4, entity(&order.group_number, &order.placer))
        .with(9, Field::time(order.ordered_at))
        .with(12, orderer(&order.orderer))
        .with(14, call_back)
}

pub(super) fn tq1(priority: Priority) -> Segment {
    let (code, name) = match priority {
        Priority::Routine => ("R", "Routine"),
        Priority::Asap => ("A", "As soon as possible"),
        Priority::Stat => ("S", "With highest priority"),
    };
    Segment::new("TQ1").with(1, Field::line("1")).with(9, Field::components(&[code, name, "HL70485"]))
}

pub(super) fn obr(order: &OmlOrder, specimen: &OrderSpecimen, test: &OrderTest, set_id: u32) -> Segment {
    Segment::new("OBR")
        .with(1, Field::line(&set_id.to_string()))
        .with(2, entity(&test.placer_number, &order.placer))
        .with(4, coded(&test.code, test.local.as_ref()))
        .with(7, Field::time(specimen.collected_at))
        // Obtained by somebody other than the laboratory.
        .with(11, Field::line("O"))
        .with(13, Field::line(&order.clinical_information))
        .with(16, orderer(&order.orderer))
}

pub(super) fn nte(remark: &str) -> Option<Segment> {
    let written = Segment::new("NTE").with(1, Field::line("1")).with(2, Field::line("P")).with(3, Field::text(remark));
    (!remark.trim().is_empty()).then_some(written)
}

/// The symptom for which the test is made. DG1-6 is required: `W`, working, for nothing is admitted and nothing final.
pub(super) fn dg1(symptom: &Coded) -> Segment {
    Segment::new("DG1").with(1, Field::line("1")).with(3, coded(symptom, None)).with(6, Field::line("W"))
}

/// Answers at order entry: final from the start (OBX-11 `F`).
pub(super) fn answers(answers: EntryAnswers) -> Vec<Segment> {
    let yes_or_no = |yes: bool| if yes { ["Y", "Yes", "HL70136"] } else { ["N", "No", "HL70136"] };
    let consent = answers.consent.map(|stands| Field::components(&yes_or_no(stands)));
    let consent = consent.map(|answer| ("CWE", "CONSENT-PROC", "Consent to procedure", answer, None));
    let mut given: Vec<_> = consent.into_iter().collect();
    given.push((
        "CWE",
        "ANTIBIOTICS-4W",
        "Antibiotics within four weeks",
        Field::components(&match answers.antibiotics {
            YesNoUnknown::Yes => yes_or_no(true),
            YesNoUnknown::No => yes_or_no(false),
            YesNoUnknown::Unknown => ["UNK", "Unknown", "HL70532"],
        }),
        None,
    ));
    if let Some(days) = answers.abstinence_days {
        let unit = Field::components(&["d", "day", "UCUM"]);
        given.push(("NM", "ABSTINENCE-DAYS", "Days without ejaculation", Field::line(&days.to_string()), Some(unit)));
    }
    if let Some(before) = answers.psa_before_massage {
        let answer = Field::components(&yes_or_no(before));
        given.push(("CWE", "PSA-BEFORE", "PSA drawn before massage", answer, None));
    }
    let numbered = given.into_iter().zip(1_u32..);
    numbered
        .map(|((kind, code, question, answer, unit), set_id)| {
            Segment::new("OBX")
                .with(1, Field::line(&set_id.to_string()))
                .with(2, Field::line(kind))
                .with(3, Field::components(&[code, question, LOCAL]))
                .with(5, answer)
                .with(6, unit.unwrap_or_default())
                .with(11, Field::line("F"))
        })
        .collect()
}

pub(super) fn spm(specimen: &OrderSpecimen, placer: &Designator) -> Segment {
    let entry = entry(specimen.role);
    let number = Component::parts(&[
        &specimen.accession,
        &placer.namespace,
        &placer.oid,
        if placer.oid.is_empty() { "" } else { "ISO" },
    ]);
    // Urine comes from no one place; secretion comes from the gland alone.
    let site = if specimen.role == SpecimenRole::Eps {
        let prostate = &catalogue::catalogue().site;
        Field::components(&[prostate.code.as_str(), &prostate.name, "SCT"])
    } else {
        specimen.drawn_from.as_ref().map_or_else(Field::default, |from| Field::components(&["", from]))
    };
    let volume = specimen.volume_ml.as_ref().map_or_else(Field::default, |volume| {
        Field::of([Component::line(volume), Component::parts(&["mL", "milliliter", "UCUM"])])
    });
    let collected = Field::of(
        [Component::time(specimen.collected_at)].into_iter().chain(specimen.collected_until.map(Component::time)),
    );
    let container = if specimen.container.trim().is_empty() {
        Field::default()
    } else {
        Field::components(&["", &specimen.container])
    };
    Segment::new("SPM")
        .with(1, Field::line("1"))
        .with(2, Field::of([number]))
        .with(4, kind_of_specimen(entry))
        .with(7, Field::components(&["", &entry.collection]))
        .with(8, site)
        .with(11, Field::components(&["P", "Patient", "HL70369"]))
        .with(12, volume)
        .with(14, Field::line(&entry.origin))
        .with(17, collected)
        .with(26, Field::line(&specimen.containers.to_string()))
        .with(27, container)
}

/// SNOMED CT first, HL7 table 0487 second where one of its codes is sure.
fn kind_of_specimen(entry: &CatalogueEntry) -> Field {
    let snomed = [entry.snomed.code.as_str(), &entry.snomed.name, "SCT"];
    match &entry.table0487 {
        Some(table) => Field::components(&[snomed[0], snomed[1], snomed[2], &table.code, &table.name, "HL70487"]),
        None => Field::components(&snomed),
    }
}

fn coded(first: &Coded, second: Option<&Coded>) -> Field {
    let [code, name, system] = second.map_or([""; 3], |second| [&second.code, &second.name, &second.system]);
    Field::components(&[&first.code, &first.name, &first.system, code, name, system])
}

fn name_field(name: &PersonName, representation: &str) -> Field {
    Field::components(&[&name.family, &name.given, &name.middle, &name.suffix, &name.prefix, "", "L", representation])
}

fn orderer(orderer: &Orderer) -> Field {
    let line = Component::line;
    let name = &orderer.name;
    Field::of([
        line(&orderer.id),
        line(&name.family),
        line(&name.given),
        line(&name.middle),
        line(&name.suffix),
        line(&name.prefix),
        line(""),
        line(""),
        orderer.authority.component(),
        line("L"),
        line(""),
        line(""),
        line(&orderer.id_type),
    ])
}
