//! What came after the act goes with the visit: how the patient left, the call that is owed, what was told afterwards, and
//! adverse events. Each is copied as it was kept; the ones left behind ask for nothing any more.

use super::recreate::Sides;
use crate::{Error, Writing};
use uuid::Uuid;

impl Writing {
    /// Copies everything that followed the act.
    pub(super) async fn carry_what_followed(&mut self, sides: &Sides) -> Result<(), Error> {
        self.carry_departure(sides).await?;
        self.carry_call(sides).await?;
        self.carry_told(sides).await?;
        self.carry_events(sides).await
    }

    async fn carry_departure(&mut self, sides: &Sides) -> Result<(), Error> {
        sqlx::query!(
            "
            insert into aftercare_sheet (visit, place, language, version, act, body, sha256, file, at, staff)
            select ?, place, language, version, act, body, sha256, file, at, staff
            from aftercare_sheet
            where visit = ?
            order by place
            ",
            sides.to_visit,
            sides.visit,
        )
        .execute(self.conn())
        .await?;
        sqlx::query!(
            "
            insert into departure (visit, place, body, at, staff)
            select ?, place, body, at, staff from departure where visit = ? order by place
            ",
            sides.to_visit,
            sides.visit,
        )
        .execute(self.conn())
        .await?;
        Ok(())
    }

    async fn carry_call(&mut self, sides: &Sides) -> Result<(), Error> {
        sqlx::query!(
            "
            insert into follow_up_call (visit, patient, reason, since, opened_at, staff)
            select ?, ?, reason, since, opened_at, staff from follow_up_call where visit = ?
            ",
            sides.to_visit,
            sides.to_patient,
            sides.visit,
        )
        .execute(self.conn())
        .await?;
        sqlx::query!(
            "
            insert into call_attempt (visit, place, body, ends, at, staff)
            select ?, place, body, ends, at, staff from call_attempt where visit = ? order by place
            ",
            sides.to_visit,
            sides.visit,
        )
        .execute(self.conn())
        .await?;
        Ok(())
    }

    async fn carry_told(&mut self, sides: &Sides) -> Result<(), Error> {
        let told = sqlx::query_scalar!(
            r#"select id as "id: Uuid" from afterwards where visit = ? order by noted_at, id"#,
            sides.visit,
        )
        .fetch_all(self.conn())
        .await?;
        for one in told {
            let id: Uuid = self.id();
            sqlx::query!(
                "
                insert into afterwards (
                    id, visit, patient, body, happened_at, noted_at, staff, because, second_person, by_kit
                )
                select ?, ?, ?, body, happened_at, noted_at, staff, because, second_person, by_kit
                from afterwards
                where id = ?
                ",
                id,
                sides.to_visit,
                sides.to_patient,
                one,
            )
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }

    /// With every version and every review.
    async fn carry_events(&mut self, sides: &Sides) -> Result<(), Error> {
        let events = sqlx::query_scalar!(
            r#"select id as "id: Uuid" from adverse_event where visit = ? order by at, id"#,
            sides.visit,
        )
        .fetch_all(self.conn())
        .await?;
        for event in events {
            let id: Uuid = self.id();
            sqlx::query!(
                "
                insert into adverse_event (id, visit, patient, risk, snapshot, at, staff)
                select ?, ?, ?, risk, snapshot, at, staff from adverse_event where id = ?
                ",
                id,
                sides.to_visit,
                sides.to_patient,
                event,
            )
            .execute(self.conn())
            .await?;
            sqlx::query!(
                "
                insert into adverse_event_version (event, version, body, content_version, reason, at, staff)
                select ?, version, body, content_version, reason, at, staff
                from adverse_event_version
                where event = ?
                order by version
                ",
                id,
                event,
            )
            .execute(self.conn())
            .await?;
            sqlx::query!(
                "
                insert into adverse_event_review (event, version, staff, words, at)
                select ?, version, staff, words, at from adverse_event_review where event = ?
                ",
                id,
                event,
            )
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }
}
