//! What was found: structured, nothing filled in beforehand; “all unstated findings normal” says what it stated.

use super::gate::{Gate, Tenderness};
use super::nodule::{Nodule, NoduleRefused};
use super::sector::Side;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// What the gloves are of.
    pub enum Glove {
        /// Nitrile.
        Nitrile = "nitrile",
        /// Vinyl.
        Vinyl = "vinyl",
        /// Latex.
        Latex = "latex",
    }
}

words! {
    /// What the finger was covered with.
    pub enum Lubricant {
        /// Plain.
        Plain = "plain",
        /// With lidocaine.
        Lidocaine = "lidocaine",
        /// Another, named in the remarks.
        Other = "other",
    }
}

words! {
    /// How the patient lay or stood.
    pub enum Position {
        /// On the left side.
        LeftLateral = "left-lateral",
        /// On the right side.
        RightLateral = "right-lateral",
        /// Standing, bent forward.
        StandingFlexed = "standing-flexed",
        /// On knees and elbows.
        KneeElbow = "knee-elbow",
        /// On the back.
        Supine = "supine",
    }
}

words! {
    /// The tone of the sphincter.
    pub enum SphincterTone {
        /// Normal.
        Normal = "normal",
        /// Reduced.
        Reduced = "reduced",
        /// Absent.
        Absent = "absent",
        /// Increased, in spasm.
        Spasm = "spasm",
        /// Not assessed.
        NotAssessed = "not-assessed",
    }
}

words! {
    /// Pain at the anus.
    pub enum AnalPain {
        /// None.
        None = "none",
        /// Mild.
        Mild = "mild",
        /// Moderate.
        Moderate = "moderate",
        /// Severe.
        Severe = "severe",
    }
}

words! {
    /// How much of the gland the finger reached.
    pub enum Reached {
        /// All of it.
        Whole = "whole",
        /// Not the base.
        BaseNotReached = "base-not-reached",
        /// The apex only.
        ApexOnly = "apex-only",
        /// Not palpable.
        NotPalpable = "not-palpable",
    }
}

words! {
    /// The two lobes compared.
    pub enum Symmetry {
        /// Alike.
        Symmetric = "symmetric",
        /// The right is larger.
        RightLarger = "right-larger",
        /// The left is larger.
        LeftLarger = "left-larger",
    }
}

words! {
    /// The median sulcus.
    pub enum Sulcus {
        /// Present.
        Present = "present",
        /// Shallow.
        Shallow = "shallow",
        /// Absent.
        Absent = "absent",
    }
}

words! {
    /// The edges of the gland.
    pub enum Margins {
        /// Distinct.
        Distinct = "distinct",
        /// Indistinct on the right.
        IndistinctRight = "indistinct-right",
        /// Indistinct on the left.
        IndistinctLeft = "indistinct-left",
        /// Indistinct on both sides.
        IndistinctBoth = "indistinct-both",
    }
}

words! {
    /// Whether the gland moves.
    pub enum Mobility {
        /// Mobile.
        Mobile = "mobile",
        /// Reduced.
        Reduced = "reduced",
        /// Fixed.
        Fixed = "fixed",
    }
}

words! {
    /// The seminal vesicles.
    pub enum SeminalVesicles {
        /// Not palpable, as is normal.
        NotPalpable = "not-palpable",
        /// Palpable.
        Palpable = "palpable",
        /// Indurated.
        Indurated = "indurated",
        /// Not reached.
        NotReached = "not-reached",
    }
}

words! {
    /// A mass in the rectum.
    pub enum RectalMass {
        /// None.
        None = "none",
        /// Present: refer.
        Present = "present",
    }
}

words! {
    /// What the glove showed.
    pub enum BloodOnGlove {
        /// None.
        None = "none",
        /// A streak.
        Streak = "streak",
        /// Frank blood.
        Frank = "frank",
        /// Melaena.
        Melaena = "melaena",
    }
}

words! {
    /// The examiner's summary.
    pub enum Impression {
        /// Benign, normal.
        Normal = "normal",
        /// Enlarged, feels benign.
        EnlargedBenign = "enlarged-benign",
        /// Inflamed.
        Inflamed = "inflamed",
        /// Abnormal, suspicious.
        Suspicious = "suspicious",
        /// Indeterminate.
        Indeterminate = "indeterminate",
    }
}

/// The findings as they come in: what is open is open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StatedFindings {
    /// “All unstated findings normal”: one explicit act.
    pub unstated_normal: bool,
    /// “All other sectors normal”: one explicit act.
    pub other_sectors_normal: bool,
    /// Size by finger in mL (1 g is taken as 0.95 mL by the person, not here), 5 to 300; always stated.
    pub size_ml: Option<u16>,
    /// Gloves.
    pub glove: Option<Glove>,
    /// Lubricant.
    pub lubricant: Option<Lubricant>,
    /// Position.
    pub position: Option<Position>,
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
    /// Seminal vesicles.
    pub seminal_vesicles: Option<SeminalVesicles>,
    /// Rectal mass.
    pub rectal_mass: Option<RectalMass>,
    /// Blood on the glove.
    pub blood_on_glove: Option<BloodOnGlove>,
    /// The patient's pain during the examination, 0 to 10.
    pub pain_nrs: Option<u8>,
    /// The examiner's summary.
    pub impression: Option<Impression>,
    /// Anything else, in words.
    pub remarks: Option<String>,
}

/// The findings, complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Findings {
    /// Estimate by finger in mL.
    pub size_ml: u16,
    /// Gloves, where stated.
    pub glove: Option<Glove>,
    /// Lubricant, where stated.
    pub lubricant: Option<Lubricant>,
    /// Position, where stated.
    pub position: Option<Position>,
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
    /// Seminal vesicles.
    pub seminal_vesicles: SeminalVesicles,
    /// Rectal mass.
    pub rectal_mass: RectalMass,
    /// Blood on the glove.
    pub blood_on_glove: BloodOnGlove,
    /// Pain during the examination, where the patient gave a number.
    pub pain_nrs: Option<u8>,
    /// The examiner's summary.
    pub impression: Impression,
    /// Anything else.
    pub remarks: Option<String>,
    /// The names of the fields that were stated by “all unstated findings normal”.
    pub bundled: Vec<String>,
}

/// Why findings cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExamRefused {
    /// A finding is open, and nobody said that the unstated is normal.
    #[error("state it, or press “all unstated findings normal”")]
    Open(&'static str),
    /// The size is never taken for granted.
    #[error("state the size as felt, 5 to 300 mL")]
    Size,
    /// Tender, and nobody said where.
    #[error("say where the gland is tender")]
    TenderSide,
    /// Not tender, and a side all the same.
    #[error("the gate says that the gland is not tender; take the side back or correct the gate")]
    SideWithoutTenderness,
    /// Beyond the scale.
    #[error("pain is a number from 0 to 10")]
    Pain,
    /// A nodule that cannot be.
    #[error("nodule {}: {}", .0 + 1, .1)]
    Nodule(usize, NoduleRefused),
    /// A nodule, and nothing said of the other sectors.
    #[error("say that all other sectors are normal, or place the other findings")]
    OtherSectors,
    /// The summary says normal over a finding that is not.
    #[error("the summary says normal, but a nodule or mass is recorded; choose another summary")]
    ImpressionContradicts,
    /// Too long.
    #[error("keep the remarks under 2000 characters")]
    Remarks,
}

impl ExamRefused {
    /// The field it stands beside.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::Open(field) => field,
            Self::Size => "sizeMl",
            Self::TenderSide | Self::SideWithoutTenderness => "tenderSide",
            Self::Pain => "painNrs",
            Self::Nodule(..) => "nodules",
            Self::OtherSectors => "otherSectorsNormal",
            Self::ImpressionContradicts => "impression",
            Self::Remarks => "remarks",
        }
    }
}

/// Fills what is unstated when the examiner said so, and keeps account of it.
struct Bundle {
    normal: bool,
    stated: Vec<String>,
    refused: Vec<ExamRefused>,
}

impl Bundle {
    fn take<T: Copy>(&mut self, field: &'static str, stated: Option<T>, normal: T) -> T {
        if stated.is_none() && self.normal {
            self.stated.push(field.to_owned());
        } else if stated.is_none() {
            self.refused.push(ExamRefused::Open(field));
        }
        stated.unwrap_or(normal)
    }
}

impl StatedFindings {
    /// The findings, if they are complete and fit the gate.
    ///
    /// # Errors
    /// Every finding that is open, impossible, or contradicts another.
    pub fn close(self, gate: &Gate) -> Result<Findings, Vec<ExamRefused>> {
        let mut bundle = Bundle { normal: self.unstated_normal, stated: Vec::new(), refused: Vec::new() };
        if !self.size_ml.is_some_and(|size| (5..=300).contains(&size)) {
            bundle.refused.push(ExamRefused::Size);
        }
        let tender = gate.tenderness != Tenderness::None;
        if tender && self.tender_side.is_none() {
            bundle.refused.push(ExamRefused::TenderSide);
        }
        if !tender && self.tender_side.is_some() {
            bundle.refused.push(ExamRefused::SideWithoutTenderness);
        }
        if self.pain_nrs.is_some_and(|pain| pain > 10) {
            bundle.refused.push(ExamRefused::Pain);
        }
        let mut nodules = Vec::new();
        for (place, nodule) in self.nodules.into_iter().enumerate() {
            match nodule.check() {
                Ok(nodule) => nodules.push(nodule),
                Err(why) => bundle.refused.push(ExamRefused::Nodule(place, why)),
            }
        }
        if !self.unstated_normal && !self.other_sectors_normal {
            bundle.refused.push(ExamRefused::OtherSectors);
        }
        let remarks = self.remarks.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        if remarks.as_ref().is_some_and(|text| text.chars().count() > 2000) {
            bundle.refused.push(ExamRefused::Remarks);
        }
        let findings = Findings {
            size_ml: self.size_ml.unwrap_or_default(),
            glove: self.glove,
            lubricant: self.lubricant,
            position: self.position,
            sphincter_tone: bundle.take("sphincterTone", self.sphincter_tone, SphincterTone::Normal),
            anal_pain: bundle.take("analPain", self.anal_pain, AnalPain::None),
            reached: bundle.take("reached", self.reached, Reached::Whole),
            symmetry: bundle.take("symmetry", self.symmetry, Symmetry::Symmetric),
            sulcus: bundle.take("sulcus", self.sulcus, Sulcus::Present),
            margins: bundle.take("margins", self.margins, Margins::Distinct),
            mobility: bundle.take("mobility", self.mobility, Mobility::Mobile),
            tender_side: self.tender_side,
            seminal_vesicles: bundle.take("seminalVesicles", self.seminal_vesicles, SeminalVesicles::NotPalpable),
            rectal_mass: bundle.take("rectalMass", self.rectal_mass, RectalMass::None),
            blood_on_glove: bundle.take("bloodOnGlove", self.blood_on_glove, BloodOnGlove::None),
            pain_nrs: self.pain_nrs,
            impression: bundle.take("impression", self.impression, Impression::Normal),
            remarks,
            bundled: Vec::new(),
            nodules,
        };
        let abnormal = !findings.nodules.is_empty() || findings.rectal_mass == RectalMass::Present;
        if abnormal && findings.impression == Impression::Normal {
            bundle.refused.push(ExamRefused::ImpressionContradicts);
        }
        if bundle.refused.is_empty() {
            Ok(Findings { bundled: bundle.stated, ..findings })
        } else {
            Err(bundle.refused)
        }
    }
}

#[cfg(test)]
mod tests;
