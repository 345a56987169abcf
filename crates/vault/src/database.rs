//! Opening the encrypted database: key first, then the settings every connection has, then the guard.

use crate::guard::{self, AppendOnly};
use crate::{VaultError, private};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use sqlx::{ConnectOptions, Connection as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use zeroize::Zeroizing;

/// One open connection to the vault's database.
pub type Connection = sqlx::SqliteConnection;
/// Connections that open when they are first needed and stay: one that writes, or up to three that only read.
pub type Connections = sqlx::SqlitePool;

/// Before this, SQLite's write-ahead log could lose a checkpoint (fixed in 3.51.3).
const LEAST_SQLITE: i32 = 3_051_003;
/// Before this, SQLCipher could write a copy in plain text on `vacuum into`.
const LEAST_CIPHER: (u32, u32) = (4, 14);
/// More statements than the record room has, so that none is parsed twice on one connection.
const STATEMENTS: usize = 500;
/// Marks the file as ours inside the encryption: "FGLS".
const APPLICATION_ID: &str = "pragma application_id = 1179077715";

/// The raw key of the database of one epoch.
pub(crate) struct DatabaseKey(pub(crate) Zeroizing<[u8; 32]>);

/// What a connection is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// Migrations and checks: no authorizer.
    Maintaining,
    Writing,
    Reading,
}

/// Makes the empty database of a new vault. Blocks; runs on a thread of its own because the caller may be anywhere.
pub(crate) fn make(path: &Path, key: &Arc<DatabaseKey>) -> Result<(), VaultError> {
    // What an interrupted beginning left would be taken for this database's log.
    for rest in ["db-wal", "db-shm"] {
        match std::fs::remove_file(path.with_extension(rest)) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => return Err(cause.into()),
            _ => {}
        }
    }
    // SQLite would make the file readable for everybody; an empty file that is there already keeps its rights.
    private::write_through(path, b"")?;
    let (path, key) = (path.to_owned(), Arc::clone(key));
    let made = std::thread::spawn(move || {
        tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
            let mut connection = open(&path, &key, Work::Maintaining).await?;
            sqlx::query(APPLICATION_ID).execute(&mut connection).await?;
            connection.close().await?;
            Ok(())
        })
    });
    made.join().unwrap_or(Err(VaultError::Tampered))
}

/// One connection, ready for its work.
pub(crate) async fn open(path: &Path, key: &DatabaseKey, work: Work) -> Result<Connection, VaultError> {
    if guard::sqlite_version() < LEAST_SQLITE {
        return Err(VaultError::OldSqlite);
    }
    let mut connection = options(path).connect().await?;
    prepare(&mut connection, key, work).await?;
    Ok(connection)
}

/// Connections for one kind of work: one when it writes, up to three when it only reads.
///
/// The writer is a pool of one rather than a bare connection, because a step that is dropped is then undone at once.
pub(crate) fn connections(path: &Path, key: Arc<DatabaseKey>, work: Work) -> Connections {
    let most = if work == Work::Reading { 3 } else { 1 };
    SqlitePoolOptions::new()
        .max_connections(most)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| {
            let key = Arc::clone(&key);
            Box::pin(async move {
                prepare(connection, &key, work).await.map_err(|cause| match cause {
                    VaultError::Database(cause) => cause,
                    other => sqlx::Error::Configuration(Box::new(other)),
                })
            })
        })
        .connect_lazy_with(options(path))
}

fn options(path: &Path) -> SqliteConnectOptions {
    guard::set_memory_aside();
    // Journal mode and synchronous stay out: sqlx would set them before the key, where they fail.
    SqliteConnectOptions::new()
        .filename(path)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(STATEMENTS)
        .disable_statement_logging()
}

async fn prepare(connection: &mut Connection, key: &DatabaseKey, work: Work) -> Result<(), VaultError> {
    sqlx::query("pragma cipher_memory_security = on").execute(&mut *connection).await?;
    guard::set_key(&mut connection.lock_handle().await?, &key.0).map_err(refused)?;
    for setting in [
        "pragma journal_mode = wal",
        "pragma synchronous = full",
        "pragma temp_store = memory",
        "pragma secure_delete = on",
        "pragma foreign_keys = on",
        "pragma recursive_triggers = on",
        "pragma trusted_schema = off",
        "pragma cell_size_check = on",
        "pragma mmap_size = 0",
    ] {
        sqlx::query(setting).execute(&mut *connection).await?;
    }
    check_cipher(connection).await?;
    if work == Work::Maintaining {
        return Ok(());
    }
    let append_only = append_only(connection).await?;
    if work == Work::Reading {
        sqlx::query("pragma query_only = on").execute(&mut *connection).await?;
    }
    guard::forbid_the_rest(&mut connection.lock_handle().await?, append_only).map_err(refused)
}

/// Without a cipher version this would be plain SQLite, and everything would be written in the clear.
async fn check_cipher(connection: &mut Connection) -> Result<(), VaultError> {
    let version: Option<String> = sqlx::query_scalar("pragma cipher_version").fetch_optional(connection).await?;
    let version = version.unwrap_or_default();
    let mut numbers = version.split(['.', ' ']).map_while(|part| part.parse::<u32>().ok());
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found < LEAST_CIPHER { Err(VaultError::OldSqlite) } else { Ok(()) }
}

/// The tables that forbid it themselves: a trigger that aborts without a condition. This room knows none of their names.
async fn append_only(connection: &mut Connection) -> Result<AppendOnly, VaultError> {
    let triggers: Vec<(String, String)> = sqlx::query_as(
        "select tbl_name, lower(sql)
         from sqlite_schema
         where type = 'trigger'
           and lower(sql) like '%raise(abort%'
           and lower(sql) not like '% when %'
           and lower(sql) not like '%\nwhen %'",
    )
    .fetch_all(connection)
    .await?;
    let mut tables = AppendOnly::default();
    for (table, sql) in triggers {
        if sql.contains("before update on") {
            tables.no_update.insert(table);
        } else if sql.contains("before delete on") {
            tables.no_delete.insert(table);
        }
    }
    Ok(tables)
}

fn refused(cause: guard::Refused) -> VaultError {
    VaultError::Database(sqlx::Error::Configuration(Box::new(cause)))
}
