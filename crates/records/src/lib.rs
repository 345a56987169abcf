//! The record room: all SQL, one file per noun, and the audit trail.
