//! The downtime pack: printed while there is power, used when there is none, entered afterwards; its numbers reconcile.

use crate::form::{Form, optional, sentence};
use crate::letterhead::letterhead;
use crate::{Deed, Desk, Refusal};
use clinic::procedure::ProcedureKind;
use clinic::screening::{AskedOf, Group, Kind, Picture, asked};
use clinic::specimen::SpecimenRole;
use delivery::folder::{FileName, deliver, make_folder};
use paperwork::downtime::{DowntimePaper, set_downtime};
use records::Event;
pub use records::downtime::DowntimePack;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// More sets than a pack is good for are a slip of the finger.
const MOST_SETS: u32 = 20;

/// A pack to be printed.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PrintPack {
    /// What its forms are for.
    pub kind: ProcedureKind,
    /// For how many patients, as typed.
    pub sets: String,
}

/// What is left of a pack will not be used.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct VoidPack {
    /// The pack.
    pub pack_id: Uuid,
    /// Why, such as “destroyed, the power is back”.
    pub reason: String,
}

/// A pack that was printed.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PrintedPack {
    /// Every pack, the newest first.
    pub packs: Vec<DowntimePack>,
    /// Where its PDF lies.
    pub saved_to: String,
}

/// Every pack with the fate of its numbers, the newest first.
pub async fn list(desk: &Desk) -> Result<Vec<DowntimePack>, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    Ok(desk.records.reading().await?.downtime_packs().await?)
}

/// Reserves the numbers of a pack and prints its forms to the folder of papers. For an examination alone there are forms
/// and no numbers, so nothing of it has to be reconciled.
///
/// # Errors
/// Beside `sets` when it is no number from 1 to 20; when the paper cannot be set, nothing is reserved.
pub async fn print(desk: &Desk, request: PrintPack) -> Result<PrintedPack, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut form = Form::default();
    let sets = request.sets.trim().parse::<u32>().ok().filter(|sets| (1..=MOST_SETS).contains(sets));
    let sets = form.read("sets", sets.ok_or("write for how many patients, 1 to 20"));
    let Some(sets) = sets else { return Err(form.refusal()) };
    let mut writing = desk.writing().await?;
    let roles = SpecimenRole::planned_for(request.kind).to_vec();
    let numbers = match roles.as_slice() {
        [] => Vec::new(),
        _ => writing.print_pack(request.kind, sets).await?,
    };
    let stem = if let Some(first) = numbers.first() {
        first.compact()
    } else {
        writing.note(Event::seen("downtime.print-forms", request.kind.to_string(), &sets)).await?;
        format!("{}-{}", request.kind, desk.now.local().format("%Y%m%dT%H%M%S"))
    };
    let paper = DowntimePaper {
        letterhead: letterhead(desk, &mut writing).await?,
        procedure: request.kind.title().to_owned(),
        printed_at: desk.now,
        printed_by: desk.who.name.clone(),
        questions: questions(desk, request.kind),
        consent: CONSENT.iter().map(|part| (*part).to_owned()).collect(),
        massage: request.kind.act_on_gland().is_some(),
        roles,
        sets: usize::try_from(sets).unwrap_or_default(),
        numbers,
    };
    let pdf = move || set_downtime(&paper).and_then(|paper| paper.pdf());
    let pdf = tokio::task::spawn_blocking(pdf).await.map_err(|problem| Refusal::unexpected(&problem))?;
    let pdf = pdf.map_err(|refusal| Refusal::new("paper-refused", sentence(&refusal.to_string())))?;
    // Kept before it lies anywhere: no paper carries a number that the next set could get.
    writing.commit().await?;
    let folder = desk.places.papers.clone();
    let saved = tokio::task::spawn_blocking(move || {
        let name = FileName::parse(&format!("downtime-{stem}.pdf"))?;
        make_folder(&folder)?;
        deliver(&folder, &name, &pdf)
    })
    .await
    .map_err(|problem| Refusal::unexpected(&problem))?;
    let saved = saved.map_err(|refusal| {
        let words = format!("{} Void this pack, put that right, and print another.", sentence(&refusal.to_string()));
        Refusal::new("pack-not-saved", words)
    })?;
    Ok(PrintedPack { packs: list(desk).await?, saved_to: saved.path().display().to_string() })
}

/// Voids the numbers of a pack that no tube carries.
///
/// # Errors
/// Beside `reason` when there is none; `nothing-reserved` when every number has its end.
pub async fn void(desk: &Desk, request: VoidPack) -> Result<Vec<DowntimePack>, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut form = Form::default();
    let reason = form.line("reason", optional(Some(request.reason)), 120);
    if reason.is_none() {
        form.refuse("reason", "say what became of the unused labels");
    }
    let (Some(reason), true) = (reason, form.is_clean()) else { return Err(form.refusal()) };
    let mut writing = desk.writing().await?;
    if writing.void_pack(request.pack_id, &reason).await? == 0 {
        return Err(Refusal::new("nothing-reserved", "Every number of this pack has its end already."));
    }
    writing.commit().await?;
    list(desk).await
}

/// The four spoken groups of a consent, as the sealed texts have them.
const CONSENT: [&str; 4] = [
    "What is done and why was explained",
    "Risks, discomfort and alternatives were explained",
    "The right to stop, to a chaperone and to a copy",
    "Questions were answered, and said back in own words",
];

/// What is asked before this procedure, list by list, as check-in asks it of somebody who was never here.
fn questions(desk: &Desk, kind: ProcedureKind) -> Vec<(String, Vec<String>)> {
    let mut picture = Picture::empty(desk.now, clinic::patient::BirthDate::UNKNOWN);
    picture.kind = Some(kind);
    let mut lists: Vec<(Group, Vec<String>)> = Vec::new();
    for item in asked(&picture) {
        let asked_by_hand = matches!(item.asked_of, AskedOf::Patient | AskedOf::Nurse | AskedOf::Urologist);
        let by_word = matches!(item.kind, Kind::Symptom | Kind::YesNo | Kind::Date(_) | Kind::Hours(_));
        if !(asked_by_hand && by_word) {
            continue;
        }
        match lists.iter_mut().find(|(group, _)| *group == item.group) {
            Some((_, questions)) => questions.push(item.question.clone()),
            None => lists.push((item.group, vec![item.question.clone()])),
        }
    }
    lists.into_iter().map(|(group, questions)| (title(group).to_owned(), questions)).collect()
}

const fn title(group: Group) -> &'static str {
    match group {
        Group::Symptoms => "Symptoms",
        Group::Sepsis => "Looks or seems very ill",
        Group::Infection => "Infection",
        Group::Urinary => "Passing urine",
        Group::Anorectal => "Anus and rectum",
        Group::Bleeding => "Bleeding",
        Group::Procedures => "Cancer and procedures",
        Group::Tolerance => "Nerves, heart and posture",
        Group::Allergy => "Allergy",
        Group::Dignity => "Dignity",
        Group::Sample => "What spoils a sample",
        Group::Dipstick => "Urine dipstick, if one was done",
        Group::Finding => "Findings",
    }
}
