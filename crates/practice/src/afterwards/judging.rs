//! Asking the rules of an hour that is past: what had happened by then, and what is known by now.

use crate::{Desk, Refusal, screening};
use chrono::TimeDelta;
use clinic::Moment;
use clinic::afterwards::{DoneAgainst, judge_done};
use clinic::procedure::Act;
use records::Writing;
use records::visit::VisitState;

/// What the rules say of each act that was told.
pub(super) async fn judge(
    writing: &mut Writing,
    desk: &Desk,
    state: &VisitState,
    done: &[(Act, Moment)],
) -> Result<Vec<(Moment, DoneAgainst)>, Refusal> {
    let stopped = writing.safety_stop_of(state.procedure_id).await?.map(|stop| stop.at);
    let mut judged = Vec::new();
    for (act, then) in done {
        let at_that_hour = screening::picture_at(writing, state, *then).await?;
        // What is noticed within a day was there to be noticed.
        let by_now = desk.now.min(then.plus(TimeDelta::days(1)));
        let known = screening::picture_at(writing, state, by_now).await?;
        judged.push((*then, judge_done(*act, &at_that_hour, &known, stopped)));
    }
    Ok(judged)
}
