//! How many steps the record room kept, and how long each held the one writer, as it says in its own log.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static KEPT: AtomicU64 = AtomicU64::new(0);
static MICROSECONDS: AtomicU64 = AtomicU64::new(0);

/// Steps kept since the program started, and the time from their beginnings to their commits.
#[derive(Clone, Copy)]
pub(crate) struct Steps {
    pub(crate) kept: u64,
    pub(crate) took: Duration,
}

impl Steps {
    pub(crate) fn so_far() -> Self {
        Self { kept: KEPT.load(Relaxed), took: Duration::from_micros(MICROSECONDS.load(Relaxed)) }
    }

    pub(crate) fn since(self, earlier: Self) -> Self {
        Self { kept: self.kept.saturating_sub(earlier.kept), took: self.took.saturating_sub(earlier.took) }
    }
}

/// Hears the record room, and nobody else.
pub(crate) struct Listener;

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && metadata.target() == "records::writing"
    }

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Adder);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

struct Adder;

impl Visit for Adder {
    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "took_us" {
            KEPT.fetch_add(1, Relaxed);
            MICROSECONDS.fetch_add(value, Relaxed);
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}
