//! Keys and the locked file: create, unlock, lock.
