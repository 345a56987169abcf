//! The press: one warm Typst engine that knows our templates and fonts and nothing else of the machine.

use crate::typeset::Typeset;
use clinic::Moment;
use serde::Serialize;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

/// Why a paper was not made. Nothing is printed rather than something cut or unreadable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperRefusal {
    /// Something does not fit where it must stand whole.
    #[error("{0} does not fit on the paper")]
    DoesNotFit(String),
    /// Letters that none of the bundled fonts has.
    #[error("no bundled font has the letter “{0}”: write the name in Latin letters beside it")]
    MissingGlyph(String),
    /// The text cannot be put into a bar code of the size there is.
    #[error("“{0}” cannot be written as a bar code here")]
    NotEncodable(String),
    /// The paper would have no content.
    #[error("there is nothing to print")]
    Empty,
    /// A template or the PDF writer failed; a fault of ours.
    #[error("the paper could not be set: {0}")]
    Fault(String),
}

/// The templates, each a file of `templates/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Template {
    Aftercare,
    Label,
    CryoLabel,
    LabelSheet,
    Line,
    Requisition,
    Consent,
    Note,
    Result,
    RecoveryKit,
    Downtime,
    Preparation,
    Letter,
    PatientLetter,
}

impl Template {
    const fn path(self) -> &'static str {
        match self {
            Self::Aftercare => "aftercare.typ",
            Self::Label => "label.typ",
            Self::CryoLabel => "cryo_label.typ",
            Self::LabelSheet => "label_sheet.typ",
            Self::Line => "line.typ",
            Self::Requisition => "requisition.typ",
            Self::Consent => "consent.typ",
            Self::Note => "note.typ",
            Self::Result => "result.typ",
            Self::RecoveryKit => "recovery_kit.typ",
            Self::Downtime => "downtime.typ",
            Self::Preparation => "preparation.typ",
            Self::Letter => "letter.typ",
            Self::PatientLetter => "patient_letter.typ",
        }
    }
}

macro_rules! embedded {
    ($folder:literal: $($name:literal),+ $(,)?) => {
        &[$(($name, include_bytes!(concat!($folder, "/", $name)))),+]
    };
}

const TEMPLATES: &[(&str, &[u8])] = embedded!("../templates":
    "house.typ", "glass.typ", "tube_label.typ", "label.typ", "cryo_label.typ", "label_sheet.typ", "line.typ",
    "requisition.typ", "consent.typ", "note.typ", "result.typ", "recovery_kit.typ", "aftercare.typ", "downtime.typ",
    "preparation.typ", "letter.typ", "patient_letter.typ",
);

/// Inter first; the others for the letters it lacks. Order here is not order of use: templates name that.
const FONTS: &[(&str, &[u8])] = embedded!("../../../assets/fonts":
    "Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf",
    "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf", "NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf",
    "NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf", "NotoSansThai-Regular.ttf",
    "NotoSansThai-Bold.ttf", "NotoSansArmenian-Regular.ttf", "NotoSansArmenian-Bold.ttf",
    "NotoSansGeorgian-Regular.ttf", "NotoSansGeorgian-Bold.ttf",
);

/// Where a template finds its values.
const VALUES: &str = "values.json";

/// Compilations that an unused intermediate result outlives. Labels of one visit share most of theirs.
const KEPT: usize = 8;

struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: Vec<Source>,
    values: FileId,
}

static PRESS: LazyLock<Result<Press, PaperRefusal>> = LazyLock::new(Press::warm);

/// Warms the engine before the first label needs it; a fraction of a second, once.
pub fn warm_up() -> Result<(), PaperRefusal> {
    PRESS.as_ref().map(|_| ()).map_err(Clone::clone)
}

/// Sets `values` in `template`. `ident` names the paper for ever; with `at` it makes the same paper the same bytes.
pub(crate) fn set(
    template: Template,
    values: &impl Serialize,
    ident: &str,
    at: Moment,
) -> Result<Typeset, PaperRefusal> {
    let press = PRESS.as_ref().map_err(Clone::clone)?;
    let values = serde_json::to_vec(values).map_err(|fault| PaperRefusal::Fault(fault.to_string()))?;
    let job = Job { press, main: file_id(template.path())?, values: Bytes::new(values) };
    let result = typst::compile::<PagedDocument>(&job).output;
    typst::comemo::evict(KEPT);
    let document = result.map_err(|faults| refusal(faults.first()))?;
    Typeset::inspect(document, ident, at)
}

/// A template refuses by `assert(.., message: "does not fit: ...")`; everything else is a fault of the template.
fn refusal(fault: Option<&SourceDiagnostic>) -> PaperRefusal {
    let said = fault.map_or("unknown fault", |fault| fault.message.as_str());
    match said.split_once("does not fit: ") {
        Some((_, what)) => PaperRefusal::DoesNotFit(what.to_owned()),
        None => PaperRefusal::Fault(said.to_owned()),
    }
}

fn file_id(path: &str) -> Result<FileId, PaperRefusal> {
    let path = VirtualPath::new(path).map_err(|_| PaperRefusal::Fault(format!("no template {path}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl Press {
    fn warm() -> Result<Self, PaperRefusal> {
        let fonts: Vec<Font> = FONTS.iter().flat_map(|(_, file)| Font::iter(Bytes::new(*file))).collect();
        let templates = TEMPLATES
            .iter()
            .map(|(name, text)| Ok(Source::new(file_id(name)?, String::from_utf8_lossy(text).into_owned())))
            .collect::<Result<_, PaperRefusal>>()?;
        Ok(Self {
            library: LazyHash::new(Library::builder().build()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            templates,
            values: file_id(VALUES)?,
        })
    }
}

/// One compilation: the press with the values of one paper.
struct Job<'press> {
    press: &'press Press,
    main: FileId,
    values: Bytes,
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = self.press.templates.iter().find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.values { Ok(self.values.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
