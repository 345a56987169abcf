//! The chain of custody: what can happen to a specimen, each once written and never changed.

use crate::words::words;

words! {
    /// One kind of entry in a specimen's custody, as far as the clinic's own door.
    pub enum CustodyEvent {
        /// It is awaited.
        Planned = "planned",
        /// It was caught and received.
        Collected = "collected",
        /// Its label was handed to a printer or written as a file.
        LabelPrinted = "label-printed",
        /// A label was voided, with a reason.
        LabelVoided = "label-voided",
        /// The label on the tube was read back beside the patient.
        LabelVerified = "label-verified",
        /// It was filled into the transport tubes of its kit.
        Processed = "processed",
        /// It was put into its storage place.
        Stored = "stored",
        /// It was packed for the laboratory.
        Packed = "packed",
        /// The order that names it was written.
        Ordered = "ordered",
        /// Its order was cancelled.
        OrderCancelled = "order-cancelled",
        /// The laboratory was told of a change of its order.
        OrderChanged = "order-changed",
        /// It carries the wrong patient's name: nobody's until it is relabelled or thrown away.
        Quarantined = "quarantined",
        /// The one who collected it signed whose it is.
        Relabelled = "relabelled",
        /// The time of its collection was put right.
        TimeCorrected = "time-corrected",
        /// It will not exist.
        NotObtained = "not-obtained",
        /// It was thrown away.
        Discarded = "discarded",
        /// It was mislabelled, lost or rejected: an incident was opened.
        IncidentOpened = "incident-opened",
    }
}

impl CustodyEvent {
    /// The words a timeline shows.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Planned => "Planned",
            Self::Collected => "Collected",
            Self::LabelPrinted => "Label printed",
            Self::LabelVoided => "Label voided",
            Self::LabelVerified => "Label verified",
            Self::Processed => "Filled into transport tubes",
            Self::Stored => "Stored",
            Self::Packed => "Packed",
            Self::Ordered => "Order written",
            Self::OrderCancelled => "Order cancelled",
            Self::OrderChanged => "Order changed",
            Self::Quarantined => "Quarantined",
            Self::Relabelled => "Relabelled",
            Self::TimeCorrected => "Collection time corrected",
            Self::NotObtained => "Not obtained",
            Self::Discarded => "Discarded",
            Self::IncidentOpened => "Incident opened",
        }
    }
}
