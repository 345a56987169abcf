//! The people of the clinic and what each may be.

use crate::words::words;

words! {
    /// What a person of the clinic is; one person may hold several.
    pub enum Role {
        /// Examines, decides, signs.
        Urologist = "urologist",
        /// Checks in, labels, hands off.
        Nurse = "nurse",
        /// Keeps staff, content and exports; never opens a chart.
        Administrator = "administrator",
    }
}
