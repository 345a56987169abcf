//! How the clinic's values stand in columns: words as text, moments as one sortable integer.

use clinic::Moment;
use serde::Serialize;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{Sqlite, SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};
use sqlx::{Decode, Encode, Type};
use std::str::FromStr;

/// A moment as it stands in a column: `utc_ms * 2048 + (offset_minutes + 1024)`.
///
/// One integer sorts by the instant and still keeps the offset that the clinic's clock showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, specta::Type)]
#[serde(transparent)]
#[specta(transparent)]
pub struct Stamp(Moment);

const OFFSET_SPAN: i64 = 2048;
const OFFSET_ZERO: i64 = 1024;

impl Stamp {
    fn packed(self) -> i64 {
        self.0.utc_ms() * OFFSET_SPAN + i64::from(self.0.offset_minutes()) + OFFSET_ZERO
    }

    fn unpack(packed: i64) -> Result<Self, BoxDynError> {
        let offset = packed.rem_euclid(OFFSET_SPAN) - OFFSET_ZERO;
        Ok(Self(Moment::new(packed.div_euclid(OFFSET_SPAN), i32::try_from(offset)?)?))
    }
}

impl From<Moment> for Stamp {
    fn from(moment: Moment) -> Self {
        Self(moment)
    }
}

impl From<Stamp> for Moment {
    fn from(stamp: Stamp) -> Self {
        stamp.0
    }
}

impl Type<Sqlite> for Stamp {
    fn type_info() -> SqliteTypeInfo {
        <i64 as Type<Sqlite>>::type_info()
    }
}

impl Encode<'_, Sqlite> for Stamp {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.packed(), buffer)
    }
}

impl<'r> Decode<'r, Sqlite> for Stamp {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        Self::unpack(<i64 as Decode<Sqlite>>::decode(value)?)
    }
}

/// A value of `clinic` that is written as text: a word of a vocabulary, a name, a number, a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<T>(pub T);

impl<T> Type<Sqlite> for Word<T> {
    fn type_info() -> SqliteTypeInfo {
        <String as Type<Sqlite>>::type_info()
    }
}

impl<T: ToString> Encode<'_, Sqlite> for Word<T> {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        Encode::<Sqlite>::encode(self.0.to_string(), buffer)
    }
}

impl<'r, T> Decode<'r, Sqlite> for Word<T>
where
    T: FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self(<&str as Decode<Sqlite>>::decode(value)?.parse()?))
    }
}

/// Lets `select status as "status: Word<VisitStatus>"` fill a field of the clinic's own type.
macro_rules! word_columns {
    ($($word:ty,)+) => {$(
        impl From<Word<$word>> for $word {
            fn from(word: Word<$word>) -> Self {
                word.0
            }
        }
    )+};
}

word_columns! {
    clinic::patient::BirthDate,
    clinic::patient::LaboratorySex,
    clinic::patient::Mrn,
    clinic::patient::NamePart,
    clinic::patient::YesNoUnknown,
    clinic::indication::Evidence,
    clinic::premises::SiteLetter,
    clinic::premises::TemperatureUnit,
    clinic::procedure::ProcedureKind,
    clinic::procedure::ProcedureStatus,
    clinic::visit::VisitStatus,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_sorts_by_the_instant_and_keeps_the_offset() {
        let berlin: Moment = "2026-11-22T09:15:00.250+01:00".parse().unwrap();
        let new_york: Moment = "2026-11-22T03:15:00.251-05:00".parse().unwrap();
        assert!(Stamp::from(berlin).packed() < Stamp::from(new_york).packed());
        for moment in [berlin, new_york, "1969-12-31T23:59:59.999+14:00".parse().unwrap()] {
            let back: Moment = Stamp::unpack(Stamp::from(moment).packed()).unwrap().into();
            assert_eq!(back.to_string(), moment.to_string());
        }
    }
}
