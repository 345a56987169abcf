//! What the patient agreed to at this desk: given, taken back, hindered.

use super::super::deed::Text;
use super::super::papers::{clinician, evidence, offer, staff};
use super::super::story::Hindrance;
use super::{Desk, Done};
use crate::Moment;
use crate::collection::Step;
use crate::consent::chaperone::ChaperoneOffer;
use crate::consent::{self, Consent, Given, NoConsent, SpecimenWish, Withdrawal, WithdrawalPhase};
use crate::procedure::{Act, ProcedureStatus};
use crate::screening::{Capacity, ChaperoneStands, ConsentFacts, Interpreter};
use crate::specimen::NotObtainedReason;

impl Desk {
    pub(super) fn consent_facts(&self) -> ConsentFacts {
        self.consent_facts_at(self.picture.now)
    }

    pub(super) fn consent_facts_at(&self, then: Moment) -> ConsentFacts {
        let consents: Vec<Consent> = self.consents.iter().filter_map(|one| one.clone().as_it_was(then)).collect();
        let mut facts = ConsentFacts::default();
        let mut latest: Option<&Given> = None;
        for act in Act::ALL {
            match consent::covering(&consents, *act) {
                Ok(given) => {
                    facts.given.push(*act);
                    latest = latest.filter(|known| known.at >= given.at).or(Some(given));
                }
                Err(NoConsent::Declined | NoConsent::Withdrawn) => facts.declined.push(*act),
                Err(NoConsent::Expired | NoConsent::OtherAct | NoConsent::NotRecorded) => {}
            }
        }
        if let Some(given) = latest {
            let offered = matches!(given.evidence.chaperone.offer, ChaperoneOffer::Yes { .. });
            facts.chaperone = Some(if offered { ChaperoneStands::Settled } else { ChaperoneStands::NotOffered });
            facts.capacity = Some(Capacity::Present);
            facts.interpreter = Some(Interpreter::NotNeeded);
        }
        for hindrance in &self.hindered {
            match hindrance {
                Hindrance::InterpreterGone => facts.interpreter = Some(Interpreter::Missing),
                Hindrance::CapacityLost => facts.capacity = Some(Capacity::Lacking),
                Hindrance::ChaperoneGone => facts.chaperone = Some(ChaperoneStands::Unavailable),
            }
        }
        facts
    }

    pub(super) fn agree(&mut self, text: Text, chaperone_offered: bool) -> Done {
        self.open_still()?;
        let now = self.picture.now;
        let given = offer(text, self.kind, now).give(evidence(chaperone_offered, now), clinician(1), now).ok()?;
        self.consents.push(Consent::Given(Box::new(given)));
        Some(())
    }

    pub(super) fn take_back(&mut self) -> Done {
        let now = self.picture.now;
        let standing = |one: &Consent| matches!(one.clone().as_of(now, None), Consent::Given(_));
        let index = self.consents.iter().rposition(standing)?;
        let Consent::Given(given) = self.consents[index].clone() else { return None };
        self.consents[index] = given.withdraw(Withdrawal {
            at: now,
            phase: WithdrawalPhase::DuringExam,
            recorded_by: clinician(1),
            reason: None,
            collected: Vec::new(),
            specimens: SpecimenWish::Held,
            answered: None,
        });
        self.stop_uncovered();
        Some(())
    }

    pub(super) fn stop_uncovered(&mut self) {
        let now = self.picture.now;
        let uncovered = self.kind.acts().iter().any(|act| !self.consent_facts().given.contains(act));
        if uncovered && self.status.is_open() {
            if let Some(set) = self.collection.clone().filter(|set| set.step() != Step::Finished) {
                let stopped = set.collect_no_more(NotObtainedReason::Stopped, now, staff(1));
                self.collection = Some(stopped.expect("whoever takes consent back is never refused"));
            }
            self.status = ProcedureStatus::StoppedByPatient;
        }
    }
}
