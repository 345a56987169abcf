//! The clinic whose record this is, its settings, and the running numbers it gives out.

use crate::{Error, Event, Reading, Word, Writing};
use clinic::premises::{SiteLetter, TemperatureUnit};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The clinic, as every screen needs it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ClinicView {
    /// As printed on papers.
    pub name: String,
    /// IANA name of its zone; "today" is that zone's day.
    pub zone: String,
    /// First letter of its accession numbers.
    pub site_letter: SiteLetter,
    /// How its thermometers read.
    pub temperature_unit: TemperatureUnit,
    /// One person may be urologist and administrator.
    pub single_handed: bool,
    /// Invented, for looking around.
    pub fictional: bool,
}

/// How far the recovery kit has come on its way to paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KitPaper {
    /// Two of its groups were typed back from it.
    Confirmed,
    /// Made; these groups of it, each with its number, must still be typed back.
    Asked(Vec<String>),
    /// The last one was used or given up, and no next one is known: one must be made.
    Missing,
}

impl Reading {
    /// The clinic; none in a vault that has only just been made.
    pub async fn clinic(&mut self) -> Result<Option<ClinicView>, Error> {
        Ok(sqlx::query_as!(
            ClinicView,
            r#"
            select
                name,
                zone,
                site_letter as "site_letter: Word<SiteLetter>",
                temperature_unit as "temperature_unit: Word<TemperatureUnit>",
                -- Declared at the founding, or since then among the settings.
                coalesce(
                    (select value = 'yes' from setting where setting.name = 'single-handed' and value <> ''),
                    single_handed
                ) as "single_handed!: bool",
                fictional as "fictional: bool"
            from clinic
            "#
        )
        .fetch_optional(self.conn())
        .await?)
    }

    /// How far the recovery kit has come on its way to paper.
    pub async fn kit_paper(&mut self) -> Result<KitPaper, Error> {
        let asked = sqlx::query_scalar!("select asked_groups from clinic").fetch_optional(self.conn()).await?.flatten();
        Ok(match asked.as_deref() {
            None => KitPaper::Confirmed,
            Some("") => KitPaper::Missing,
            Some(groups) => KitPaper::Asked(groups.split(' ').map(str::to_owned).collect()),
        })
    }

    /// One setting by its name.
    pub async fn setting(&mut self, name: &str) -> Result<Option<String>, Error> {
        Ok(sqlx::query_scalar!("select value from setting where name = ?", name).fetch_optional(self.conn()).await?)
    }
}

impl Writing {
    /// Founds the clinic in a new vault. `asked_groups` are kept until they have been typed back.
    pub async fn found_clinic(&mut self, clinic: &ClinicView, asked_groups: &[String]) -> Result<(), Error> {
        let site_letter = Word(clinic.site_letter);
        let unit = Word(clinic.temperature_unit);
        let asked = (!asked_groups.is_empty()).then(|| asked_groups.join(" "));
        sqlx::query!(
            "
            insert into clinic (
                one, name, zone, site_letter, temperature_unit, single_handed, fictional, asked_groups, version
            )
            values (1, ?, ?, ?, ?, ?, ?, ?, 1)
            ",
            clinic.name,
            clinic.zone,
            site_letter,
            unit,
            clinic.single_handed,
            clinic.fictional,
            asked,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("clinic.found", "clinic".to_owned(), clinic)).await
    }

    /// The recovery kit exists on paper: its groups were typed back.
    pub async fn confirm_kit(&mut self) -> Result<(), Error> {
        self.keep_kit_groups(None).await?;
        self.trace(Event::seen("vault.confirm-kit", "clinic".to_owned(), &())).await
    }

    /// Somebody comes in with this recovery kit. Written before any key changes: from here on a new kit is missing.
    pub async fn use_kit(&mut self, kit: Uuid) -> Result<(), Error> {
        self.keep_kit_groups(Some("")).await?;
        self.trace(Event::seen("recovery-kit.used", format!("recovery-kit/{kit}"), &())).await
    }

    /// The kit that waits to be printed is given up for a new one. Written before any key changes.
    pub async fn give_up_kit(&mut self) -> Result<(), Error> {
        self.keep_kit_groups(Some("")).await?;
        self.trace(Event::seen("recovery-kit.given-up", "clinic".to_owned(), &())).await
    }

    /// This recovery kit was made; these groups of it must be typed back, each with its number.
    pub async fn keep_kit(&mut self, kit: Uuid, asked_groups: &[String]) -> Result<(), Error> {
        self.keep_kit_groups(Some(&asked_groups.join(" "))).await?;
        self.trace(Event::seen("recovery-kit.made", format!("recovery-kit/{kit}"), &())).await
    }

    async fn keep_kit_groups(&mut self, asked: Option<&str>) -> Result<(), Error> {
        sqlx::query!("update clinic set asked_groups = ?, version = version + 1", asked).execute(self.conn()).await?;
        Ok(())
    }

    /// Keeps one setting.
    pub async fn keep_setting(&mut self, name: &str, value: &str) -> Result<(), Error> {
        sqlx::query!(
            "
            insert into setting (name, value, version) values (?, ?, 1)
            on conflict (name) do update set value = excluded.value, version = version + 1
            ",
            name,
            value,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::seen("setting.keep", format!("setting/{name}"), &value)).await
    }

    /// The next running number of `name`, from 1. Part of the step that uses it: undone with it, never given twice.
    pub(crate) async fn next_number(&mut self, name: &str) -> Result<i64, Error> {
        Ok(sqlx::query_scalar!(
            "
            insert into counter (name, last) values (?, 1)
            on conflict (name) do update set last = last + 1
            returning last
            ",
            name,
        )
        .fetch_one(self.conn())
        .await?)
    }
}
