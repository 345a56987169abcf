//! What leaves: folders and printers, no clinical rules.
