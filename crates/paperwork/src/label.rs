//! The label of one tube: 50.8 by 25.4 mm, one a page or several on a sheet; and 25.4 by 12.7 mm for frozen tubes.
//!
//! In the order in which a laboratory needs them: name, birth date and number, bar code, readable number, role, time and
//! collector, place in the set, source, clinic. What identifies is printed whole or the label is refused.

mod sheet;

pub use sheet::{Stock, set_calibration, set_sheets};

use crate::barcode::{Bars, Square, code128, data_matrix};
use crate::name::forms;
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use clinic::label::LabelContent;
use serde::Serialize;

/// What the template needs of one label.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Values<'label> {
    names: Vec<String>,
    birth_date: String,
    mrn: &'label str,
    bars: Bars,
    square: Square,
    accession: String,
    role: &'static str,
    place: String,
    collected: String,
    collector: &'label str,
    source: &'label str,
    clinic: &'label str,
    storage: &'label str,
    /// What must not be overlooked: a late label, and `print 2` from the second print on. Empty otherwise.
    print: String,
}

/// Sets one label a page, in the order given.
///
/// # Errors
/// When there is none, something that identifies does not fit, or a letter has no shape in the bundled fonts.
pub fn set_labels(labels: &[LabelContent], at: Moment) -> Result<Typeset, PaperRefusal> {
    set(Template::Label, &all_values(labels)?, &ident(labels), at)
}

/// The same for frozen tubes: smaller, and with a square code, for a linear one is too long.
///
/// # Errors
/// As [`set_labels`].
pub fn set_cryo_labels(labels: &[LabelContent], at: Moment) -> Result<Typeset, PaperRefusal> {
    set(Template::CryoLabel, &all_values(labels)?, &ident(labels), at)
}

fn all_values(labels: &[LabelContent]) -> Result<Vec<Values<'_>>, PaperRefusal> {
    if labels.is_empty() { Err(PaperRefusal::Empty) } else { labels.iter().map(values).collect() }
}

fn ident(labels: &[LabelContent]) -> String {
    labels.first().map_or_else(String::new, |first| format!("label {} {}", first.accession, first.serial))
}

fn values(label: &LabelContent) -> Result<Values<'_>, PaperRefusal> {
    Ok(Values {
        names: forms(label.family.as_str(), label.given.as_str()),
        birth_date: label.birth.to_string(),
        mrn: label.mrn.as_str(),
        bars: code128(&label.accession.compact())?,
        square: data_matrix(&label.accession.compact())?,
        accession: label.accession.to_string(),
        role: label.role.code(),
        place: format!("{}/{}", label.position, label.of),
        collected: label.collected_at.label_text(),
        collector: &label.collector_initials,
        source: &label.source,
        clinic: &label.clinic,
        storage: &label.storage,
        print: marks(label).join(" · "),
    })
}

/// What a label says of itself besides its specimen; never cut.
pub(crate) fn marks(label: &LabelContent) -> Vec<String> {
    let late = label.late.then(|| "LATE LABEL".to_owned());
    let again = (label.serial > 1).then(|| format!("print {}", label.serial));
    late.into_iter().chain(again).collect()
}

#[cfg(test)]
pub(crate) mod tests;
