//! A month's procedures as a table for somebody outside: without identities, unless a urologist allows them.

mod overrides;
mod table;

use crate::form::Form;
use crate::{Deed, Desk, Refusal, permission};
use chrono::NaiveDate;
pub use clinic::export::ExportContents;
use clinic::ids::StaffId;
use delivery::folder::{self, FileName, FolderRefusal};
pub use records::export::ExportView;
use records::export::{ExportOverride, ExportProcedure, NewExport};
use records::{Event, Reading};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
pub use table::FieldView;

/// Which table somebody thinks of.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PreviewExport {
    /// Which table.
    pub contents: ExportContents,
    /// The month of the visits, `2026-11`.
    pub month: String,
    /// With names, numbers and dates.
    pub identified: bool,
}

/// What the table would be, before it is made. Nobody's data is shown.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportPreview {
    /// How many procedures or overrides.
    pub rows: u32,
    /// Its columns.
    pub fields: Vec<FieldView>,
    /// What to think about before it is given away.
    pub warning: Option<String>,
    /// Where the file would be put when no other folder is chosen.
    pub folder: String,
    /// This person alone may not make it: a urologist has to confirm.
    pub needs_urologist: bool,
}

/// A table to be made. It holds passphrases, so it is never shown.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MakeExport {
    /// Which table.
    pub contents: ExportContents,
    /// The month of the visits, `2026-11`.
    pub month: String,
    /// With names, numbers and dates.
    pub identified: bool,
    /// What it is for and for whom, in words.
    pub purpose: String,
    /// An existing folder; without one, the vault's own for exports.
    pub folder: Option<String>,
    /// The passphrase of the person at the desk.
    pub passphrase: String,
    /// The urologist who allows identities.
    pub second_name: Option<String>,
    /// And their passphrase.
    pub second_passphrase: Option<String>,
}

/// What the table would have, and of how many.
pub async fn preview(desk: &Desk, request: PreviewExport) -> Result<ExportPreview, Refusal> {
    desk.may(deed(request.identified))?;
    without_identities(request.contents, request.identified)?;
    let month = read_month(desk, &request.month).map_err(|words| Refusal::field("month", "fields", words))?;
    let rows = Rows::read(&mut desk.records.reading().await?, request.contents, &month).await?;
    Ok(ExportPreview {
        rows: rows.count(),
        fields: rows.fields(request.identified),
        warning: if request.identified { None } else { rows.warning() },
        folder: desk.places.exports.display().to_string(),
        needs_urologist: request.identified && !is_urologist(desk),
    })
}

/// Makes the table, writes it down, and puts it into its folder. Nothing that stands there is ever replaced.
pub async fn make(desk: &Desk, request: MakeExport) -> Result<ExportView, Refusal> {
    desk.may(deed(request.identified))?;
    without_identities(request.contents, request.identified)?;
    let mut form = Form::default();
    let month = form.read("month", read_month(desk, &request.month));
    let purpose = form.read("purpose", read_purpose(&request.purpose));
    let folder = form.read("folder", read_folder(desk, request.folder.as_deref()));
    let (Some(month), Some(purpose), Some(folder)) = (month, purpose, folder) else { return Err(form.refusal()) };
    desk.confirm_passphrase(&request.passphrase).await?;
    let confirmed_by = if request.identified { Some(confirming_urologist(desk, &request).await?) } else { None };

    let mut writing = desk.writing().await?;
    let rows = Rows::read(&mut writing, request.contents, &month).await?;
    if rows.count() == 0 {
        return Err(Refusal::field("month", "nothing-to-export", rows.nothing()));
    }
    let bytes = rows.table(request.identified)?;
    let name = free_name(&folder, request.contents, &month, request.identified)?;
    let export = NewExport {
        id: writing.id(),
        contents: request.contents,
        identified: request.identified,
        confirmed_by,
        purpose,
        fields: rows.fields(request.identified).into_iter().map(|field| field.name).collect(),
        rows: rows.count(),
        target: folder.join(name.as_str()).display().to_string(),
        sha256: Sha256::digest(&bytes).to_vec(),
        month,
    };
    writing.keep_export(&export).await?;
    // Written down before the file has its name: a table that left without a trace would be the worse of the two.
    writing.commit().await?;
    if let Err(problem) = folder::deliver(&folder, &name, &bytes) {
        let mut writing = desk.writing().await?;
        writing.note(Event::seen("export.failed", format!("export/{}", export.id), &problem.to_string())).await?;
        writing.commit().await?;
        return Err(folder_refusal(&problem));
    }
    let ledger = desk.records.reading().await?.exports().await?;
    ledger.into_iter().find(|row| row.export_id == export.id).ok_or_else(|| Refusal::not_found("export"))
}

/// Every table that left, the newest first.
pub async fn ledger(desk: &Desk) -> Result<Vec<ExportView>, Refusal> {
    desk.may(Deed::ExportDeidentified)?;
    Ok(desk.records.reading().await?.exports().await?)
}

/// What a table is made of.
enum Rows {
    Procedures(Vec<ExportProcedure>),
    Overrides(Vec<ExportOverride>),
}

impl Rows {
    async fn read(reading: &mut Reading, contents: ExportContents, month: &str) -> Result<Self, Refusal> {
        Ok(match contents {
            ExportContents::Procedures => Self::Procedures(reading.procedures_of_month(month).await?),
            ExportContents::Overrides => Self::Overrides(reading.overrides_of_month(month).await?),
        })
    }

    fn count(&self) -> u32 {
        let count = match self {
            Self::Procedures(rows) => rows.len(),
            Self::Overrides(rows) => rows.len(),
        };
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    fn fields(&self, identified: bool) -> Vec<FieldView> {
        match self {
            Self::Procedures(_) => table::fields(identified),
            Self::Overrides(_) => overrides::fields(),
        }
    }

    fn warning(&self) -> Option<String> {
        match self {
            Self::Procedures(rows) => table::warning(rows),
            Self::Overrides(rows) => overrides::warning(rows),
        }
    }

    const fn nothing(&self) -> &'static str {
        match self {
            Self::Procedures(_) => "No procedure was begun in this month.",
            Self::Overrides(_) => "Nothing was overridden in this month.",
        }
    }

    fn table(&self, identified: bool) -> Result<Vec<u8>, Refusal> {
        match self {
            Self::Procedures(rows) if identified => table::identified(rows),
            Self::Procedures(rows) => table::deidentified(rows, &chances(rows.len())?),
            Self::Overrides(rows) => overrides::deidentified(rows, &chances(rows.len())?),
        }
    }
}

/// What was overridden is of the urologist, and needs no patient.
fn without_identities(contents: ExportContents, identified: bool) -> Result<(), Refusal> {
    if identified && contents == ExportContents::Overrides {
        return Err(Refusal::field("identified", "never-with-names", "Overrides leave without the names of patients."));
    }
    Ok(())
}

fn deed(identified: bool) -> Deed {
    if identified { Deed::ExportIdentified } else { Deed::ExportDeidentified }
}

fn is_urologist(desk: &Desk) -> bool {
    permission::may(&desk.who.roles, Deed::ConfirmIdentifiedExport)
}

/// Whoever examines may answer for identities alone; anybody else needs a urologist beside them.
async fn confirming_urologist(desk: &Desk, request: &MakeExport) -> Result<StaffId, Refusal> {
    if is_urologist(desk) {
        return Ok(desk.who.staff);
    }
    let name = request.second_name.as_deref().map(str::trim).unwrap_or_default();
    if name.is_empty() {
        return Err(Refusal::field(
            "secondName",
            "second-person-needed",
            "Names leave the house only when a urologist confirms it here with their own name and passphrase.",
        ));
    }
    let passphrase = request.second_passphrase.as_deref().unwrap_or_default();
    let second = desk.second_person(name, passphrase, Deed::ConfirmIdentifiedExport).await;
    second.map(|who| who.staff).map_err(|mut refusal| {
        for field in &mut refusal.fields {
            "secondPassphrase".clone_into(&mut field.field);
        }
        refusal
    })
}

fn read_month(desk: &Desk, text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let first: NaiveDate =
        format!("{text}-01").parse().map_err(|_| "write the month as year-month, such as 2026-11")?;
    if first > desk.today() {
        return Err("this month has not begun");
    }
    Ok(first.format("%Y-%m").to_string())
}

fn read_purpose(text: &str) -> Result<String, &'static str> {
    let purpose = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = (5..=200).contains(&purpose.chars().count());
    if fits { Ok(purpose) } else { Err("say what this table is for and who gets it, in 5 to 200 characters") }
}

fn read_folder(desk: &Desk, text: Option<&str>) -> Result<PathBuf, String> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        folder::make_folder(&desk.places.exports).map_err(|problem| problem.to_string())?;
        return Ok(desk.places.exports.clone());
    };
    let chosen = PathBuf::from(text);
    if chosen.is_absolute() && chosen.is_dir() {
        return Ok(chosen);
    }
    Err("choose a folder that is there, written from the root".to_owned())
}

/// A name nothing has yet. Without identities it names the year alone, because the month of a visit is an identifier.
fn free_name(folder: &Path, contents: ExportContents, month: &str, identified: bool) -> Result<FileName, Refusal> {
    let year = month.get(..4).unwrap_or(month);
    let stem =
        if identified { format!("{contents}-{month}-with-names") } else { format!("{contents}-{year}-without-names") };
    let names = (1..=999_u32).map(|number| match number {
        1 => format!("{stem}.csv"),
        _ => format!("{stem}-{number}.csv"),
    });
    let mut free = names.filter(|name| folder.join(name).symlink_metadata().is_err());
    let name = free.next().ok_or_else(|| {
        Refusal::field("folder", "folder-full", "This folder already holds very many of these tables. Choose another.")
    })?;
    FileName::parse(&name).map_err(|problem| folder_refusal(&problem))
}

fn chances(rows: usize) -> Result<Vec<[u8; 8]>, Refusal> {
    let mut chances = vec![[0; 8]; rows];
    for chance in &mut chances {
        getrandom::fill(chance)
            .map_err(|_| Refusal::new("no-chance", "The system gives no random numbers. Restart it."))?;
    }
    Ok(chances)
}

fn folder_refusal(problem: &FolderRefusal) -> Refusal {
    Refusal::field("folder", "not-written", format!("The table was not written: {problem}. Choose another folder."))
}
