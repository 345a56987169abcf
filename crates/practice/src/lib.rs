//! What people do: permission, transaction, audit, view.
