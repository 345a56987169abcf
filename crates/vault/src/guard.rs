//! The only unsafe code of the house: handing SQLCipher its key, and the authorizer that ordinary connections obey.
#![expect(unsafe_code, reason = "sqlx has no safe call for the raw key, client data or the authorizer")]

use crate::hex;
use libsqlite3_sys as ffi;
use sqlx::sqlite::LockedSqliteHandle;
use std::collections::BTreeSet;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::Once;
use zeroize::Zeroizing;

/// Tables whose rows stay as they were written; read from the database's own triggers.
#[derive(Default)]
pub(crate) struct AppendOnly {
    pub(crate) no_update: BTreeSet<String>,
    pub(crate) no_delete: BTreeSet<String>,
}

/// The call into SQLite was refused, with its result code.
#[derive(Debug, thiserror::Error)]
#[error("SQLite refused with code {0}")]
pub(crate) struct Refused(c_int);

/// Gives a connection its key, before anything else is asked of it.
pub(crate) fn set_key(handle: &mut LockedSqliteHandle<'_>, key: &[u8; 32]) -> Result<(), Refused> {
    // The form x'…' says that these are the key's own bytes: nothing is derived, and opening takes half a millisecond.
    let digits = Zeroizing::new(hex::write(key));
    let mut text = Zeroizing::new([0_u8; 67]);
    text[..2].copy_from_slice(b"x'");
    text[2..66].copy_from_slice(digits.as_bytes());
    text[66] = b'\'';
    // SAFETY: the handle is locked, so nobody else uses the connection; SQLCipher copies the 67 bytes before it returns.
    let code =
        unsafe { ffi::sqlite3_key_v2(handle.as_raw_handle().as_ptr(), c"main".as_ptr(), text.as_ptr().cast(), 67) };
    refuse_unless_ok(code)
}

/// Gives every connection to come its own memory for the small pieces that each statement takes and gives back.
///
/// From the system each of them would be locked into memory and unlocked again, two calls that cost more than most
/// statements. What is set aside is locked once, and wiped when the connection closes.
pub(crate) fn set_memory_aside() {
    const PIECE: c_int = 1200;
    const PIECES: c_int = 500;
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: the two arguments are those that this setting takes. Should SQLite have been used before, it refuses
        // and stays as it is, which is only slower.
        unsafe { ffi::sqlite3_config(ffi::SQLITE_CONFIG_LOOKASIDE, PIECE, PIECES) };
    });
}

/// Puts the authorizer on a connection: from now on it reads and writes rows and does nothing else.
pub(crate) fn forbid_the_rest(handle: &mut LockedSqliteHandle<'_>, append_only: AppendOnly) -> Result<(), Refused> {
    let db = handle.as_raw_handle().as_ptr();
    let tables = Box::into_raw(Box::new(append_only)).cast::<c_void>();
    // SAFETY: the handle is locked. SQLite owns `tables` from here on and calls `forget` exactly once: when the
    // connection is closed, or at once when this call fails.
    refuse_unless_ok(unsafe { ffi::sqlite3_set_clientdata(db, c"append-only".as_ptr(), tables, Some(forget)) })?;
    // SAFETY: the handle is locked, `judge` has the signature SQLite asks for, and `tables` lives as long as the
    // connection that passes it back.
    refuse_unless_ok(unsafe { ffi::sqlite3_set_authorizer(db, Some(judge), tables) })
}

/// Which SQLite this is, as one number: 3.53.4 is 3053004.
pub(crate) fn sqlite_version() -> i32 {
    // SAFETY: takes nothing and touches nothing.
    unsafe { ffi::sqlite3_libversion_number() }
}

unsafe extern "C" fn forget(tables: *mut c_void) {
    // SAFETY: SQLite gives back the pointer that came out of `Box::into_raw`, once.
    drop(unsafe { Box::from_raw(tables.cast::<AppendOnly>()) });
}

unsafe extern "C" fn judge(
    tables: *mut c_void,
    action: c_int,
    first: *const c_char,
    second: *const c_char,
    _database: *const c_char,
    _trigger: *const c_char,
) -> c_int {
    // SAFETY: `tables` is the box above, alive while its connection is; nobody holds it mutably.
    let tables = unsafe { &*tables.cast::<AppendOnly>() };
    // SAFETY: SQLite passes either null or a string that lives for the call.
    let (first, second) = unsafe { (text(first), text(second)) };
    if may(tables, action, first, second) { ffi::SQLITE_OK } else { ffi::SQLITE_DENY }
}

/// What an ordinary connection may do. Schema changes, other files and settings belong to the maintenance connection.
fn may(tables: &AppendOnly, action: c_int, first: &str, second: &str) -> bool {
    match action {
        ffi::SQLITE_SELECT
        | ffi::SQLITE_READ
        | ffi::SQLITE_INSERT
        | ffi::SQLITE_TRANSACTION
        | ffi::SQLITE_SAVEPOINT
        | ffi::SQLITE_RECURSIVE => true,
        ffi::SQLITE_UPDATE => !tables.no_update.contains(first),
        ffi::SQLITE_DELETE => !tables.no_delete.contains(first),
        ffi::SQLITE_FUNCTION => !matches!(second, "load_extension" | "sqlcipher_export" | "fts3_tokenizer"),
        // FTS5 asks for it at every write.
        ffi::SQLITE_PRAGMA => first.eq_ignore_ascii_case("data_version"),
        _ => false,
    }
}

unsafe fn text<'a>(pointer: *const c_char) -> &'a str {
    if pointer.is_null() {
        return "";
    }
    // SAFETY: the caller vouches that the pointer is a string of SQLite's.
    unsafe { CStr::from_ptr(pointer) }.to_str().unwrap_or("")
}

fn refuse_unless_ok(code: c_int) -> Result<(), Refused> {
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(Refused(code)) }
}
