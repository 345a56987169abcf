//! A paper that is set: looked over for what would be lost in print, then written as PDF, SVG pages or dots.

use crate::press::PaperRefusal;
use chrono::{Datelike, Timelike};
use clinic::Moment;
use typst::foundations::{Datetime, Smart};
use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

/// A set paper, whole and legible on every page.
#[derive(Debug, Clone)]
pub struct Typeset {
    document: PagedDocument,
    ident: String,
    at: Moment,
}

/// One page as dots, row by row, `true` where it prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dots {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) black: Vec<bool>,
}

impl Typeset {
    /// Looks over every page: each letter must have a shape, and each line must lie on the paper.
    pub(crate) fn inspect(document: PagedDocument, ident: &str, at: Moment) -> Result<Self, PaperRefusal> {
        for page in document.pages() {
            inspect_frame(&page.frame, Transform::identity(), page.frame.size())?;
        }
        if document.pages().is_empty() {
            return Err(PaperRefusal::Empty);
        }
        Ok(Self { document, ident: ident.to_owned(), at })
    }

    /// The paper as PDF/A-2u. The same paper gives the same bytes.
    ///
    /// # Errors
    /// When the writer fails, which is a fault of ours.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperRefusal> {
        let fault = |what: &str| PaperRefusal::Fault(what.to_owned());
        let standards = PdfStandards::new(&[PdfStandard::A_2u]).map_err(|said| fault(said.message()))?;
        let options = PdfOptions {
            ident: Smart::Custom(self.ident.clone()),
            creator: Smart::Custom(Some("Fourglass".to_owned())),
            timestamp: timestamp(self.at),
            standards,
            ..PdfOptions::default()
        };
        let written = typst_pdf::pdf(&self.document, &options);
        written.map_err(|faults| fault(faults.first().map_or("unknown fault", |first| first.message.as_str())))
    }

    /// How many pages it has.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.document.pages().len()
    }

    /// Each page as SVG, for showing the paper in the window.
    #[must_use]
    pub fn pages_svg(&self) -> Vec<String> {
        self.document.pages().iter().map(|page| typst_svg::svg(page, &SvgOptions::default())).collect()
    }

    /// Each page as dots at `per_inch`, darker than middle grey printing black.
    pub(crate) fn dots(&self, per_inch: f64) -> Vec<Dots> {
        let options = RenderOptions { pixel_per_pt: Scalar::new(per_inch / 72.0), ..RenderOptions::default() };
        self.document
            .pages()
            .iter()
            .map(|page| {
                let picture = typst_render::render(page, &options);
                let black = picture.pixels().iter().map(|dot| {
                    let light = u32::from(dot.red()) + u32::from(dot.green()) + u32::from(dot.blue());
                    // Colours are premultiplied: what is not covered is paper.
                    light + 3 * (255 - u32::from(dot.alpha())) < 3 * 128
                });
                Dots {
                    width: usize::try_from(picture.width()).unwrap_or(0),
                    height: usize::try_from(picture.height()).unwrap_or(0),
                    black: black.collect(),
                }
            })
            .collect()
    }
}

fn timestamp(at: Moment) -> Option<Timestamp> {
    let local = at.local();
    let part = |part: u32| u8::try_from(part).ok();
    let date = Datetime::from_ymd_hms(
        local.year(),
        part(local.month())?,
        part(local.day())?,
        part(local.hour())?,
        part(local.minute())?,
        part(local.second())?,
    )?;
    Timestamp::new_local(date, at.offset_minutes())
}

fn inspect_frame(frame: &Frame, placed: Transform, page: Size) -> Result<(), PaperRefusal> {
    for (at, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let inner = placed.pre_concat(Transform::translate(at.x, at.y)).pre_concat(group.transform);
                inspect_frame(&group.frame, inner, page)?;
            }
            FrameItem::Text(text) => {
                if let Some(missing) = text.glyphs.iter().find(|glyph| glyph.id == 0) {
                    return Err(PaperRefusal::MissingGlyph(text.text[missing.range()].to_owned()));
                }
                let ends = [*at, Point::new(at.x + text.width(), at.y)].map(|point| point.transform(placed));
                if ends.iter().any(|end| is_off(*end, page)) {
                    return Err(PaperRefusal::DoesNotFit(text.text.to_string()));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_off(point: Point, page: Size) -> bool {
    // A hair's breadth, for sums of rounded lengths.
    let hair = Abs::pt(0.05);
    point.x < -hair || point.y < -hair || point.x > page.x + hair || point.y > page.y + hair
}
