//! The day's list.

use crate::{Deed, Desk, Refusal, critical, follow_up, incident, result};
use clinic::visit::{NextAct, VisitStatus};
use records::today::OpenLoop;
pub use records::today::TodayView;

/// The kind of the loop that is an alarm and not only a count.
const CRITICAL_LOOP: &str = "critical-results";

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
    // Whoever was late is greeted on the same day; on any other, another visit is booked.
    for row in today.rows.iter_mut().filter(|row| row.status == VisitStatus::NoShow && day == desk.today()) {
        row.next_act = NextAct::CameAfterAll;
    }
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
    today.open_loops.extend(result::loops(&result::open(&mut reading, desk.now).await?));
    let criticals = critical::open(&mut reading, desk.now).await?.len();
    if criticals > 0 {
        let words = if criticals == 1 { "critical result open" } else { "critical results open" };
        let count = u32::try_from(criticals).unwrap_or(u32::MAX);
        // Before everything else: somebody may be dying of it.
        let critical = OpenLoop { kind: CRITICAL_LOOP.to_owned(), count, words: words.to_owned() };
        today.open_loops.insert(0, critical);
    }
    Ok(today)
}
