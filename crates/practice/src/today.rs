//! The day's list.

use crate::{Deed, Desk, Refusal};
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
    Ok(desk.records.reading().await?.today(day, desk.opened_at()).await?)
}
