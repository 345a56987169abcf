//! What all papers share: whose paper it is, on what size, about whom, and whether its content may be used on people.

use clinic::consent::Identity;
use clinic::consent::signature::{Point, Signature};
use serde::Serialize;

/// Whose paper it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Letterhead {
    /// The clinic's name.
    pub clinic: String,
    /// Its address, a line each; may be empty.
    pub address: Vec<String>,
    /// Its telephone; may be empty.
    pub telephone: String,
    /// The size of its paper.
    pub paper: PaperSize,
    /// Whether the content this paper rests on was adopted.
    pub standing: Standing,
}

/// The size of sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperSize {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    UsLetter,
}

/// Whether a named urologist has adopted the content version a paper rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Adopted.
    Adopted,
    /// Not yet: every page says "not for clinical use".
    NotForClinicalUse,
}

/// The patient as every paper names them: name, birth date, number, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PatientLine {
    /// The whole name as printed.
    pub name: String,
    /// Birth date as it is known: `1961-04-09`, `1961`, `unknown`.
    pub birth_date: String,
    /// The clinic's number.
    pub mrn: String,
    /// Sex for the laboratory, in a word; empty on papers that do not ask for it.
    pub sex: String,
}

impl From<&Identity> for PatientLine {
    fn from(identity: &Identity) -> Self {
        let Identity { name, birth_date, mrn, .. } = identity;
        Self { name: name.clone(), birth_date: birth_date.clone(), mrn: mrn.clone(), sex: String::new() }
    }
}

/// One recorded value with what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What was recorded.
    pub value: String,
}

impl Fact {
    /// A value with its label.
    #[must_use]
    pub fn new(label: &str, value: impl Into<String>) -> Self {
        Self { label: label.to_owned(), value: value.into() }
    }
}

/// A drawn signature: the lines of the pen, in units of its box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ink {
    /// Width of the box.
    pub width: u16,
    /// Height of the box.
    pub height: u16,
    /// Each line as its points.
    pub strokes: Vec<Vec<(u16, u16)>>,
}

impl From<&Signature> for Ink {
    fn from(signature: &Signature) -> Self {
        let (width, height) = signature.size();
        let line = |stroke: &Vec<Point>| stroke.iter().map(|at| (at.x, at.y)).collect();
        let strokes = signature.strokes().iter().filter(|stroke| !stroke.is_empty()).map(line).collect();
        Self { width, height, strokes }
    }
}
