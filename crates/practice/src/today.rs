//! The day's list.

use crate::{Deed, Desk, Refusal, follow_up, incident};
use records::today::OpenLoop;
pub use records::today::TodayView;

/// The list of `date`, or of today.
pub async fn list(desk: &Desk, date: Option<String>) -> Result<TodayView, Refusal> {
    desk.may(Deed::SeeToday)?;
    let day = match date {
        None => desk.today(),
        Some(text) => {
            text.parse().map_err(|_| Refusal::field("date", "not-a-day", "Write a day that exists, as 2026-11-22."))?
        }
    };
    let mut reading = desk.records.reading().await?;
    let mut today = reading.today(day, desk.opened_at()).await?;
    let count = follow_up::overdue(&reading.owed_since().await?, desk.now);
    if count > 0 {
        let words = if count == 1 { "follow-up call overdue" } else { "follow-up calls overdue" };
        today.open_loops.push(OpenLoop { kind: "overdue-calls".to_owned(), count, words: words.to_owned() });
    }
    let count = incident::overdue(&mut reading, desk.now).await?;
    if count > 0 {
        let words = if count == 1 { "emergency review overdue" } else { "emergency reviews overdue" };
        today.open_loops.push(OpenLoop { kind: "overdue-reviews".to_owned(), count, words: words.to_owned() });
    }
    Ok(today)
}
