//! The clinic's own table of symptom codes, from the administrator's setting to the order.

use super::collection::{first_urines, order_for, verify_all};
use super::safety::well_patient_in_the_room;
use practice::order::{self, MakeOrder};
use practice::symptom::{self, AddSymptom, EndSymptom};
use practice::{Desk, collection};
use tests::{ADMINISTRATOR, ClinicDay, NURSE};

fn row(code: &str, text: &str, from: &str, until: Option<&str>) -> AddSymptom {
    AddSymptom {
        code: code.to_owned(),
        text: text.to_owned(),
        system: "I10".parse().ok(),
        from: from.to_owned(),
        until: until.map(str::to_owned),
    }
}

async fn refused(desk: &Desk, request: AddSymptom) -> String {
    let refusal = symptom::add(desk, request).await.unwrap_err();
    refusal.fields.iter().map(|beside| format!("{}: {}", beside.field, beside.message)).collect::<Vec<_>>().join(" / ")
}

#[tokio::test]
async fn an_order_carries_a_symptom_of_the_day_when_one_was_chosen() {
    let day = ClinicDay::begin().await;
    let administrator = day.desk(ADMINISTRATOR).await;
    assert!(symptom::list(&administrator).await.unwrap().is_empty(), "none by default");
    symptom::add(&administrator, row("R30.0", "Dysuria", "2026-01-01", Some("2026-11-22"))).await.unwrap();
    let table = symptom::add(&administrator, row("r10.2", "Pelvic pain", "2026-11-23", None)).await.unwrap();
    let pain = table[0].symptom_id;
    assert_eq!(table[0].code.code, "R10.2");
    drop(administrator);

    let (urologist, visit) = well_patient_in_the_room(&day).await;
    let procedure = visit.procedure_id;
    let offered = symptom::of_today(&urologist).await.unwrap();
    assert_eq!(offered.iter().map(|row| row.code.text.as_str()).collect::<Vec<_>>(), ["Pelvic pain"]);
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    collection::patient_left(&urologist, procedure).await.unwrap();
    verify_all(&urologist, procedure).await;
    let ended = MakeOrder { symptom: Some(table[1].symptom_id), ..order_for(procedure) };
    let ended = order::make(&urologist, ended).await.unwrap_err();
    assert_eq!(ended.fields[0].field, "symptom");
    let order = order::make(&urologist, MakeOrder { symptom: Some(pain), ..order_for(procedure) }).await.unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&order.message_file)).unwrap();
    let said: Vec<&str> = message.split('\r').filter(|segment| segment.starts_with("DG1|")).collect();
    assert_eq!(said, ["DG1|1||R10.2^Pelvic pain^I10|||W"; 2]);
}

#[tokio::test]
async fn what_is_no_symptom_of_one_day_is_refused_beside_its_field() {
    let day = ClinicDay::begin().await;
    let administrator = day.desk(ADMINISTRATOR).await;
    let diagnosis = refused(&administrator, row("N41.1", "Chronic prostatitis", "2026-11-23", None)).await;
    assert!(diagnosis.starts_with("code: N41.1 is a diagnosis"), "{diagnosis}");
    let nothing = AddSymptom { system: None, ..row("R10.2", "Pelvic pain", "2026-13-01", Some("soon")) };
    let day_words = "Write a day that exists, as day month year (22 11 2026).";
    let expect = format!("system: Choose whose code it is. / from: {day_words} / until: {day_words}");
    assert_eq!(refused(&administrator, nothing).await, expect);
    let backwards = row("R10.2", "Pelvic pain", "2026-11-23", Some("2026-11-22"));
    assert_eq!(refused(&administrator, backwards).await, "until: The last day lies before the first.");
    let table = symptom::add(&administrator, row("R10.2", "Pelvic pain", "2026-11-23", None)).await.unwrap();
    let twice = refused(&administrator, row("R10.2", "Pain", "2027-01-01", None)).await;
    assert_eq!(twice, "code: This code is in the table for some of these days already; end the other row first.");
    let end = EndSymptom { symptom_id: table[0].symptom_id, until: "2026-12-31".to_owned() };
    symptom::end(&administrator, end).await.unwrap();
    symptom::add(&administrator, row("R10.2", "Pain", "2027-01-01", None)).await.unwrap();
    drop(administrator);
    let nurse = day.desk(NURSE).await;
    assert_eq!(symptom::list(&nurse).await.unwrap_err().code, "not-permitted");
}

#[tokio::test]
async fn an_order_without_a_symptom_says_none() {
    let day = ClinicDay::begin().await;
    let (urologist, visit) = well_patient_in_the_room(&day).await;
    let procedure = visit.procedure_id;
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    collection::patient_left(&urologist, procedure).await.unwrap();
    verify_all(&urologist, procedure).await;
    let order = order::make(&urologist, order_for(procedure)).await.unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&order.message_file)).unwrap();
    assert!(!message.contains("DG1"), "{message}");
}
