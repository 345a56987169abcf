//! Tampering with the vault key in hand: whatever is done to the trail, the verification names it.

use super::*;
use crate::{Event, Who, migrate};
use clinic::Ids;
use clinic::staff::Role;
use sqlx::{AssertSqlSafe, Executor};
use vault::{Cost, NewVault, OpenVault, Passphrase};

struct House {
    _folder: tempfile::TempDir,
    vault: OpenVault,
    records: Records,
}

/// A vault in which Ada has done five things.
async fn five_entries() -> House {
    let folder = tempfile::tempdir().unwrap();
    let new = NewVault {
        vault_id: Uuid::from_u128(1),
        staff_id: Uuid::from_u128(2),
        sign_on_name: "ada".to_owned(),
        passphrase: Passphrase::from_typed("seven quiet herons cross"),
        cost: Cost::floor(),
    };
    let (vault, _) = vault::create(folder.path(), new).unwrap();
    let mut maintenance = vault.maintenance().await.unwrap();
    migrate(&mut maintenance).await.unwrap();
    drop(maintenance);
    let records = Records::new(vault.writer(), vault.readers(), vault.seal(), Ids::new(1));
    let who = Who {
        staff: Uuid::from_u128(2).into(),
        name: "Ada".to_owned(),
        roles: vec![Role::Administrator],
        session: Uuid::from_u128(3),
    };
    let now: Moment = "2026-11-22T09:00:00+01:00".parse().unwrap();
    for number in 1..=5 {
        let mut writing = records.writing(&who, now).await.unwrap();
        writing.note(Event::seen("story.tell", format!("story/{number}"), &number)).await.unwrap();
        writing.commit().await.unwrap();
    }
    House { _folder: folder, vault, records }
}

impl House {
    /// Somebody who holds every key works past the guard.
    async fn tamper(&self, statements: &str) {
        let mut maintenance = self.vault.maintenance().await.unwrap();
        maintenance.execute("pragma foreign_keys = off").await.unwrap();
        maintenance.execute(AssertSqlSafe(statements.to_owned())).await.unwrap();
    }

    async fn faults(&self) -> Vec<(i32, String)> {
        let verdict = self.records.verify_trail().await.unwrap();
        assert_eq!(verdict.whole, verdict.faults.is_empty());
        verdict.faults.into_iter().map(|fault| (fault.seq, fault.what)).collect()
    }
}

#[tokio::test]
async fn an_untouched_trail_is_whole_and_any_change_to_it_is_named() {
    let house = five_entries().await;
    assert_eq!(house.faults().await, []);

    // Nobody can forget to look at a kind of change: each is done, found at its entry, and undone.
    let triggers = ["audit_insert", "audit_update", "audit_delete", "change_insert", "change_update", "change_delete"];
    for trigger in triggers {
        house.tamper(&format!("drop trigger {trigger}")).await;
    }
    let swap = |from: &str, to: &str| {
        format!("update audit set body = cast(replace(cast(body as text), '{from}', '{to}') as blob) where seq = 4")
    };
    for (change, undo, seq, what) in [
        (
            "update change set request = x'39' where seq = 2".to_owned(),
            "update change set request = x'32' where seq = 2".to_owned(),
            2,
            "stands for a request that is missing or was changed",
        ),
        (
            "update audit_index set action = 'story.hide' where seq = 3".to_owned(),
            "update audit_index set action = 'story.tell' where seq = 3".to_owned(),
            3,
            "is listed with other words than its text has",
        ),
        (swap("story/4", "story/7"), swap("story/7", "story/4"), 4, "was changed: its hash does not fit its text"),
        (
            "update audit set mac = zeroblob(32) where seq = 1".to_owned(),
            "select 1".to_owned(),
            1,
            "was not sealed with this vault's key",
        ),
    ] {
        house.tamper(&change).await;
        let faults = house.faults().await;
        assert!(faults.contains(&(seq, what.to_owned())), "{change}: {faults:?}");
        house.tamper(&undo).await;
    }
}

#[tokio::test]
async fn a_missing_entry_is_named_wherever_it_stood() {
    let house = five_entries().await;
    house.tamper("drop trigger audit_delete; delete from audit where seq = 3").await;
    let faults = house.faults().await;
    assert!(faults.contains(&(4, "follows 2: entries between them are missing".to_owned())), "{faults:?}");
    assert!(faults.iter().any(|(seq, _)| *seq == 3), "what it stood for is still there: {faults:?}");

    house.tamper("delete from audit where seq = 5").await;
    let missing = (5, "stands beside no entry of the trail: the entry is missing".to_owned());
    assert!(house.faults().await.contains(&missing));
}
