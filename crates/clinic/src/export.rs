//! What a month may leave the house as.

use crate::words::words;

words! {
    /// Which table.
    pub enum ExportContents {
        /// A row for each procedure that was begun.
        Procedures = "procedures",
        /// A row for each rule that a urologist overrode; never with a patient's identity.
        Overrides = "overrides",
    }
}
