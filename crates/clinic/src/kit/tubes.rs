//! The transport tubes of a kit: filled from the cup, each with lot, expiry and volume, and the clocks until then.

use super::Kit;
use crate::Moment;
use crate::collection::{Timer, TimerView};
use crate::specimen::Volume;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A transport tube as typed or scanned.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedTube {
    /// The lot on the tube.
    pub lot: String,
    /// The day until which it may be used, `2027-03-31`.
    pub expires_on: String,
    /// Millilitres filled into it.
    pub volume_ml: String,
}

/// A filled transport tube.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TransportTube {
    /// The lot on the tube.
    pub lot: String,
    /// The day until which it may be used.
    pub expires_on: NaiveDate,
    /// Filled into it.
    pub volume: Volume,
}

/// Why a filling cannot stand; tubes are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TubeRefused {
    /// Not as many tubes as the kit has.
    #[error("the kit has {0}: enter each")]
    Count(u8),
    /// No lot.
    #[error("write or scan the lot of the tube, 2 to 30 signs")]
    Lot(usize),
    /// No readable day.
    #[error("write the day until which the tube may be used")]
    Expiry(usize),
    /// Past its day.
    #[error("this tube could be used until {1}: take another one")]
    Expired(usize, NaiveDate),
    /// No volume that a tube can hold.
    #[error("write the volume in the tube, 0.1 to 50 mL")]
    Volume(usize),
    /// Nobody said that cup and tubes were inverted.
    #[error("invert the cup five times before, and each tube five times after filling; then say so")]
    NotInverted,
}

impl TubeRefused {
    /// The field it stands beside.
    #[must_use]
    pub fn field(&self) -> String {
        match self {
            Self::Count(_) => "tubes".to_owned(),
            Self::Lot(at) => format!("tubes.{at}.lot"),
            Self::Expiry(at) | Self::Expired(at, _) => format!("tubes.{at}.expiresOn"),
            Self::Volume(at) => format!("tubes.{at}.volumeMl"),
            Self::NotInverted => "inverted".to_owned(),
        }
    }
}

/// The tubes of a kit, as they may stand.
///
/// # Errors
/// Everything that cannot be, each beside its field.
pub fn fill(
    kit: &Kit,
    typed: &[TypedTube],
    inverted: bool,
    today: NaiveDate,
) -> Result<Vec<TransportTube>, Vec<TubeRefused>> {
    let mut refused = Vec::new();
    if typed.len() != usize::from(kit.tubes) {
        refused.push(TubeRefused::Count(kit.tubes));
    }
    if !inverted {
        refused.push(TubeRefused::NotInverted);
    }
    let mut tubes = Vec::with_capacity(typed.len());
    for (at, tube) in typed.iter().enumerate() {
        match read(at, tube, today) {
            Ok(tube) => tubes.push(tube),
            Err(why) => refused.extend(why),
        }
    }
    if refused.is_empty() { Ok(tubes) } else { Err(refused) }
}

fn read(at: usize, typed: &TypedTube, today: NaiveDate) -> Result<TransportTube, Vec<TubeRefused>> {
    let lot = typed.lot.trim();
    let lot_fits = (2..=30).contains(&lot.chars().count()) && !lot.chars().any(char::is_control);
    let expires_on = typed.expires_on.trim().parse::<NaiveDate>().ok();
    let held = Volume::of_hundredths(10)..=Volume::of_hundredths(5_000);
    let volume = Volume::parse(&typed.volume_ml).ok().filter(|volume| held.contains(volume));
    match (lot_fits, expires_on, volume) {
        (true, Some(expires_on), Some(volume)) if expires_on >= today => {
            Ok(TransportTube { lot: lot.to_owned(), expires_on, volume })
        }
        _ => {
            let expiry = match expires_on {
                None => Some(TubeRefused::Expiry(at)),
                Some(day) => (day < today).then_some(TubeRefused::Expired(at, day)),
            };
            let rest = [
                (!lot_fits).then_some(TubeRefused::Lot(at)),
                expiry,
                volume.is_none().then_some(TubeRefused::Volume(at)),
            ];
            Err(rest.into_iter().flatten().collect())
        }
    }
}

/// What the laboratory may refuse of a filling, each in a sentence.
#[must_use]
pub fn flags(kit: &Kit, tubes: &[TransportTube], collected: Moment, filled: Moment) -> Vec<String> {
    let outside = |wanted: Volume| tubes.iter().any(|tube| tube.volume != wanted);
    let volume = kit.tube_ml.filter(|wanted| outside(*wanted)).map(|wanted| {
        format!("A transport tube does not hold {wanted} mL: the laboratory may refuse what is not between its lines.")
    });
    let late = kit.tube_hours.filter(|hours| filled.since(collected).num_minutes() >= i64::from(*hours) * 60);
    let late = late.map(|hours| {
        format!("The tubes were filled {hours} hours or more after the urine: collect again, or ask the laboratory.")
    });
    volume.into_iter().chain(late).collect()
}

/// The clocks that run until the tubes are filled: to the ice or the tube, and to the tube.
#[must_use]
pub fn clocks(kit: &Kit, collected: Moment, cold: bool, now: Moment) -> Vec<TimerView> {
    let Some(_) = kit.tube_hours else { return Vec::new() };
    let chill = (!cold).then(|| Timer::UrineToCold.running(collected, now));
    chill.into_iter().chain([Timer::UrineToTube.running(collected, now)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::TimeLevel;

    fn tube(lot: &str, expires_on: &str, volume_ml: &str) -> TypedTube {
        TypedTube { lot: lot.to_owned(), expires_on: expires_on.to_owned(), volume_ml: volume_ml.to_owned() }
    }

    fn pca3() -> &'static Kit {
        super::super::all().iter().find(|kit| kit.id == "pca3").unwrap()
    }

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    fn check(typed: &[TypedTube], inverted: bool, expect: &str) {
        let told = match fill(pca3(), typed, inverted, "2026-11-22".parse().unwrap()) {
            Ok(tubes) => format!("{} tubes", tubes.len()),
            Err(refused) => refused.iter().map(|why| format!("{}: {why}", why.field())).collect::<Vec<_>>().join("\n"),
        };
        assert_eq!(told, expect);
    }

    #[test]
    fn every_tube_of_the_kit_has_lot_expiry_and_volume() {
        let good = || tube("P3-204", "2027-03-31", "2.5");
        check(&[good(), good()], true, "2 tubes");
        check(&[good()], true, "tubes: the kit has 2: enter each");
        check(
            &[good(), good()],
            false,
            "inverted: invert the cup five times before, and each tube five times after filling; then say so",
        );
        check(
            &[tube("", "", "0"), tube("P3-204", "2026-11-21", "2.5")],
            true,
            "tubes.0.lot: write or scan the lot of the tube, 2 to 30 signs\n\
             tubes.0.expiresOn: write the day until which the tube may be used\n\
             tubes.0.volumeMl: write the volume in the tube, 0.1 to 50 mL\n\
             tubes.1.expiresOn: this tube could be used until 2026-11-21: take another one",
        );
        check(&[tube("P3-204", "2026-11-22", "2.5"), good()], true, "2 tubes");
    }

    #[test]
    fn a_wrong_volume_and_a_late_filling_are_flagged_and_kept() {
        let tubes = |volume| vec![TransportTube { lot: "P3".to_owned(), expires_on: NaiveDate::MAX, volume }];
        let flagged = |volume, filled: &str| {
            flags(pca3(), &tubes(Volume::of_hundredths(volume)), at("2026-11-22T10:00:00Z"), at(filled)).len()
        };
        assert_eq!(flagged(250, "2026-11-22T13:59:00Z"), 0);
        assert_eq!(flagged(250, "2026-11-22T14:00:00Z"), 1);
        assert_eq!(flagged(190, "2026-11-22T14:00:00Z"), 2);
    }

    #[test]
    fn the_clocks_warn_at_ten_minutes_and_at_three_hours() {
        let levels = |cold, now: &str| {
            let running = clocks(pca3(), at("2026-11-22T10:00:00Z"), cold, at(now));
            running.iter().map(|timer| timer.level).collect::<Vec<_>>()
        };
        assert_eq!(levels(false, "2026-11-22T10:09:59Z"), [TimeLevel::Ok, TimeLevel::Ok]);
        assert_eq!(levels(false, "2026-11-22T10:10:00Z"), [TimeLevel::Amber, TimeLevel::Ok]);
        assert_eq!(levels(false, "2026-11-22T10:15:00Z"), [TimeLevel::Red, TimeLevel::Ok]);
        assert_eq!(levels(true, "2026-11-22T13:00:00Z"), [TimeLevel::Amber]);
        assert_eq!(levels(true, "2026-11-22T14:00:00Z"), [TimeLevel::Red]);
    }
}
