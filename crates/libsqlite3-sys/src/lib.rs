//! The newer SQLCipher under the name that sqlx looks for; see `docs/decisions/` for why.
pub use current::*;
