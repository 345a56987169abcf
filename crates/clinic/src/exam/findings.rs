//! What was found: structured, nothing filled in beforehand; “all unstated findings normal” says what it stated.

use super::category::ClinicalT;
use super::induration::Induration;
use super::nodule::Nodule;
use super::sector::Side;
use super::vocabulary::{
    AnalPain, BloodOnGlove, Glove, Impression, Lubricant, Margins, Mobility, PelvicFloor, Perianal, Position, Reached,
    RectalMass, Route, SeminalVesicles, SphincterTone, Stool, Sulcus, Symmetry,
};
use crate::ids::ExamId;
use serde::{Deserialize, Serialize};

/// Where a mass of the rectum lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Mass {
    /// From the anal verge, 1 to 15 cm.
    pub distance_cm: u8,
    /// Hour of the clock with the patient on their back, 1 to 12.
    pub clock: u8,
    /// Greatest diameter in mm, 1 to 150.
    pub size_mm: u16,
    /// It does not move.
    pub fixed: bool,
}

/// The findings as they come in: what is open is open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StatedFindings {
    /// “All unstated findings normal”: one explicit act.
    pub unstated_normal: bool,
    /// “All other sectors normal”: one explicit act.
    pub other_sectors_normal: bool,
    /// Size by finger in mL, 5 to 300; stated here or in g whenever the gland is palpable.
    pub size_ml: Option<u16>,
    /// The same in g, where the examiner thinks in g; kept beside its 0.95 mL a g.
    pub size_g: Option<u16>,
    /// By which way.
    pub route: Option<Route>,
    /// Why the examination was not completed, when it was not.
    pub incomplete: Option<String>,
    /// Who supervised the examiner.
    pub supervised_by: Option<String>,
    /// Gloves.
    pub glove: Option<Glove>,
    /// Lubricant.
    pub lubricant: Option<Lubricant>,
    /// The name of another lubricant.
    pub lubricant_name: Option<String>,
    /// Position.
    pub position: Option<Position>,
    /// What was seen around the anus; an empty list says that it was normal.
    pub perianal: Option<Vec<Perianal>>,
    /// Sphincter tone.
    pub sphincter_tone: Option<SphincterTone>,
    /// Pain at the anus.
    pub anal_pain: Option<AnalPain>,
    /// How much was reached.
    pub reached: Option<Reached>,
    /// Symmetry.
    pub symmetry: Option<Symmetry>,
    /// Sulcus.
    pub sulcus: Option<Sulcus>,
    /// Margins.
    pub margins: Option<Margins>,
    /// Mobility.
    pub mobility: Option<Mobility>,
    /// Where the gland is tender; asked when the gate says that it is.
    pub tender_side: Option<Side>,
    /// Nodules.
    pub nodules: Vec<Nodule>,
    /// Indurated areas.
    #[serde(default)]
    pub indurations: Vec<Induration>,
    /// Seminal vesicles.
    pub seminal_vesicles: Option<SeminalVesicles>,
    /// On which side a vesicle is felt.
    pub vesicle_side: Option<Side>,
    /// The floor of the pelvis.
    pub pelvic_floor: Option<PelvicFloor>,
    /// Rectal mass.
    pub rectal_mass: Option<RectalMass>,
    /// Where it lies.
    pub mass: Option<Mass>,
    /// Stool.
    pub stool: Option<Stool>,
    /// Blood on the glove.
    pub blood_on_glove: Option<BloodOnGlove>,
    /// The patient's pain before the examination, 0 to 10.
    pub pain_before: Option<u8>,
    /// During it.
    pub pain_nrs: Option<u8>,
    /// After it.
    pub pain_after: Option<u8>,
    /// The examiner's summary.
    pub impression: Option<Impression>,
    /// The clinical T category that the examiner suspects, where it is asked.
    pub suspected_t: Option<ClinicalT>,
    /// Why.
    pub rationale: Option<String>,
    /// What is arranged where a finding asks for somebody else.
    pub arranged: Option<String>,
    /// Anything else, in words.
    pub remarks: Option<String>,
}

/// The findings, complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Findings {
    /// Estimate by finger in mL; none where the gland was not palpable.
    pub size_ml: Option<u16>,
    /// As it was stated in g.
    pub size_g: Option<u16>,
    /// By which way, where stated.
    pub route: Option<Route>,
    /// Why it was not completed.
    pub incomplete: Option<String>,
    /// Who supervised.
    pub supervised_by: Option<String>,
    /// Gloves, where stated.
    pub glove: Option<Glove>,
    /// Lubricant, where stated.
    pub lubricant: Option<Lubricant>,
    /// Its name, where it is another.
    pub lubricant_name: Option<String>,
    /// Position, where stated.
    pub position: Option<Position>,
    /// What was seen around the anus; none in records made before it was asked here.
    pub perianal: Option<Vec<Perianal>>,
    /// Sphincter tone.
    pub sphincter_tone: SphincterTone,
    /// Pain at the anus.
    pub anal_pain: AnalPain,
    /// How much was reached.
    pub reached: Reached,
    /// Symmetry.
    pub symmetry: Symmetry,
    /// Sulcus.
    pub sulcus: Sulcus,
    /// Margins.
    pub margins: Margins,
    /// Mobility.
    pub mobility: Mobility,
    /// Where the gland is tender.
    pub tender_side: Option<Side>,
    /// Nodules.
    pub nodules: Vec<Nodule>,
    /// Indurated areas.
    #[serde(default)]
    pub indurations: Vec<Induration>,
    /// Seminal vesicles.
    pub seminal_vesicles: SeminalVesicles,
    /// On which side one is felt.
    pub vesicle_side: Option<Side>,
    /// The floor of the pelvis, where stated.
    pub pelvic_floor: Option<PelvicFloor>,
    /// Rectal mass.
    pub rectal_mass: RectalMass,
    /// Where it lies.
    pub mass: Option<Mass>,
    /// Stool, where stated.
    pub stool: Option<Stool>,
    /// Blood on the glove.
    pub blood_on_glove: BloodOnGlove,
    /// Pain before the examination, where the patient gave a number.
    pub pain_before: Option<u8>,
    /// During it.
    pub pain_nrs: Option<u8>,
    /// After it.
    pub pain_after: Option<u8>,
    /// The examiner's summary.
    pub impression: Impression,
    /// The clinical T category that is suspected.
    pub suspected_t: Option<ClinicalT>,
    /// Why.
    pub rationale: Option<String>,
    /// What is arranged.
    pub arranged: Option<String>,
    /// The earlier examination that lay beside this one.
    pub compared_with: Option<ExamId>,
    /// Anything else.
    pub remarks: Option<String>,
    /// The names of the fields that were stated by “all unstated findings normal”.
    pub bundled: Vec<String>,
}

impl Findings {
    /// Something that no summary may call normal.
    fn is_abnormal(&self) -> bool {
        self.rectal_mass == RectalMass::Present
            || self.mobility == Mobility::Fixed
            || self.seminal_vesicles == SeminalVesicles::Indurated
            || matches!(self.blood_on_glove, BloodOnGlove::Frank | BloodOnGlove::Melaena)
    }

    /// The same findings as somebody would state them.
    #[must_use]
    pub fn stated(&self) -> StatedFindings {
        let kept = self.clone();
        StatedFindings {
            unstated_normal: false,
            other_sectors_normal: true,
            size_ml: kept.size_ml.filter(|_| kept.size_g.is_none()),
            size_g: kept.size_g,
            route: kept.route,
            incomplete: kept.incomplete,
            supervised_by: kept.supervised_by,
            glove: kept.glove,
            lubricant: kept.lubricant,
            lubricant_name: kept.lubricant_name,
            position: kept.position,
            perianal: kept.perianal,
            sphincter_tone: Some(kept.sphincter_tone),
            anal_pain: Some(kept.anal_pain),
            reached: Some(kept.reached),
            symmetry: Some(kept.symmetry),
            sulcus: Some(kept.sulcus),
            margins: Some(kept.margins),
            mobility: Some(kept.mobility),
            tender_side: kept.tender_side,
            nodules: kept.nodules,
            indurations: kept.indurations,
            seminal_vesicles: Some(kept.seminal_vesicles),
            vesicle_side: kept.vesicle_side,
            pelvic_floor: kept.pelvic_floor,
            rectal_mass: Some(kept.rectal_mass),
            mass: kept.mass,
            stool: kept.stool,
            blood_on_glove: Some(kept.blood_on_glove),
            pain_before: kept.pain_before,
            pain_nrs: kept.pain_nrs,
            pain_after: kept.pain_after,
            impression: Some(kept.impression),
            suspected_t: kept.suspected_t,
            rationale: kept.rationale,
            arranged: kept.arranged,
            remarks: kept.remarks,
        }
    }
}

mod close;

#[cfg(test)]
mod tests;
