//! How long somebody must wait after wrong passphrases, kept across starts in the file `attempts`.
//!
//! Whoever has the disk can reset it; against them stands Argon2id. It slows the one who has only the keyboard.

use crate::hex::Hex;
use crate::key_file::sign_on_form;
use crate::{VaultError, chance, private};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::Path;
use uuid::Uuid;

const FREE: u32 = 3;
/// Seconds to wait after the third wrong passphrase in a row, the fourth, and so on.
const WAITS: [u32; 7] = [5, 15, 30, 60, 120, 300, 900];
const LONG_FROM: u32 = 10;
const LONG_WAIT: u32 = 3600;
const STOP_FROM: u32 = 100;
/// The row of the recovery kit, beyond the twelve bits of any name.
const KIT_ROW: u16 = 1 << 12;
/// How many failures are kept for the trail; the oldest give way.
const MOST_KEPT: usize = 1000;

/// One wrong passphrase or recovery kit, for the audit trail of the next session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FailedAttempt {
    /// When, in UTC milliseconds of this machine's clock.
    pub at_ms: i64,
    /// Whose slot was tried; none when nobody has the name that was typed, which is not kept.
    pub staff_id: Option<Uuid>,
    /// Tried with a recovery kit instead of a passphrase.
    #[serde(default)]
    pub with_kit: bool,
}

/// Whether somebody may try now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wait {
    No,
    Seconds(u32),
    Stopped,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attempts {
    salt: Hex,
    rows: Vec<Row>,
    failed: Vec<FailedAttempt>,
}

/// Twelve bits of a salted digest stand for the name: somebody may have typed the passphrase into the field of the
/// name, and twelve bits tell nothing of it. Two names that share a row only share their waits.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    name: u16,
    /// Wrong passphrases in a row.
    failures: u32,
    last_ms: i64,
}

impl Attempts {
    /// What is known of earlier attempts. A lost or damaged file counts as none.
    pub(crate) fn read(dir: &Path) -> Result<Self, VaultError> {
        let kept = std::fs::read(dir.join("attempts")).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        if let Some(kept) = kept {
            return Ok(kept);
        }
        let salt: [u8; 16] = chance::make_public()?;
        Ok(Self { salt: Hex::from(salt.as_slice()), rows: Vec::new(), failed: Vec::new() })
    }

    pub(crate) fn write(&self, dir: &Path) -> Result<(), VaultError> {
        let bytes = serde_json::to_vec(self).map_err(std::io::Error::other)?;
        let half = dir.join("attempts.new");
        private::write_through(&half, &bytes)?;
        private::swap_in(&half, &dir.join("attempts"))?;
        Ok(())
    }

    /// Whether somebody who gives this name may try at `now_ms`. The same for names that nobody has.
    pub(crate) fn wait(&self, sign_on_name: &str, now_ms: i64) -> Wait {
        self.wait_of(self.name(sign_on_name), now_ms)
    }

    /// Counts a wrong passphrase and says what the next attempt has to wait.
    pub(crate) fn count(&mut self, sign_on_name: &str, staff_id: Option<Uuid>, now_ms: i64) -> Wait {
        let row = self.name(sign_on_name);
        self.count_in(row, FailedAttempt { at_ms: now_ms, staff_id, with_kit: false })
    }

    /// Seconds until another recovery kit is looked at. It is the last way in, so it never stops for good.
    pub(crate) fn kit_wait(&self, now_ms: i64) -> u32 {
        seconds(self.wait_of(KIT_ROW, now_ms))
    }

    /// Counts a wrong recovery kit and says how many seconds the next one has to wait.
    pub(crate) fn count_kit(&mut self, staff_id: Option<Uuid>, now_ms: i64) -> u32 {
        seconds(self.count_in(KIT_ROW, FailedAttempt { at_ms: now_ms, staff_id, with_kit: true }))
    }

    /// The kit was the right one.
    pub(crate) fn forgive_kits(&mut self) {
        self.rows.retain(|row| row.name != KIT_ROW);
    }

    fn wait_of(&self, name: u16, now_ms: i64) -> Wait {
        self.rows.iter().find(|row| row.name == name).map_or(Wait::No, |row| row.wait(now_ms))
    }

    fn count_in(&mut self, name: u16, attempt: FailedAttempt) -> Wait {
        let now_ms = attempt.at_ms;
        if !self.rows.iter().any(|row| row.name == name) {
            self.rows.push(Row { name, failures: 0, last_ms: now_ms });
        }
        if self.failed.len() == MOST_KEPT {
            self.failed.remove(0);
        }
        self.failed.push(attempt);
        for row in self.rows.iter_mut().filter(|row| row.name == name) {
            // A kit is 256 bits: it needs no stop, and behind it there is no other way in.
            let most = if name == KIT_ROW { STOP_FROM - 1 } else { u32::MAX };
            row.failures = row.failures.saturating_add(1).min(most);
            row.last_ms = now_ms;
        }
        self.wait_of(name, now_ms)
    }

    /// Somebody got in: their own count ends, and so do the long waits of others, who are now not alone.
    pub(crate) fn forgive(&mut self, sign_on_name: &str) {
        let name = self.name(sign_on_name);
        self.rows.retain(|row| row.name != name && row.failures < LONG_FROM);
    }

    pub(crate) fn failed(&self) -> &[FailedAttempt] {
        &self.failed
    }

    pub(crate) fn forget_failed(&mut self) {
        self.failed.clear();
    }

    fn name(&self, sign_on_name: &str) -> u16 {
        let digest = Sha256::new().chain_update(&self.salt.0).chain_update(sign_on_form(sign_on_name)).finalize();
        u16::from_be_bytes([digest[0], digest[1]]) >> 4
    }
}

/// Seconds that have to pass after so many wrong passphrases in a row; 0 for the first ones.
#[must_use]
pub fn wait_after(failures: u32) -> u32 {
    match failures {
        ..FREE => 0,
        LONG_FROM.. => LONG_WAIT,
        count => WAITS[usize::try_from(count - FREE).unwrap_or(0)],
    }
}

fn seconds(wait: Wait) -> u32 {
    match wait {
        Wait::No => 0,
        Wait::Seconds(left) => left,
        Wait::Stopped => LONG_WAIT,
    }
}

impl Row {
    fn wait(&self, now_ms: i64) -> Wait {
        if self.failures >= STOP_FROM {
            return Wait::Stopped;
        }
        let seconds = wait_after(self.failures);
        let passed_ms = now_ms.saturating_sub(self.last_ms);
        let left_ms = i64::from(seconds) * 1000 - passed_ms;
        // A clock that was set back must not make anybody wait longer than the step itself.
        match u32::try_from(left_ms.div_euclid(1000) + i64::from(left_ms.rem_euclid(1000) > 0)) {
            Err(_) | Ok(0) => Wait::No,
            Ok(left) => Wait::Seconds(left.min(seconds)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nobody_yet() -> Attempts {
        Attempts { salt: Hex(vec![7; 16]), rows: Vec::new(), failed: Vec::new() }
    }

    #[test]
    fn three_are_free_and_then_each_costs_more() {
        let mut attempts = nobody_yet();
        let mut waits = Vec::new();
        for minute in 0..11 {
            waits.push(attempts.count("ada", None, minute * 3_600_000));
        }
        let seconds: Vec<u32> =
            waits.iter().map(|wait| if let Wait::Seconds(left) = wait { *left } else { 0 }).collect();
        assert_eq!(seconds, [0, 0, 5, 15, 30, 60, 120, 300, 900, 3600, 3600]);
        assert_eq!(attempts.failed().len(), 11);
    }

    #[test]
    fn waiting_ends_and_a_clock_set_back_does_not_prolong_it() {
        let mut attempts = nobody_yet();
        for _ in 0..3 {
            attempts.count("ada", None, 1_000_000);
        }
        assert_eq!(attempts.wait("Ada ", 1_004_001), Wait::Seconds(1));
        assert_eq!(attempts.wait("ada", 1_005_000), Wait::No);
        assert_eq!(attempts.wait("ada", 0), Wait::Seconds(5));
        assert_eq!(attempts.wait("grace", 1_000_000), Wait::No);
    }

    #[test]
    fn a_colleague_who_gets_in_ends_the_long_waits() {
        let mut attempts = nobody_yet();
        for _ in 0..100 {
            attempts.count("ada", None, 0);
        }
        assert_eq!(attempts.wait("ada", i64::MAX), Wait::Stopped);
        attempts.forgive("grace");
        assert_eq!(attempts.wait("ada", 0), Wait::No);
    }

    #[test]
    fn wrong_kits_wait_apart_from_everybody_and_never_stop_for_good() {
        let mut attempts = nobody_yet();
        let waits: Vec<u32> = (0..5).map(|_| attempts.count_kit(None, 0)).collect();
        assert_eq!(waits, [0, 0, 5, 15, 30]);
        assert_eq!(attempts.wait("ada", 0), Wait::No);
        for _ in 0..200 {
            attempts.count_kit(None, 0);
        }
        assert_eq!((attempts.kit_wait(0), attempts.kit_wait(3_600_000)), (3_600, 0));
        assert!(attempts.failed().iter().all(|failed| failed.with_kit));
        attempts.forgive_kits();
        assert_eq!(attempts.kit_wait(0), 0);
    }
}
