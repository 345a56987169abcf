//! When the chaperone came and when they left: seen after the consent was sealed, so a record of its own.

use super::{Chaperone, ChaperoneOutcome};
use crate::Moment;
use crate::words::words;
use serde::Serialize;

words! {
    /// One thing that was seen of the chaperone in the room.
    pub enum StayEvent {
        /// They came.
        Arrived = "arrived",
        /// They left.
        Left = "left",
        /// One was wanted and none was there: another day.
        Rebooked = "rebooked",
    }
}

/// From the first coming to the last leaving of this visit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Stay {
    /// When they first came.
    pub arrived: Option<Moment>,
    /// When they left for good; none while they are in the room.
    pub left: Option<Moment>,
}

/// Why a coming or a leaving cannot be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StayRefusal {
    /// They are here already.
    #[error("the chaperone is in the room already")]
    HereAlready,
    /// They are not here.
    #[error("the chaperone is not in the room: record the arrival first")]
    NotHere,
}

impl Stay {
    /// The stay that these entries tell, in their order.
    #[must_use]
    pub fn told(entries: impl IntoIterator<Item = (StayEvent, Moment)>) -> Self {
        entries.into_iter().fold(Self::default(), |stay, (event, at)| match event {
            StayEvent::Arrived => Self { arrived: stay.arrived.or(Some(at)), left: None },
            StayEvent::Left => Self { left: Some(at), ..stay },
            StayEvent::Rebooked => stay,
        })
    }

    /// In the room now.
    #[must_use]
    pub const fn is_here(self) -> bool {
        self.arrived.is_some() && self.left.is_none()
    }

    /// Whether this may be recorded next.
    ///
    /// # Errors
    /// When they come twice, or leave without having come.
    pub const fn check(self, next: StayEvent) -> Result<(), StayRefusal> {
        match (next, self.is_here()) {
            (StayEvent::Arrived, true) => Err(StayRefusal::HereAlready),
            (StayEvent::Left, false) => Err(StayRefusal::NotHere),
            _ => Ok(()),
        }
    }
}

impl Chaperone {
    /// The same record with the hours that were seen later, as a note tells it. The sealed consent keeps its own.
    #[must_use]
    pub fn seen(mut self, stay: Stay) -> Self {
        if let Some(present) = self.present.as_mut().filter(|_| self.outcome == ChaperoneOutcome::ProceededWith) {
            present.arrived = present.arrived.or(stay.arrived);
            present.left = present.left.or(stay.left);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chaperone_comes_goes_and_comes_back() {
        let at = |time: &str| format!("2026-11-22T{time}:00+01:00").parse::<Moment>().unwrap();
        let nobody = Stay::default();
        assert_eq!(nobody.check(StayEvent::Left), Err(StayRefusal::NotHere));
        let came = [(StayEvent::Arrived, at("10:00"))];
        assert_eq!(Stay::told(came).check(StayEvent::Arrived), Err(StayRefusal::HereAlready));
        let went = [came[0], (StayEvent::Left, at("10:04")), (StayEvent::Arrived, at("10:05"))];
        assert!(Stay::told(went).is_here());
        let gone = Stay::told(went.into_iter().chain([(StayEvent::Left, at("10:12"))]));
        assert_eq!(gone, Stay { arrived: Some(at("10:00")), left: Some(at("10:12")) });
    }
}
