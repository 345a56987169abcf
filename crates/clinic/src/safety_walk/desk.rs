//! The same visit as the program keeps it: every act asks the pure rules what the room of practice asks at that act, in
//! that order. Permissions, a complete check-in and the clearance of the examination at the time-out are left out: more may
//! happen here than there, and all of it must hold.

mod agreed;

use super::deed::{Deed, Hand};
use super::papers::{at, clinician, findings, nothing_felt, offer, signs, staff, standing};
use super::story::{Found, Hindrance, Reading, Word};
use crate::Moment;
use crate::afterwards::{DoneAgainst, judge_done};
use crate::collection::{Collection, CollectionRefusal, MassageTold, Step, Strokes, Teller};
use crate::consent::Consent;
use crate::exam::Gate;
use crate::ids::StaffId;
use crate::procedure::{Act, ProcedureKind, ProcedureStatus};
use crate::screening::{
    Correction, CorrectionRefused, Examined, Override, OverrideReason, Picture, Point, Verdict, Verdicts, judge_one,
};
use crate::specimen::{Amount, Catch, CollectedHow, NotObtainedReason, SpecimenRole};
use chrono::TimeDelta;

pub(super) struct Desk {
    pub(super) kind: ProcedureKind,
    /// What is done to the gland: the massage, or the strokes before a kit's urine.
    act: Act,
    pub(super) picture: Picture,
    /// The items answered at this visit.
    answered_here: std::collections::BTreeSet<&'static str>,
    consents: Vec<Consent>,
    pub(super) hindered: Vec<Hindrance>,
    collection: Option<Collection>,
    pub(super) status: ProcedureStatus,
    pub(super) check_in_closed: bool,
    pub(super) single_handed: bool,
    /// When a rule ended the procedure.
    stopped_at: Option<Moment>,
    /// What the last massage that was recorded afterwards stood against.
    pub(super) told: Option<DoneAgainst>,
}

/// Done; or not, and why does not matter here.
pub(super) type Done = Option<()>;

impl Desk {
    pub(super) fn open(kind: ProcedureKind, born: &str, single_handed: bool) -> Self {
        let mut picture = Picture::empty(at(0), crate::patient::BirthDate::parse(born).unwrap());
        picture.kind = Some(kind);
        Self {
            kind,
            act: kind.act_on_gland().unwrap(),
            picture,
            answered_here: std::collections::BTreeSet::new(),
            consents: Vec::new(),
            hindered: Vec::new(),
            collection: None,
            status: ProcedureStatus::Planned,
            check_in_closed: false,
            single_handed,
            stopped_at: None,
            told: None,
        }
    }

    /// Does it, if the rules let it.
    pub(super) fn act(&mut self, deed: &Deed, seconds: i64) -> Done {
        let now = at(seconds);
        self.picture.now = now;
        match deed {
            Deed::Say(id, word, hand) => self.answer(id, *word, hand),
            Deed::Measure(reading) => {
                self.picture.vitals.push(signs(reading, now, staff(1)));
                Some(())
            }
            Deed::PutReadingRight(reading, hand) => self.put_reading_right(reading, hand),
            Deed::Agree(text, offered) => self.agree(*text, *offered),
            Deed::Decline(text) => {
                self.open_still()?;
                self.consents.push(offer(*text, self.kind, now).decline(None, clinician(1), now));
                // A no that comes under the strokes ends them, as taking consent back does.
                if self.collection.as_ref().is_some_and(Collection::massage_runs) {
                    self.stop_uncovered();
                }
                Some(())
            }
            Deed::TakeBack => self.take_back(),
            Deed::CloseCheckIn => {
                self.check_in_closed = true;
                Some(())
            }
            Deed::TimeOut => self.take_time_out(),
            Deed::Gate(stated) => self.feel(stated.clone().close(staff(3), now).ok()?),
            Deed::Find(found) => self.find(*found),
            Deed::OverrideAll => self.override_all(),
            Deed::EndForSafety => self.end_for_safety(),
            Deed::Receive(role, ago) => self.receive(*role, *ago),
            Deed::NotObtained(role, why) => self.collect(|set| set.not_obtained(*role, *why, now, staff(1))),
            Deed::Start => self.start(),
            Deed::Stop(reason) => {
                // A kit is given what it asks for, or the strokes were broken off.
                let kit = self.act == Act::PostDreStrokes && reason.is_none();
                let three = kit.then_some(Strokes { right: Strokes::OF_A_KIT, left: Strokes::OF_A_KIT, why: None });
                self.collect(|set| set.stop_massage(*reason, three, now, staff(3)))?;
                self.follow_the_gland()
            }
            Deed::Account(account) => {
                self.collect(|set| set.account_for(*account, now, staff(3)))?;
                self.follow_the_gland()
            }
            Deed::Tell(ago) => self.tell_massage(*ago),
            Deed::PatientLeft => {
                self.collect(|set| set.collect_no_more(NotObtainedReason::Left, now, staff(1)))?;
                self.end_with_the_set();
                Some(())
            }
            Deed::Finish => {
                self.collect(|set| set.finish(now, staff(1)))?;
                self.end_with_the_set();
                Some(())
            }
            Deed::Wait(_) | Deed::Remember(..) | Deed::Hinder(_) | Deed::Unhinder(_) | Deed::NoneOfThese(_) => Some(()),
        }
    }

    fn open_still(&self) -> Done {
        self.status.is_open().then_some(())
    }

    /// What the rules say to one act now. The picture of consent is made of the consents as they are now.
    fn verdict(&mut self, act: Act) -> Verdict {
        let now = self.picture.now;
        self.picture.consent = self.consent_facts();
        self.picture.became_tender = self.collection.as_ref().and_then(Collection::became_tender);
        self.picture.vitals.retain(|signs| now.since(signs.at) <= TimeDelta::hours(24));
        judge_one(&self.picture, act)
    }

    /// An answer of an earlier visit, or a first one at this visit: neither puts anything right.
    pub(super) fn tell(&mut self, id: &'static str, word: Word, told: i64, here: bool) {
        self.picture.answers.insert(id.to_owned(), standing(word, at(told), staff(1)));
        if here {
            self.answered_here.insert(id);
        }
    }

    fn answer(&mut self, id: &'static str, word: Word, hand: &Hand) -> Done {
        self.open_still()?;
        let new = standing(word, self.picture.now, staff(hand.by));
        let old = self.picture.answers.get(id).copied().filter(|_| self.answered_here.contains(id));
        if let Some(old) = old.filter(|old| old.reply != new.reply) {
            let before = self.only_the_act();
            let kept = self.picture.clone();
            self.picture.answers.insert(id.to_owned(), new);
            let after = self.only_the_act();
            if self.settle((old.by, old.at), hand, &before, &after).is_none() {
                self.picture = kept;
                return None;
            }
        }
        self.picture.answers.insert(id.to_owned(), new);
        self.answered_here.insert(id);
        Some(())
    }

    fn put_reading_right(&mut self, reading: &Reading, hand: &Hand) -> Done {
        let old = *self.picture.vitals.last()?;
        let before = self.only_the_act();
        let kept = self.picture.clone();
        self.picture.vitals.retain(|signs| *signs != old);
        self.picture.vitals.push(signs(reading, self.picture.now, staff(hand.by)));
        let after = self.only_the_act();
        if self.settle((old.by, old.at), hand, &before, &after).is_none() {
            self.picture = kept;
            return None;
        }
        Some(())
    }

    fn only_the_act(&mut self) -> Verdicts {
        let verdict = self.verdict(self.act);
        Verdicts { acts: vec![verdict], at: self.picture.now, content_version: String::new(), mark: String::new() }
    }

    fn settle(&self, entry: (StaffId, Moment), hand: &Hand, before: &Verdicts, after: &Verdicts) -> Done {
        let check = |second_person| {
            Correction {
                entered_by: entry.0,
                corrected_by: staff(hand.by),
                check_in_closed: self.check_in_closed,
                reason: if hand.reason { "misread" } else { "" },
                second_person,
                single_handed: self.single_handed,
                before,
                picture: &self.picture,
                after,
                entered_at: entry.1,
            }
            .check()
        };
        match (check(None), hand.second) {
            (Ok(()), _) => Some(()),
            (Err(CorrectionRefused::ReasonMissing), _) | (Err(_), None) => None,
            (_, Some(second)) => check(Some(staff(second))).ok(),
        }
    }

    fn take_time_out(&mut self) -> Done {
        self.open_still()?;
        self.check_in_closed.then_some(())?;
        self.picture.point = Point::TimeOut;
        self.status = ProcedureStatus::Underway;
        Some(())
    }

    fn feel(&mut self, gate: Gate) -> Done {
        self.open_still()?;
        (self.picture.point == Point::TimeOut).then_some(())?;
        let findings = self.picture.examined.take().and_then(|examined| examined.findings);
        let felt_nothing = nothing_felt(&gate);
        self.picture.examined = Some(Examined { gate, findings });
        // What was said before is met again at the first stroke; there, not here, it must be stopped.
        if felt_nothing { Some(()) } else { self.follow_the_verdict() }
    }

    fn find(&mut self, found: Found) -> Done {
        let examined = self.picture.examined.as_mut()?;
        examined.findings = Some(findings(found, &examined.gate).close(&examined.gate, false).ok()?);
        self.follow_the_verdict()
    }

    fn follow_the_verdict(&mut self) -> Done {
        if self.verdict(self.act).ends_the_act() && self.status.is_open() {
            self.stop_for_safety()?;
        }
        Some(())
    }

    fn follow_the_gland(&mut self) -> Done {
        let tender = self.collection.as_ref().and_then(Collection::became_tender).is_some();
        if tender && self.verdict(self.act).ends_the_act() && self.status.is_open() {
            self.stop_for_safety()?;
        }
        Some(())
    }

    fn end_for_safety(&mut self) -> Done {
        self.open_still()?;
        self.verdict(self.act).ends_the_act().then_some(())?;
        self.stop_for_safety()
    }

    fn stop_for_safety(&mut self) -> Done {
        if let Some(set) = self.collection.clone()
            && (set.massage_runs() || set.awaited().any(SpecimenRole::follows_massage))
        {
            self.collection = Some(set.stop_for_safety(self.picture.now, staff(1)).ok()?);
        }
        self.status = ProcedureStatus::AbortedSafety;
        self.stopped_at = Some(self.picture.now);
        Some(())
    }

    /// A massage is recorded afterwards: nothing is asked before, and everything is said of it.
    fn tell_massage(&mut self, ago: i64) -> Done {
        let (now, by) = (self.picture.now, staff(3));
        let began = now.plus(-TimeDelta::seconds(ago));
        let massage = MassageTold { began, ended: None, reason: None, strokes: None };
        self.collect(|set| set.massage_afterwards(massage, Teller { by, now, because: "power cut" }))?;
        let mut then = self.picture.clone();
        then.now = began;
        then.consent = self.consent_facts_at(began);
        then.answers.retain(|_, standing| standing.at <= began);
        then.vitals.retain(|signs| signs.at <= began);
        self.verdict(self.act);
        self.told = Some(judge_done(self.act, &then, &self.picture, self.stopped_at));
        if self.status == ProcedureStatus::Planned {
            self.status = ProcedureStatus::Underway;
        }
        Some(())
    }

    fn override_all(&mut self) -> Done {
        self.open_still()?;
        let (act, now) = (self.act, self.picture.now);
        let verdict = self.verdict(act);
        let wanted = verdict.fired.iter().map(|fired| Override {
            id: fired.id.clone(),
            act,
            reason: OverrideReason::BenefitOutweighs,
            text: Some("the benefit outweighs the risk".to_owned()),
            patient_told: true,
            by: staff(3),
            at: now,
        });
        self.picture.overrides.extend(wanted.filter(|one| one.check(&verdict).is_ok()));
        Some(())
    }

    fn set(&mut self) -> Collection {
        let set = self.collection.take().unwrap_or_else(|| Collection::plan(self.kind).unwrap());
        let late = self.status == ProcedureStatus::AbortedSafety && set.awaited().any(SpecimenRole::follows_massage);
        let set = if late { set.stop_for_safety(self.picture.now, staff(1)).unwrap() } else { set };
        let wished = self.status == ProcedureStatus::StoppedByPatient && set.step() != Step::Finished;
        let stopped = |set: Collection| set.collect_no_more(NotObtainedReason::Stopped, self.picture.now, staff(1));
        let set = if wished { stopped(set).unwrap() } else { set };
        self.collection = Some(set.clone());
        set
    }

    fn collect(&mut self, act: impl FnOnce(Collection) -> Result<Collection, CollectionRefusal>) -> Done {
        let set = act(self.set()).ok()?;
        self.collection = Some(set);
        Some(())
    }

    fn receive(&mut self, role: SpecimenRole, ago: i64) -> Done {
        let now = self.picture.now;
        let amount = if role == SpecimenRole::Eps { Amount::Drops } else { Amount::Enough };
        let caught = now.plus(-TimeDelta::seconds(ago));
        let catch = Catch { at: caught, amount, appearance: None, how: CollectedHow::ByPatient };
        self.collect(|set| set.receive(role, catch, now, staff(1)))
    }

    fn start(&mut self) -> Done {
        let set = self.set();
        self.open_still()?;
        (self.status == ProcedureStatus::Underway).then_some(())?;
        let (now, by) = (self.picture.now, staff(3));
        let cleared = self.verdict(self.act).cleared(now)?;
        let set = if set.step() == Step::Gate { set.pass_gate(&cleared, now, now, by).ok()? } else { set };
        self.collection = Some(set.start_massage(&cleared, now, by).ok()?);
        Some(())
    }

    fn end_with_the_set(&mut self) {
        if self.status.is_open() {
            self.status = ProcedureStatus::Finished;
        }
    }
}
