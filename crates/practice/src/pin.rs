//! The PIN that a person sets for themselves.

use crate::form::Form;
use crate::station::blocking;
use crate::{Desk, Refusal};
use clinic::pin::check_pin;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Whether the person at the desk has a PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct PinView {
    /// They have set one.
    pub set: bool,
}

/// The person at the desk chooses a PIN.
#[derive(Deserialize, specta::Type)]
pub struct SetPin {
    /// Six to eight digits.
    pub pin: String,
    /// Their passphrase.
    pub passphrase: String,
}

/// Whether the person at the desk has a PIN.
pub async fn mine(desk: &Desk) -> Result<PinView, Refusal> {
    Ok(PinView { set: desk.records.reading().await?.pin_of(desk.who.staff).await?.is_some() })
}

/// Sets the PIN of the person at the desk, in place of an earlier one. Nobody sets it for another.
///
/// # Errors
/// Beside `pin` when its shape will not do; as [`Desk::confirm_passphrase`].
pub async fn set(desk: &Desk, request: SetPin) -> Result<PinView, Refusal> {
    let (pin, passphrase) = (Zeroizing::new(request.pin), Zeroizing::new(request.passphrase));
    let mut form = Form::default();
    form.read("pin", check_pin(&pin));
    form.check()?;
    desk.confirm_passphrase(&passphrase).await?;
    let digest = blocking(move || vault::keep_pin(&pin)).await?.map_err(|problem| Refusal::unexpected(&problem))?;
    let mut writing = desk.writing().await?;
    writing.set_pin(&digest).await?;
    writing.commit().await?;
    mine(desk).await
}

/// The person at the desk stops using a PIN.
pub async fn stop(desk: &Desk) -> Result<PinView, Refusal> {
    if mine(desk).await?.set {
        let mut writing = desk.writing().await?;
        writing.stop_pin("stopped by its owner").await?;
        writing.commit().await?;
    }
    mine(desk).await
}
