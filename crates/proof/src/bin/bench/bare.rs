//! What the same bytes cost without the program: plain rows in a vault of the same kind, over its own connections.

use crate::{Outcome, said};
use sqlx::{AssertSqlSafe, Row};
use std::time::{Duration, Instant};
use vault::{Connection, Cost, NewVault, OpenVault, Passphrase};

/// A vault with one plain table.
pub(crate) struct Bare {
    vault: OpenVault,
    _folder: tempfile::TempDir,
}

impl Bare {
    pub(crate) async fn make() -> Outcome<Self> {
        let folder = tempfile::tempdir().map_err(said)?;
        let new = NewVault {
            vault_id: uuid::Uuid::from_u128(1),
            staff_id: uuid::Uuid::from_u128(2),
            sign_on_name: "bench".to_owned(),
            passphrase: Passphrase::from_typed("a passphrase of the bench"),
            cost: Cost::floor(),
        };
        let (vault, _) = vault::create(&folder.path().join("vault"), new).map_err(said)?;
        let mut maintenance = vault.maintenance().await.map_err(said)?;
        let made = sqlx::query("create table plain (id integer primary key, bytes blob not null) strict");
        made.execute(&mut maintenance).await.map_err(said)?;
        Ok(Self { vault, _folder: folder })
    }

    /// Writes `bytes` bytes in `commits` commits, each as durable as the program's.
    pub(crate) async fn write(&self, bytes: usize, commits: usize) -> Outcome<Duration> {
        let writer = self.vault.writer();
        let row = vec![0x5a_u8; bytes / commits.max(1)];
        // The connection opens outside the measurement, as the station's is open already.
        drop(writer.acquire().await.map_err(said)?);
        let started = Instant::now();
        for _ in 0..commits {
            let mut step = writer.begin_with("begin immediate").await.map_err(said)?;
            sqlx::query("insert into plain (bytes) values (?)").bind(&row).execute(&mut *step).await.map_err(said)?;
            step.commit().await.map_err(said)?;
        }
        let took = started.elapsed();
        writer.close().await;
        Ok(took)
    }
}

/// The bytes of every value in every table, without what indexes and the search derive from them.
pub(crate) async fn payload(connection: &mut Connection) -> Outcome<usize> {
    let tables = "select name from sqlite_schema
                  where type = 'table' and sql not like 'create virtual%' and name not like 'sqlite_%'
                    and name not like '%_data' and name not like '%_idx' and name not like '%_docsize'
                    and name not like '%_config' and name not like '%_content'";
    let mut bytes = 0;
    for table in sqlx::query(tables).fetch_all(&mut *connection).await.map_err(said)? {
        let table: String = table.get(0);
        let columns = sqlx::query("select name from pragma_table_info(?)").bind(&table);
        let columns = columns.fetch_all(&mut *connection).await.map_err(said)?;
        let lengths: Vec<String> = columns
            .iter()
            .map(|column| format!("coalesce(sum(length(cast(\"{}\" as blob))), 0)", column.get::<String, _>(0)))
            .collect();
        let sum = format!("select {} from \"{table}\"", lengths.join(" + "));
        let sum: i64 = sqlx::query_scalar(AssertSqlSafe(sum)).fetch_one(&mut *connection).await.map_err(said)?;
        bytes += usize::try_from(sum).unwrap_or(0);
    }
    Ok(bytes)
}
