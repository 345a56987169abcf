//! The PINs of people who have set one: the digest, and no more.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::ids::StaffId;
use uuid::Uuid;

impl Reading {
    /// What is kept of this person's PIN; none when they have set none.
    pub async fn pin_of(&mut self, staff: StaffId) -> Result<Option<String>, Error> {
        let id = Uuid::from(staff);
        Ok(sqlx::query_scalar!("select digest from pin where staff = ?", id).fetch_optional(self.conn()).await?)
    }
}

impl Writing {
    /// The person at work sets a PIN, in place of an earlier one. The trail says so and holds nothing of it.
    pub async fn set_pin(&mut self, digest: &str) -> Result<(), Error> {
        let (staff, at) = (Uuid::from(self.who.staff), Stamp::from(self.now));
        sqlx::query!(
            "
            insert into pin (staff, digest, set_at, version) values (?, ?, ?, 1)
            on conflict (staff) do update
            set digest = excluded.digest, set_at = excluded.set_at, version = version + 1
            ",
            staff,
            digest,
            at,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::seen("pin.set", format!("staff/{staff}"), &())).await
    }

    /// The PIN of the person at work is taken away, where there is one.
    pub async fn stop_pin(&mut self, why: &str) -> Result<(), Error> {
        let staff = Uuid::from(self.who.staff);
        let gone = sqlx::query!("delete from pin where staff = ?", staff).execute(self.conn()).await?;
        if gone.rows_affected() == 0 {
            return Ok(());
        }
        self.trace(Event::seen("pin.stopped", format!("staff/{staff}"), &()).because(why)).await
    }
}
