//! Stories of the vault: who opens it, who does not, and what lies on the disk meanwhile.

use crate::key_file::{self, KeyFile};
use crate::*;
use sqlx::{Connection as _, Executor};
use std::path::Path;
use tempfile::TempDir;
use uuid::Uuid;

const ADA: Uuid = Uuid::from_u128(0xADA);
const GRACE: Uuid = Uuid::from_u128(0x6ACE);
const ADAS: &str = "seven quiet herons cross";
const GRACES: &str = "maple tin-opener 4 blue";
const CANARY: &str = "Canary-Featherstonehaugh";

fn pass(text: &str) -> Passphrase {
    Passphrase::from_typed(text)
}

fn new_vault() -> NewVault {
    NewVault {
        vault_id: Uuid::from_u128(1),
        staff_id: ADA,
        sign_on_name: "Ada".to_owned(),
        passphrase: pass(ADAS),
        cost: Cost::floor(),
    }
}

fn made() -> (TempDir, OpenVault, RecoveryKit) {
    let dir = tempfile::tempdir().unwrap();
    let (vault, kit) = create(dir.path(), new_vault()).unwrap();
    (dir, vault, kit)
}

fn wait_of(refused: Result<OpenVault, UnlockError>) -> u32 {
    match refused.err().expect("refused") {
        UnlockError::Refused { wait_seconds } => wait_seconds,
        other => panic!("{other}"),
    }
}

fn edit(dir: &Path, change: impl Fn(String) -> String) {
    let path = dir.join("vault.keys");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, change(text)).unwrap();
}

/// Changes the first line and puts its plain digest right, as a thief without the root key could.
fn forge(dir: &Path, from: &str, to: &str) {
    use sha2::Digest;
    edit(dir, |text| {
        let (line, proof) = text.split_once('\n').unwrap();
        let line = line.replacen(from, to, 1);
        let mut proof: serde_json::Value = serde_json::from_str(proof).unwrap();
        proof["sha256"] = hex::write(&sha2::Sha256::digest(line.as_bytes())).into();
        format!("{line}\n{proof}\n")
    });
}

#[test]
fn ada_makes_a_vault_adds_grace_and_each_comes_back_with_their_own_passphrase() {
    let (dir, vault, _) = made();
    vault.add_person(GRACE, "Grace Nurse", &pass(GRACES)).unwrap();
    assert!(matches!(vault.add_person(Uuid::from_u128(9), "grace nurse ", &pass(GRACES)), Err(VaultError::NameTaken)));
    assert!(vault.check_passphrase(&pass(ADAS)) && !vault.check_passphrase(&pass(GRACES)));
    assert_eq!(vault.recognise("GRACE NURSE", &pass(GRACES)), Some(GRACE));
    let adas_mac = vault.seal().mac(b"entry");
    assert!(matches!(unlock(dir.path(), "Ada", &pass(ADAS), 0), Err(UnlockError::Failed(VaultError::InUse))));
    drop(vault);

    let Condition::Ready(lock) = look(dir.path()) else { panic!("not ready") };
    assert_eq!(lock.people.iter().map(|tile| tile.sign_on_name.as_str()).collect::<Vec<_>>(), ["Ada", "Grace Nurse"]);
    let graces = unlock(dir.path(), " grace nurse", &pass(GRACES), 0).unwrap();
    assert_eq!((graces.staff_id(), graces.sign_on_name()), (GRACE, "Grace Nurse".to_owned()));
    assert_eq!(graces.seal().mac(b"entry"), adas_mac, "one trail, whoever writes");
    let signature = graces.seal().sign(b"note");
    assert!(Seal::verify(&graces.public_key_of(GRACE).unwrap(), b"note", &signature));
    assert!(!Seal::verify(&graces.public_key_of(ADA).unwrap(), b"note", &signature));

    graces.change_passphrase(&pass(GRACES), &pass("nine wet bridges sing low")).unwrap();
    graces.remove_person(ADA).unwrap();
    drop(graces);
    assert!(unlock(dir.path(), "Ada", &pass(ADAS), 0).is_err());
    assert!(unlock(dir.path(), "Grace Nurse", &pass("nine wet bridges sing low"), 0).is_ok());
}

#[test]
fn a_wrong_passphrase_and_an_unknown_name_are_answered_alike() {
    let (dir, vault, _) = made();
    drop(vault);
    for name in ["Ada", "Nobody"] {
        let waits: Vec<u32> =
            (0..4).map(|_| wait_of(unlock(dir.path(), name, &pass("not the right one"), 1_000))).collect();
        assert_eq!(waits, [0, 0, 5, 5], "{name}");
    }
    assert_eq!(wait_of(unlock(dir.path(), "Ada", &pass(ADAS), 1_000)), 5, "too soon, even if right");
    let vault = unlock(dir.path(), "Ada", &pass(ADAS), 6_000).unwrap();
    let failed = vault.take_failed_attempts().unwrap();
    assert_eq!(failed.iter().filter(|attempt| attempt.staff_id == Some(ADA)).count(), 3);
    assert_eq!(failed.len(), 6);
    assert!(vault.take_failed_attempts().unwrap().is_empty());
    let kept = std::fs::read_to_string(dir.path().join("attempts")).unwrap();
    assert!(!kept.to_lowercase().contains("nobody"), "a name that may be a passphrase is not written down");
}

#[test]
fn the_recovery_kit_opens_the_vault_once_and_forces_a_new_passphrase() {
    let (dir, vault, kit) = made();
    let line = kit.line();
    assert!(kit.has_group(3, &kit.groups()[2].to_lowercase()) && !kit.has_group(3, &kit.groups()[3]));
    let old_key = vault.public_key_of(ADA).unwrap();
    drop(vault);
    let (vault, next) = unlock_with_kit(dir.path(), &line, "ada", 0).unwrap().let_in(&pass(GRACES)).unwrap();
    assert_ne!(vault.public_key_of(ADA).unwrap(), old_key, "new keys, seen in the key history");
    assert_eq!(vault.public_key_of(ADA).unwrap(), vault.seal().public_key());
    drop(vault);
    let worn = unlock_with_kit(dir.path(), &line, "Ada", 0);
    assert!(matches!(worn.err(), Some(UnlockError::WrongKit { wait_seconds: 0 })));
    assert_eq!(wait_of(unlock(dir.path(), "Ada", &pass(ADAS), 0)), 0);
    // The generation that is kept before the one in force must not bring the lost ones back.
    std::fs::copy(dir.path().join("vault.keys.prev"), dir.path().join("vault.keys")).unwrap();
    assert!(matches!(unlock_with_kit(dir.path(), &line, "Ada", 0).err(), Some(UnlockError::WrongKit { .. })));
    drop(unlock(dir.path(), "Ada", &pass(GRACES), 0).unwrap());
    assert!(unlock_with_kit(dir.path(), &next.line(), "Ada", 0).unwrap().let_in(&pass(ADAS)).is_ok());
}

#[test]
fn a_kit_that_was_only_tried_has_changed_nothing() {
    let (dir, vault, kit) = made();
    let keys = std::fs::read(dir.path().join("vault.keys")).unwrap();
    drop(vault);
    let by_kit = unlock_with_kit(dir.path(), &kit.line(), "Ada", 0).unwrap();
    assert!(by_kit.vault().staff_id() == ADA && by_kit.kit_id() == kit.kit_id);
    drop(by_kit);
    assert_eq!(std::fs::read(dir.path().join("vault.keys")).unwrap(), keys);
    assert!(unlock(dir.path(), "Ada", &pass(ADAS), 0).is_ok());
    let nobody = unlock_with_kit(dir.path(), &kit.line(), "Nobody", 0).err();
    assert!(matches!(nobody, Some(UnlockError::Failed(VaultError::UnknownPerson))));
}

#[test]
fn wrong_kits_wait_and_are_told_to_the_next_session() {
    let (dir, vault, kit) = made();
    let (_, stranger, other) = made();
    drop((vault, stranger));
    let attempt = |at_ms| unlock_with_kit(dir.path(), &other.line(), "Ada", at_ms).err();
    for wait in [0, 0, 5] {
        assert!(matches!(attempt(0), Some(UnlockError::WrongKit { wait_seconds }) if wait_seconds == wait));
    }
    let soon = unlock_with_kit(dir.path(), &kit.line(), "Ada", 4_000).err();
    assert!(matches!(soon, Some(UnlockError::KitTooSoon { wait_seconds: 1 })), "too soon, even if right");
    let (vault, _) = unlock_with_kit(dir.path(), &kit.line(), "Ada", 5_000).unwrap().let_in(&pass(GRACES)).unwrap();
    let failed = vault.take_failed_attempts().unwrap();
    assert!(failed.len() == 3 && failed.iter().all(|one| one.with_kit && one.staff_id == Some(ADA)));
    drop(vault);
    assert!(attempt(5_000).is_some_and(|why| matches!(why, UnlockError::WrongKit { wait_seconds: 0 })));
}

#[test]
fn what_is_not_ours_is_told_apart_and_left_alone() {
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(look(empty.path()), Condition::Missing);
    assert_eq!(look(&empty.path().join("not there")), Condition::Missing);

    let holiday = tempfile::tempdir().unwrap();
    std::fs::write(holiday.path().join("beach.jpg"), "sand").unwrap();
    assert!(matches!(look(holiday.path()), Condition::Foreign(_)));
    assert!(matches!(create(holiday.path(), new_vault()), Err(VaultError::Occupied(_))));
    assert_eq!(std::fs::read_dir(holiday.path()).unwrap().count(), 1, "nothing was added");

    std::fs::write(holiday.path().join("vault.keys"), "{\"format\":\"other keys\",\"version\":1}\n").unwrap();
    assert!(matches!(look(holiday.path()), Condition::Foreign(_)));
    assert!(matches!(unlock(holiday.path(), "Ada", &pass(ADAS), 0), Err(UnlockError::Unusable(Condition::Foreign(_)))));
    assert!(!holiday.path().join("vault.lock").exists());

    let (dir, vault, _) = made();
    drop(vault);
    assert!(matches!(create(dir.path(), new_vault()), Err(VaultError::Occupied(Condition::Ready(_)))));
    edit(dir.path(), |text| text.replacen("\"version\":1", "\"version\":2", 1));
    assert_eq!(look(dir.path()), Condition::Newer(2));
}

#[test]
fn a_damaged_vault_is_called_damaged_and_a_forged_one_does_not_open() {
    let (dir, vault, _) = made();
    drop(vault);
    let whole = std::fs::read(dir.path().join("vault.keys")).unwrap();
    let restore = || std::fs::write(dir.path().join("vault.keys"), &whole).unwrap();

    // Any one flipped bit of the key file is seen without a passphrase.
    for place in (0..whole.len()).step_by(7) {
        let mut flipped = whole.clone();
        flipped[place] ^= 1 << (place % 8);
        std::fs::write(dir.path().join("vault.keys"), flipped).unwrap();
        let found = look(dir.path());
        let told = matches!(found, Condition::Damaged(_) | Condition::Foreign(_) | Condition::Newer(_));
        // The MAC's own digits are checked at unlocking, with the root key.
        let mac_from = whole.len() - 68;
        assert!(told || place >= mac_from, "bit {place}: {found:?}");
    }
    restore();
    edit(dir.path(), |text| text[..text.len() / 2].to_owned());
    assert!(matches!(look(dir.path()), Condition::Damaged(_)));

    restore();
    forge(dir.path(), "\"memoryKib\":65536", "\"memoryKib\":8192");
    assert!(matches!(look(dir.path()), Condition::Damaged(_)), "a cheap derivation is refused");
    restore();
    forge(dir.path(), "\"generation\":1", "\"generation\":7");
    assert!(matches!(unlock(dir.path(), "Ada", &pass(ADAS), 0), Err(UnlockError::Failed(VaultError::Tampered))));
    restore();
    forge(dir.path(), "\"memoryKib\":65536", "\"memoryKib\":65537");
    assert_eq!(wait_of(unlock(dir.path(), "Ada", &pass(ADAS), 0)), 0, "the seal binds the parameters");

    restore();
    std::fs::remove_file(dir.path().join("vault.keys")).unwrap();
    assert!(matches!(look(dir.path()), Condition::Damaged(_)));
    restore();
    std::fs::remove_file(dir.path().join("vault-e0001.db")).unwrap();
    assert!(matches!(look(dir.path()), Condition::Damaged(_)));
}

#[tokio::test]
async fn a_database_of_another_vault_is_damage_not_data() {
    let (dir, vault, _) = made();
    drop(vault);
    let (other, stranger, _) = made();
    drop(stranger);
    std::fs::copy(other.path().join("vault-e0001.db"), dir.path().join("vault-e0001.db")).unwrap();
    let vault = unlock(dir.path(), "Ada", &pass(ADAS), 0).unwrap();
    assert!(vault.maintenance().await.is_err_and(|cause| cause.is_damage()));
}

#[test]
fn a_key_file_killed_in_mid_write_leaves_one_generation_in_force() {
    let (dir, vault, _) = made();
    // Killed while the next generation was being written.
    std::fs::write(key_file::staged(dir.path()), "{\"format\":\"fourgl").unwrap();
    assert!(matches!(look(dir.path()), Condition::Ready(_)));
    // Killed between writing and renaming: the old generation is in force, and the next commit goes through.
    vault.keys().stage(dir.path(), &vault.root).unwrap();
    assert_eq!(KeyFile::read(dir.path()).ok().map(|read| read.keys.generation), Some(1));
    vault.add_person(GRACE, "Grace", &pass(GRACES)).unwrap();
    assert_eq!(KeyFile::read(dir.path()).ok().map(|read| read.keys.generation), Some(2));
    assert!(key_file::previous(dir.path()).exists());
    drop(vault);

    // Killed while the vault was being made: nobody ever had it, and the folder is free.
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(key_file::staged(dir.path()), "{\"format\":\"fourgl").unwrap();
    std::fs::write(dir.path().join("vault-e0001.db"), "half a page").unwrap();
    assert_eq!(look(dir.path()), Condition::Missing);
    drop(create(dir.path(), new_vault()).unwrap());
    assert!(unlock(dir.path(), "Ada", &pass(ADAS), 0).is_ok());
}

async fn with_trail(vault: &OpenVault) {
    let mut connection = vault.maintenance().await.unwrap();
    for step in [
        "create table trail (seq integer primary key, body text not null) strict",
        "create trigger trail_update before update on trail begin select raise(abort, 'never'); end",
        "create trigger trail_delete before delete on trail begin select raise(abort, 'never'); end",
        "create table chart (id integer primary key, family text not null) strict",
        "create virtual table chart_search using fts5 (family)",
    ] {
        connection.execute(step).await.unwrap();
    }
    connection.close().await.unwrap();
}

#[tokio::test]
async fn an_ordinary_connection_has_rows_and_nothing_else() {
    let (dir, vault, _) = made();
    with_trail(&vault).await;
    let writer = vault.writer();
    for allowed in [
        "insert into trail (seq, body) values (1, 'opened')",
        "insert into chart (family) values ('Quill')",
        "update chart set family = 'Quillon'",
        "insert into chart_search (family) values ('Quillon')",
        "delete from chart",
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < 3) select sum(i) from n",
    ] {
        writer.execute(allowed).await.unwrap_or_else(|cause| panic!("{allowed}: {cause}"));
    }
    let plain = dir.path().join("plain.db");
    let attach = format!("attach '{}' as plain key ''", plain.display());
    let copy = format!("vacuum into '{}'", plain.display());
    let denied = [
        attach.as_str(),
        copy.as_str(),
        "detach main",
        "drop table trail",
        "drop trigger trail_delete",
        "alter table trail rename to gone",
        "create trigger sly after insert on trail begin delete from chart; end",
        "create temp trigger sly after insert on trail begin delete from chart; end",
        "update trail set body = 'closed'",
        "delete from trail",
        "insert or replace into trail (seq, body) values (1, 'closed')",
        "select sqlcipher_export('main')",
        "select load_extension('x')",
        "pragma writable_schema = on",
        "pragma foreign_keys = off",
        "pragma rekey = 'x'",
        "pragma recursive_triggers = off",
        "update sqlite_schema set sql = ''",
    ];
    for statement in denied {
        let answer = writer.execute(sqlx::AssertSqlSafe(statement.to_owned())).await;
        let why = answer.err().map(|cause| cause.to_string()).unwrap_or_default();
        let told = ["not authorized", "authorization denied", "prohibited", "never", "may not be modified"];
        assert!(told.iter().any(|reason| why.contains(reason)), "{statement}: {why}");
    }
    assert!(!plain.exists());
    writer.close().await;

    let readers = vault.readers();
    let body: String = sqlx::query_scalar("select body from trail where seq = 1").fetch_one(&readers).await.unwrap();
    assert_eq!(body, "opened");
    assert!(readers.execute("insert into chart (family) values ('Sly')").await.is_err());
    assert!(readers.execute("pragma query_only = off").await.is_err());
    readers.close().await;
}

#[tokio::test]
async fn nothing_readable_lies_on_the_disk() {
    let (dir, vault, kit) = made();
    with_trail(&vault).await;
    let writer = vault.writer();
    for _ in 0..200 {
        sqlx::query("insert into chart (family) values (?)").bind(CANARY).execute(&writer).await.unwrap();
    }
    // While it is open, with the write-ahead log full.
    let secrets = [CANARY, ADAS, "SQLite format 3", "create table", &kit.groups()[0]];
    let scan = || {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(dir.path()).unwrap() {
            let entry = entry.unwrap();
            let bytes = std::fs::read(entry.path()).unwrap();
            for secret in secrets {
                let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!found, "“{secret}” in {:?}", entry.file_name());
            }
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o077, 0, "{:?}", entry.file_name());
            }
            names.push(entry.file_name().into_string().unwrap());
        }
        names.sort();
        names
    };
    assert!(scan().contains(&"vault-e0001.db-wal".to_owned()));
    writer.close().await;
    drop(vault);
    assert_eq!(scan(), ["attempts", "vault-e0001.db", "vault.keys", "vault.lock"].map(str::to_owned)[1..]);
}
