//! Figures of conduct: counted by examiner, without a patient, and reviewed by somebody else.

use super::aftercare::massaged;
use practice::conduct::{self, ReviewConduct};
use practice::settings::{self, Setting};
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

#[tokio::test]
async fn an_examiners_month_is_counted_and_reviewed_by_somebody_else() {
    let day = ClinicDay::begin().await;
    let (urologist, _) = massaged(&day).await;
    let own = conduct::figures(&urologist, None).await.unwrap();
    assert!(own.own && own.examiners.is_empty(), "nobody reviews their own row, or sees it here");
    drop(urologist);

    let administrator = day.desk(ADMINISTRATOR).await;
    let room = conduct::figures(&administrator, None).await.unwrap();
    assert_eq!((room.month.as_str(), room.hours.as_slice()), ("2026-11", &["Mon-Fri 08:00-18:00".to_owned()][..]));
    let row = &room.examiners[0];
    let counts = &row.counts;
    assert_eq!(row.name, "Dr. Ines Kaya");
    assert_eq!(
        [counts.procedures, counts.massages, counts.without_specimen, counts.chaperone_declined, counts.out_of_hours],
        [1, 1, 1, 1, 0]
    );
    assert_eq!([counts.repeated, counts.minors, counts.long_massages], [0, 0, 0]);

    let review = |words: &str| ReviewConduct {
        examiner: row.examiner,
        month: "2026-11".to_owned(),
        counts: row.counts.clone(),
        words: words.to_owned(),
    };
    let refusal = conduct::review(&administrator, review(" ")).await.unwrap_err();
    assert_eq!(refusal.fields[0].message, "Write what you make of these figures.");
    let reviewed = conduct::review(&administrator, review("One dry massage; nothing to ask")).await.unwrap();
    let kept = &reviewed.examiners[0].reviews[0];
    assert_eq!((kept.by.as_str(), kept.words.as_str()), ("Marta Lind", "One dry massage; nothing to ask"));

    // The clinic opens later than he came: the same month reads otherwise, and the old figures cannot be reviewed again.
    let later = Setting { name: "clinic-hours".to_owned(), value: "Mon-Fri 09:00-17:00".to_owned() };
    settings::keep(&administrator, vec![later]).await.unwrap();
    assert_eq!(conduct::figures(&administrator, None).await.unwrap().examiners[0].counts.out_of_hours, 1);
    assert_eq!(conduct::review(&administrator, review("Again")).await.unwrap_err().code, "stale");
    let ahead = conduct::figures(&administrator, Some("2026-12".to_owned())).await.err().unwrap();
    assert_eq!(ahead.fields[0].message, "This month lies ahead.");
    assert!(conduct::figures(&administrator, Some("2026-10".to_owned())).await.unwrap().examiners.is_empty());
    let examiner = row.examiner;
    drop(administrator);

    let urologist = day.desk(UROLOGIST).await;
    let mine = ReviewConduct { examiner, ..review("All well") };
    assert_eq!(conduct::review(&urologist, mine).await.unwrap_err().code, "own-figures");
    drop(urologist);
    let nurse = day.desk(NURSE).await;
    assert_eq!(conduct::figures(&nurse, None).await.err().unwrap().code, "not-permitted");
}
