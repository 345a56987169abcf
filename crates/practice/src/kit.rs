//! The recovery kit on its way to paper: shown once, saved as a PDF, and known to be there when two groups were typed back.

use crate::form::Form;
use crate::letterhead::letterhead;
use crate::station::blocking;
use crate::{Deed, Desk, Refusal};
use delivery::folder::{FileName, deliver, make_folder};
use paperwork::recovery_kit::{RecoveryKitPaper, set_recovery_kit};
use records::clinic::KitPaper;
use serde::{Deserialize, Serialize};
use std::io::ErrorKind;
use std::sync::Arc;
use vault::RecoveryKit;

/// The recovery kit, shown once.
#[derive(Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryKitView {
    /// The kit's groups, in order.
    pub groups: Vec<String>,
    /// Which two must be typed back, counted from 1.
    pub asked: Vec<u32>,
    /// The kit as the page that is printed, SVG.
    pub page: String,
    /// Where its PDF waits to be printed; removed once the groups are typed back.
    pub saved_to: String,
}

/// The name under which the kit's PDF waits.
const KIT_FILE: &str = "recovery-kit.pdf";

/// The two groups of the recovery kit, as typed back from paper.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmKit {
    /// In the order in which they were asked for.
    pub answers: Vec<String>,
}

/// Which groups of a kit that is being typed are whole so far, and of those, whether each can be right.
#[must_use]
pub fn check_groups(typed: &str) -> Vec<bool> {
    vault::groups_as_typed(typed)
}

/// The kit that was just made: its page, and its PDF in the folder of papers.
pub(crate) async fn show(desk: &Desk, kit: &RecoveryKit) -> Result<RecoveryKitView, Refusal> {
    let letterhead = letterhead(desk, &mut desk.records.reading().await?).await?;
    let number = kit.kit_id.simple().to_string();
    let typeset = set_recovery_kit(&RecoveryKitPaper {
        letterhead,
        kit_number: number[..8].to_uppercase(),
        made_at: desk.now,
        made_by: desk.who.name.clone(),
        groups: kit.groups(),
        line: &kit.line(),
    })
    .map_err(|problem| Refusal::unexpected(&problem))?;
    let pdf = typeset.pdf().map_err(|problem| Refusal::unexpected(&problem))?;
    let page = typeset.pages_svg().into_iter().next().unwrap_or_default();
    // An older kit that still waits there opens nothing any more.
    remove_file(desk)?;
    let folder = &desk.places.papers;
    let name = FileName::parse(KIT_FILE).map_err(|problem| Refusal::unexpected(&problem))?;
    make_folder(folder).map_err(|problem| Refusal::unexpected(&problem))?;
    let delivered = deliver(folder, &name, &pdf).map_err(|problem| Refusal::unexpected(&problem))?;
    let asked = kit.asked_groups().iter().map(|number| u32::try_from(*number).unwrap_or_default()).collect();
    let saved_to = delivered.path().display().to_string();
    Ok(RecoveryKitView { groups: kit.groups().to_vec(), asked, page, saved_to })
}

/// The two groups that shall be typed back, as kept: each with its number, so that a restart can still ask for it.
pub(crate) fn asked_of(kit: &RecoveryKit) -> Vec<String> {
    let groups = kit.asked_groups().map(|number| (number, kit.groups().get(number - 1)));
    groups.iter().filter_map(|(number, group)| Some(format!("{number}:{}", (*group)?))).collect()
}

/// An asked group as kept, `3:K7QF…`, with its number.
pub(crate) fn numbered(kept: &str) -> (u32, &str) {
    let (number, group) = kept.split_once(':').unwrap_or_default();
    (number.parse().unwrap_or_default(), group)
}

/// The two groups were typed back: the kit is on paper, and its file goes. Whoever came in with the last kit may do it
/// for the next one, too.
pub async fn confirm_kit(desk: &Desk, request: ConfirmKit) -> Result<(), Refusal> {
    if !desk.session.by_kit {
        desk.may(Deed::KeepClinic)?;
    }
    let mut writing = desk.writing().await?;
    let asked = match writing.kit_paper().await? {
        KitPaper::Confirmed => return Ok(()),
        KitPaper::Asked(asked) => asked,
        KitPaper::Missing => return Err(Refusal::new("kit-missing", "There is no kit to type back. Make a new one.")),
    };
    let mut form = Form::default();
    for (place, group) in asked.iter().enumerate() {
        let typed = request.answers.get(place).map(String::as_str).unwrap_or_default();
        if !vault::is_group(numbered(group).1, typed) {
            form.refuse(&format!("answers.{place}"), "this is not that group; read it from the printed kit");
        }
    }
    form.check()?;
    writing.confirm_kit().await?;
    writing.commit().await?;
    remove_file(desk)
}

/// Makes a new kit while none is known to be on paper: the last one was used and the program ended before the next was
/// shown, or its page was lost before it was typed back.
///
/// # Errors
/// `passphrase-wrong`; `kit-on-paper` when there is nothing to replace.
pub async fn make_kit(desk: &Desk, passphrase: &str) -> Result<RecoveryKitView, Refusal> {
    desk.may(Deed::KeepClinic)?;
    if desk.records.reading().await?.kit_paper().await? == KitPaper::Confirmed {
        return Err(Refusal::new("kit-on-paper", "A recovery kit is on paper already, and it is the one in force."));
    }
    desk.confirm_passphrase(passphrase).await?;
    // First the record says that a kit is missing: whatever happens then, it is asked for until it is on paper.
    let mut writing = desk.writing().await?;
    writing.give_up_kit().await?;
    writing.commit().await?;
    let session = Arc::clone(&desk.session);
    let made = blocking(move || session.vault.make_kit()).await?;
    let kit = made.map_err(|problem| Refusal::unexpected(&problem))?;
    let mut writing = desk.writing().await?;
    writing.keep_kit(kit.kit_id, &asked_of(&kit)).await?;
    writing.commit().await?;
    show(desk, &kit).await
}

fn remove_file(desk: &Desk) -> Result<(), Refusal> {
    match std::fs::remove_file(desk.places.papers.join(KIT_FILE)) {
        // Moved away by hand: that is where it should be.
        Err(problem) if problem.kind() != ErrorKind::NotFound => Err(Refusal::new(
            "kit-file-stays",
            format!("The file {KIT_FILE} could not be removed from the papers' folder. Remove it by hand."),
        )),
        _ => Ok(()),
    }
}
