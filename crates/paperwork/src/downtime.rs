//! The downtime pack: blank forms for the hours without a screen, one set a patient, with its reserved labels to be cut out.

use crate::barcode::{Bars, code128};
use crate::letterhead::Letterhead;
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use clinic::accession::Accession;
use clinic::specimen::SpecimenRole;
use serde::Serialize;

/// A pack to be printed.
#[derive(Debug, Clone)]
pub struct DowntimePaper {
    /// The clinic.
    pub letterhead: Letterhead,
    /// The procedure its forms are for.
    pub procedure: String,
    /// When it was printed.
    pub printed_at: Moment,
    /// By whom.
    pub printed_by: String,
    /// The questions of the safety screen, each under its list.
    pub questions: Vec<(String, Vec<String>)>,
    /// What the patient agrees to, in the words of the consent: its parts.
    pub consent: Vec<String>,
    /// Whether a massage or strokes are part of it.
    pub massage: bool,
    /// How many sets of forms.
    pub sets: usize,
    /// One number a set; none where nothing is collected.
    pub numbers: Vec<Accession>,
    /// The glasses of a set, in order.
    pub roles: Vec<SpecimenRole>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Values<'a> {
    letterhead: &'a Letterhead,
    procedure: &'a str,
    printed: String,
    questions: Vec<Group<'a>>,
    consent: &'a [String],
    massage: bool,
    sets: Vec<Set>,
}

#[derive(Serialize)]
struct Group<'a> {
    title: &'a str,
    questions: &'a [String],
}

#[derive(Serialize)]
struct Set {
    /// Empty where nothing is collected.
    number: String,
    labels: Vec<Blank>,
}

#[derive(Serialize)]
struct Blank {
    role: &'static str,
    accession: String,
    bars: Bars,
}

/// Sets a pack: three pages a patient, or two where nothing is collected.
///
/// # Errors
/// When it has no sets, a set that collects has no number, or something does not fit.
pub fn set_downtime(paper: &DowntimePaper) -> Result<Typeset, PaperRefusal> {
    let collects = !paper.roles.is_empty();
    if paper.sets == 0 || (collects && paper.numbers.len() != paper.sets) {
        return Err(PaperRefusal::Empty);
    }
    let blank = || Set { number: String::new(), labels: Vec::new() };
    let sets = paper.numbers.iter().filter(|_| collects).map(|number| {
        let tubes = paper.roles.iter().filter_map(|role| Some((role, number.tube(*role)?)));
        let labels = tubes.map(|(role, tube)| {
            Ok(Blank { role: role.code(), accession: tube.to_string(), bars: code128(&tube.compact())? })
        });
        Ok(Set { number: number.to_string(), labels: labels.collect::<Result<_, PaperRefusal>>()? })
    });
    let values = Values {
        letterhead: &paper.letterhead,
        procedure: &paper.procedure,
        printed: format!("printed {} by {}", paper.printed_at.label_text(), paper.printed_by),
        questions: paper.questions.iter().map(|(title, questions)| Group { title, questions }).collect(),
        consent: &paper.consent,
        massage: paper.massage,
        sets: if collects {
            sets.collect::<Result<_, PaperRefusal>>()?
        } else {
            std::iter::repeat_with(blank).take(paper.sets).collect()
        },
    };
    let title = paper.numbers.first().map_or_else(|| paper.procedure.clone(), Accession::to_string);
    set(Template::Downtime, &values, &format!("downtime pack {title}"), paper.printed_at)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::label::tests::{now, scan};
    use crate::requisition::tests::letterhead;
    use rxing::BarcodeFormat;

    pub(crate) fn paper() -> DowntimePaper {
        let questions = vec!["Shaking chills in the last 24 hours".to_owned(), "Burning when passing urine".to_owned()];
        DowntimePaper {
            letterhead: letterhead(),
            procedure: "Four-glass test".to_owned(),
            printed_at: now(),
            printed_by: "Ruth Okafor".to_owned(),
            questions: vec![("Symptoms".to_owned(), questions)],
            consent: vec!["What and why".to_owned(), "Risks and alternatives".to_owned()],
            massage: true,
            sets: 2,
            numbers: [7, 8].map(|counter| Accession::new('U', 2026, counter, 0).unwrap()).to_vec(),
            roles: SpecimenRole::FOUR_GLASS.to_vec(),
        }
    }

    #[test]
    fn every_set_has_its_three_pages_and_labels_that_can_be_scanned() {
        let typeset = set_downtime(&paper()).unwrap();
        assert_eq!(typeset.page_count(), 6);
        let number = Accession::new('U', 2026, 7, 0).unwrap();
        let read = scan(&typeset, 2, 300.0, BarcodeFormat::CODE_128);
        assert!(
            SpecimenRole::FOUR_GLASS.iter().any(|role| number.tube(*role).is_some_and(|tube| tube.compact() == read)),
            "{read}"
        );
        assert!(matches!(set_downtime(&DowntimePaper { numbers: Vec::new(), ..paper() }), Err(PaperRefusal::Empty)));
        let dre = DowntimePaper { numbers: Vec::new(), roles: Vec::new(), massage: false, ..paper() };
        assert_eq!(set_downtime(&dre).unwrap().page_count(), 4, "nothing is collected, so there is no third page");
    }
}
