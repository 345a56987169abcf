//! The transport tubes of a kit, once filled.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::Moment;
use clinic::ids::{PatientId, SpecimenId};
use clinic::kit::TransportTube;
use serde::Serialize;
use uuid::Uuid;

/// The filling of one specimen.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Filling {
    /// Each tube.
    pub tubes: Vec<TransportTube>,
    /// When they were filled.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

impl Reading {
    /// The filling of a specimen, once it was filled.
    pub async fn filling_of(&mut self, specimen: SpecimenId) -> Result<Option<Filling>, Error> {
        let id = Uuid::from(specimen);
        let row = sqlx::query!(
            r#"
            select transport_tube.body, transport_tube.at as "at: Stamp", staff.name
            from transport_tube
            join staff on staff.id = transport_tube.staff
            where specimen = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        let filling = row.map(|row| {
            let tubes = serde_json::from_str(&row.body)
                .map_err(|problem| Error::Damaged(format!("transport tubes: {problem}")))?;
            Ok(Filling { tubes, at: row.at.into(), by: row.name })
        });
        filling.transpose()
    }
}

impl Writing {
    /// Keeps the filling of a specimen.
    ///
    /// # Errors
    /// [`Error::Taken`] when it was filled already.
    pub async fn fill_tubes(
        &mut self,
        specimen: SpecimenId,
        patient: PatientId,
        (kit, content_version): (&str, &str),
        tubes: &[TransportTube],
    ) -> Result<(), Error> {
        let id = Uuid::from(specimen);
        let body = serde_json::to_string(tubes).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into transport_tube (specimen, kit, content_version, body, at, staff) values (?, ?, ?, ?, ?, ?)",
            id,
            kit,
            content_version,
            body,
            at,
            staff,
        )
        .execute(self.conn())
        .await
        .map_err(|problem| crate::taken(problem, "transport tubes"))?;
        self.trace(Event::first("specimen.fill-tubes", format!("specimen/{specimen}"), &tubes).about(patient)).await
    }
}
