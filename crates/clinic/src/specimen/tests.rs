//! One tube from its planning to its bag, and the moves that are refused on the way.

use super::*;
use crate::label::VerifiedBy;
use chrono::TimeDelta;

fn at(minute: i64) -> Moment {
    let ten: Moment = "2026-11-22T10:00:00+01:00".parse().unwrap();
    ten.plus(TimeDelta::minutes(minute))
}

fn nurse() -> StaffId {
    uuid::Uuid::from_u128(7).into()
}

fn catch(amount: Amount) -> Catch {
    Catch { at: at(0), amount, appearance: Some(Appearance::Clear), how: CollectedHow::ByPatient }
}

fn check(minute: i64) -> LabelCheck {
    LabelCheck { at: at(minute), by: nurse(), how: VerifiedBy::Scan }
}

fn handled(minute: i64) -> Handled {
    Handled { at: at(minute), by: nurse(), place: "Fridge 1".into() }
}

#[test]
fn a_tube_goes_from_its_cup_to_its_bag() {
    let collected = Specimen::Planned.collect(SpecimenRole::Vb1, catch(Amount::Enough)).unwrap();
    let packed = collected.verify(check(2)).unwrap().store(handled(3)).unwrap().pack(handled(200)).unwrap();
    assert_eq!(packed.status(), SpecimenStatus::Packed);
    assert_eq!(packed.catch().map(|catch| catch.at), Some(at(0)));
}

#[test]
fn its_culture_clock_runs_warm_until_it_is_stored() {
    let vb1 = crate::catalogue::entry(SpecimenRole::Vb1);
    let clock = |specimen: &Specimen, minute| {
        specimen.clock(vb1, at(minute)).map(|clock| format!("{} {}", clock.timer, clock.level)).unwrap_or_default()
    };
    let verified = Specimen::Planned
        .collect(SpecimenRole::Vb1, catch(Amount::Enough))
        .and_then(|collected| collected.verify(check(2)))
        .unwrap();
    assert_eq!(clock(&verified, 89), "culture-ambient ok");
    assert_eq!(clock(&verified, 120), "culture-ambient red");
    let stored = verified.store(handled(30)).unwrap();
    assert_eq!(clock(&stored, 120), "culture-cold ok");
    assert_eq!(clock(&Specimen::Planned, 120), "");
}

#[test]
fn an_unverified_label_goes_nowhere() {
    let collected = Specimen::Planned.collect(SpecimenRole::Vb1, catch(Amount::Low)).unwrap();
    assert_eq!(collected.clone().pack(handled(9)), Err(SpecimenRefusal::LabelUnverified));
    assert_eq!(collected.clone().store(handled(9)), Err(SpecimenRefusal::LabelUnverified));
    let verified = collected.verify(check(1)).unwrap();
    let relabelled = verified.relabel().unwrap();
    assert_eq!(relabelled.pack(handled(9)), Err(SpecimenRefusal::LabelUnverified), "a new label is not yet verified");
}

#[test]
fn no_step_is_skipped_repeated_or_dated_before_the_one_it_follows() {
    let ended = Specimen::Planned.not_obtained(NotObtainedReason::CannotVoid, handled(1)).unwrap();
    let out_of_order = SpecimenRefusal::OutOfOrder(SpecimenStatus::NotObtained);
    assert_eq!(ended.clone().collect(SpecimenRole::Vb1, catch(Amount::Enough)), Err(out_of_order.clone()));
    assert_eq!(ended.discard(DiscardReason::Broken, handled(2)), Err(out_of_order));
    assert!(Specimen::Planned.verify(check(1)).is_err() && Specimen::Planned.pack(handled(1)).is_err());

    let collected = Specimen::Planned.collect(SpecimenRole::Vb1, catch(Amount::Enough)).unwrap();
    assert_eq!(collected.clone().verify(check(-1)), Err(SpecimenRefusal::TimeGoesBack));
    let verified = collected.verify(check(5)).unwrap();
    assert_eq!(verified.clone().pack(handled(4)), Err(SpecimenRefusal::TimeGoesBack));
    assert!(
        verified.not_obtained(NotObtainedReason::Spilled, handled(6)).is_err(),
        "it exists: it can only be discarded"
    );
}

#[test]
fn volumes_are_read_and_kept_within_what_a_glass_can_hold() {
    fn volume(role: SpecimenRole, text: &str) -> String {
        let read = Volume::parse(text).and_then(|volume| Amount::Measured(volume).fits(role).map(|()| volume));
        read.map_or_else(|refusal| refusal.to_string(), |volume| format!("{volume} mL"))
    }
    assert_eq!(volume(SpecimenRole::Vb1, "10"), "10 mL");
    assert_eq!(volume(SpecimenRole::Vb2, "30,5"), "30.5 mL");
    assert_eq!(volume(SpecimenRole::Eps, "0.05"), "0.05 mL");
    assert_eq!(volume(SpecimenRole::Vb1, "0.1"), "0.1 mL");
    assert_eq!(volume(SpecimenRole::Vb1, "200"), "200 mL");
    assert_eq!(volume(SpecimenRole::Vb1, "0.09"), "VB1 is between 0.1 and 200 mL: check the number");
    assert_eq!(volume(SpecimenRole::Vb3, "200.1"), "VB3 is between 0.1 and 200 mL: check the number");
    assert_eq!(volume(SpecimenRole::Vb1, "99999"), "VB1 is between 0.1 and 200 mL: check the number");
    assert_eq!(volume(SpecimenRole::Eps, "5.01"), "EPS is between 0.01 and 5 mL: check the number");
    for text in ["", "ten", "1.", "-1", "1e3", "0.005", "1234567", ".5"] {
        assert_eq!(volume(SpecimenRole::Vb1, text), "write the volume in millilitres, such as 10 or 0.5", "{text}");
    }
    assert_eq!(Amount::Drops.fits(SpecimenRole::Vb1), Err(NotAVolume::OtherMeasure(SpecimenRole::Vb1)));
    assert_eq!(Amount::Enough.fits(SpecimenRole::Eps), Err(NotAVolume::OtherMeasure(SpecimenRole::Eps)));
    for text in ["enough", "low", "drops", "7.5 mL"] {
        assert_eq!(text.parse::<Amount>().map(|amount| amount.to_string()), Ok(text.to_owned()));
    }
    let five = Some(Volume::of_hundredths(500));
    assert!(Amount::Low.insufficient(five) && Amount::Measured(Volume::of_hundredths(499)).insufficient(five));
    assert!(!Amount::Measured(Volume::of_hundredths(500)).insufficient(five) && !Amount::Enough.insufficient(five));
}

#[test]
fn a_tube_is_discarded_for_a_reason_until_it_is_packed() {
    let collected = Specimen::Planned.collect(SpecimenRole::Vb2, catch(Amount::Enough)).unwrap();
    let verified = collected.clone().verify(check(2)).unwrap();
    let packed = verified.clone().pack(handled(5)).unwrap();
    for tube in [collected, verified.clone(), verified.store(handled(3)).unwrap()] {
        let gone = tube.discard(DiscardReason::Contaminated, handled(4)).unwrap();
        assert_eq!(
            (gone.status(), gone.clock(crate::catalogue::entry(SpecimenRole::Vb2), at(9))),
            (SpecimenStatus::Discarded, None)
        );
        assert!(gone.catch().is_some(), "it existed, and how it was caught is kept");
        assert!(gone.clone().pack(handled(6)).is_err() && gone.verify(check(6)).is_err());
    }
    let out = SpecimenRefusal::OutOfOrder(SpecimenStatus::Packed);
    assert_eq!(packed.discard(DiscardReason::Broken, handled(6)), Err(out));
    assert_eq!(Absence::Discarded(DiscardReason::Broken).sentence(SpecimenRole::Vb2), "VB2 discarded: broken");
}
