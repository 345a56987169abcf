//! Saying again who one is, at an open station: with the passphrase, or where that is enough, with the PIN.
//!
//! Which of the two is asked for is decided here and nowhere else. Guessing has its back-off as on the lock page: three
//! tries are free, then each waits longer, and the tenth in a row locks the station.

use crate::form::sentence;
use crate::permission::{self, Deed};
use crate::station::{blocking, is_own_passphrase, recognise};
use crate::{Desk, Refusal};
use clinic::pin::is_pin_shaped;
use records::{Event, Who};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use zeroize::Zeroizing;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Secret {
    /// The passphrase.
    Passphrase,
    /// The PIN; the passphrase is taken as well.
    Pin,
}

/// For what a PIN may stand for the passphrase. Everything that is not listed here needs the passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Staff take the window back from the patient.
    LeaveReading,
    /// A signature; the first one of a session needs the passphrase.
    Signature,
    /// The chaperone, signed on, confirms being there.
    Presence,
    /// A member of staff signs a consent beside the patient, or vouches for a typed name.
    Countersign,
}

const PIN_MISSES: u32 = 3;
const WRONG_IN_A_ROW: u32 = 10;

/// What was tried and done in one session.
#[derive(Debug, Default)]
pub(crate) struct Again {
    wrong: u32,
    last_wrong_ms: i64,
    pin_misses: u32,
    signed: bool,
}

impl Again {
    /// Seconds until the next passphrase is looked at.
    fn wait(&self, now_ms: i64) -> u32 {
        let step = vault::wait_after(self.wrong);
        // A clock that was set back must not make anybody wait longer than the step itself.
        let passed_ms = now_ms.saturating_sub(self.last_wrong_ms).max(0);
        let passed = u32::try_from(passed_ms / 1000).unwrap_or(u32::MAX);
        step.saturating_sub(passed)
    }

    /// Why a PIN will not do now, whoever has one.
    fn against_pin(&self, purpose: Purpose) -> Option<&'static str> {
        if self.pin_misses >= PIN_MISSES {
            return Some("After three wrong PINs your passphrase is asked for, until you sign on again.");
        }
        (purpose == Purpose::Signature && !self.signed)
            .then_some("The first signature after signing on needs your passphrase.")
    }
}

/// What the person at the desk will be asked for.
pub async fn asked(desk: &Desk, purpose: Purpose) -> Result<Secret, Refusal> {
    let against = desk.session.again.lock().await.against_pin(purpose);
    let set = desk.records.reading().await?.pin_of(desk.who.staff).await?.is_some();
    Ok(if set && against.is_none() { Secret::Pin } else { Secret::Passphrase })
}

impl Desk {
    /// The person at the desk says again who they are: with the PIN where it is enough, with the passphrase always.
    /// Gives which of the two it was.
    ///
    /// # Errors
    /// Beside the field: `passphrase-needed`, `pin-wrong`, `passphrase-wrong`, `passphrase-wait`; or `locked`. Every
    /// miss is in the trail.
    pub async fn confirm(&self, purpose: Purpose, typed: &str) -> Result<Secret, Refusal> {
        if !is_pin_shaped(typed) {
            return self.confirm_passphrase(typed).await.map(|()| Secret::Passphrase);
        }
        let mut again = self.session.again.lock().await;
        let kept = self.records.reading().await?.pin_of(self.who.staff).await?;
        let kept = match (again.against_pin(purpose), kept) {
            (None, Some(kept)) => kept,
            (against, _) => return Err(passphrase_needed(against)),
        };
        let pin = Zeroizing::new(typed.to_owned());
        if blocking(move || vault::is_pin(&kept, &pin)).await? {
            again.pin_misses = 0;
            return Ok(Secret::Pin);
        }
        again.pin_misses += 1;
        let mut writing = self.writing().await?;
        writing.note(Event::seen("pin.wrong", format!("staff/{}", self.who.staff), &())).await?;
        writing.commit().await?;
        let message = again.against_pin(purpose).unwrap_or("That is not your PIN. Type it again, or your passphrase.");
        Err(Refusal::field("passphrase", "pin-wrong", message))
    }

    /// The person at the desk types their passphrase again: for exports, staff, settings, corrections and overrides.
    ///
    /// # Errors
    /// Beside the field: `passphrase-wrong`, `passphrase-wait`; or `locked`. Every miss is in the trail.
    pub async fn confirm_passphrase(&self, passphrase: &str) -> Result<(), Refusal> {
        if is_pin_shaped(passphrase) {
            return Err(passphrase_needed(None));
        }
        let mut again = self.may_try().await?;
        if is_own_passphrase(Arc::clone(&self.session), passphrase).await? {
            again.wrong = 0;
            return Ok(());
        }
        Err(self.missed(&mut again, "passphrase.wrong").await?)
    }

    /// A second person stands at the desk and says who they are.
    ///
    /// # Errors
    /// One answer for an unknown name, a wrong passphrase, somebody who may not, and the first person again; waits and
    /// locks like [`Desk::confirm_passphrase`].
    pub async fn second_person(&self, name: &str, passphrase: &str, deed: Deed) -> Result<Who, Refusal> {
        if is_pin_shaped(passphrase) {
            return Err(passphrase_needed(None));
        }
        let mut again = self.may_try().await?;
        let found = recognise(Arc::clone(&self.session), name, passphrase).await?;
        let second = match found.filter(|staff| *staff != self.who.staff) {
            Some(staff) => self.records.reading().await?.staff_member(staff).await?,
            None => None,
        };
        match second.filter(|person| person.active && permission::may(&person.roles, deed)) {
            Some(person) => {
                again.wrong = 0;
                Ok(Who { staff: person.staff_id, name: person.name, roles: person.roles, session: self.who.session })
            }
            None => Err(self.missed(&mut again, "second-person.refused").await?),
        }
    }

    /// Somebody who works alone shows the recovery kit, where another clinic would ask a second person.
    ///
    /// # Errors
    /// Beside the field: `kit-mistyped`, `passphrase-wait`, or that it is not this vault's kit. Every miss is in the trail.
    pub async fn confirm_kit(&self, kit: &str) -> Result<(), Refusal> {
        vault::check_kit(kit)
            .map_err(|problem| Refusal::field("second", "kit-mistyped", sentence(&problem.to_string())))?;
        let mut again = self.may_try().await?;
        let (session, typed) = (Arc::clone(&self.session), Zeroizing::new(kit.to_owned()));
        if blocking(move || session.vault.knows_kit(&typed)).await? {
            again.wrong = 0;
            return Ok(());
        }
        let missed = self.missed(&mut again, "kit.wrong").await?;
        let words = "That is not the recovery kit of this vault, or it was replaced. Take the latest print.";
        Err(if missed.code == "passphrase-wrong" { Refusal::field("second", "kit-wrong", words) } else { missed })
    }

    /// Something was signed in this session: from now on a PIN is enough for signatures.
    pub(crate) async fn has_signed(&self) {
        self.session.again.lock().await.signed = true;
    }

    /// One try at a time, and none before the wait is over.
    async fn may_try(&self) -> Result<tokio::sync::MutexGuard<'_, Again>, Refusal> {
        let again = self.session.again.lock().await;
        match again.wait(self.now.utc_ms()) {
            0 => Ok(again),
            seconds => Err(wait_for(seconds)),
        }
    }

    /// Counts a miss, writes it down, and says what follows from it.
    async fn missed(&self, again: &mut Again, action: &'static str) -> Result<Refusal, Refusal> {
        again.wrong += 1;
        again.last_wrong_ms = self.now.utc_ms();
        let mut writing = self.writing().await?;
        writing.note(Event::seen(action, format!("staff/{}", self.who.staff), &())).await?;
        writing.commit().await?;
        if again.wrong >= WRONG_IN_A_ROW {
            self.session.end();
            return Ok(Refusal::new(
                "locked",
                "Ten wrong passphrases in a row locked the station. Sign on to go on; what you typed is kept.",
            ));
        }
        Ok(match again.wait(self.now.utc_ms()) {
            0 => Refusal::field(
                "passphrase",
                "passphrase-wrong",
                "That name and passphrase do not fit this act. Check Caps Lock and type again.",
            ),
            seconds => wait_for(seconds),
        })
    }
}

fn wait_for(seconds: u32) -> Refusal {
    let message = format!("That did not fit, several times in a row. The next try counts after {seconds} s.");
    Refusal::field("passphrase", "passphrase-wait", message)
}

fn passphrase_needed(why: Option<&str>) -> Refusal {
    Refusal::field("passphrase", "passphrase-needed", why.unwrap_or("Here a passphrase is asked for, not a PIN."))
}
