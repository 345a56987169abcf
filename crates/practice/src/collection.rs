//! The procedure room: receiving glasses, massage, and the end of every glass. One act, one transaction.

mod glass;
pub(crate) mod keep;
mod massage;
mod view;

pub use glass::{
    EndGlass, FirstUrines, GlassMeasure, ReceiveGlass, TypedGlass, collect_no_more, finish, not_obtained, patient_left,
    receive, receive_first_urines,
};
pub(crate) use glass::{caught, end_procedure};
pub(crate) use keep::{specimen_refusal, stop_for_safety, stop_for_withdrawal};
pub use massage::{
    AccountForMassage, ExplainMassage, StopMassage, account_for_massage, explain_massage, start_massage, stop_massage,
};
pub use view::{ClearanceView, CollectionView, DipstickView, InterruptionView, MassageView, open};

pub use clinic::collection::Strokes;
pub use clinic::ids::ProcedureId;

use crate::Refusal;
use clinic::collection::CollectionRefusal;

impl From<CollectionRefusal> for Refusal {
    fn from(refusal: CollectionRefusal) -> Self {
        let said = crate::form::sentence(&refusal.to_string());
        match refusal.field() {
            Some(field) => Self::field(field, refusal.code(), said),
            None => Self::new(refusal.code(), said),
        }
    }
}
