//! The findings are closed: what is open is refused, or filled where the examiner said that the unstated is normal.

use super::{Findings, Mass, StatedFindings};
use crate::exam::gate::{Gate, Inspection, Tenderness};
use crate::exam::refused::ExamRefused;
use crate::exam::sector::Side;
use crate::exam::vocabulary::{
    AnalPain, BloodOnGlove, Impression, Lubricant, Margins, Mobility, Perianal, Reached, RectalMass, Route,
    SeminalVesicles, SphincterTone, Sulcus, Symmetry,
};

/// Fills what is unstated when the examiner said so, and keeps account of it.
struct Bundle {
    normal: bool,
    stated: Vec<String>,
    refused: Vec<ExamRefused>,
}

impl Bundle {
    fn take<T>(&mut self, field: &'static str, stated: Option<T>, normal: T) -> T {
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
    pub fn close(self, gate: &Gate, cancer_known: bool) -> Result<Findings, Vec<ExamRefused>> {
        let mut bundle = Bundle { normal: self.unstated_normal, stated: Vec::new(), refused: Vec::new() };
        bundle.refused.extend(self.contradictions(gate));
        bundle.refused.extend(self.words_missing(cancer_known));
        let size_ml = self.size_ml.or_else(|| self.size_g.map(in_millilitres));
        let [nodules, indurations] = [self.nodules.len(), self.indurations.len()];
        let mut kept = Findings {
            size_ml,
            size_g: self.size_g,
            route: self.route,
            incomplete: words(self.incomplete),
            supervised_by: words(self.supervised_by),
            glove: self.glove,
            lubricant: self.lubricant,
            lubricant_name: words(self.lubricant_name).filter(|_| self.lubricant == Some(Lubricant::Other)),
            position: self.position,
            perianal: Some(bundle.take("perianal", self.perianal, Vec::new())),
            sphincter_tone: bundle.take("sphincterTone", self.sphincter_tone, SphincterTone::Normal),
            anal_pain: bundle.take("analPain", self.anal_pain, AnalPain::None),
            reached: bundle.take("reached", self.reached, Reached::Whole),
            symmetry: bundle.take("symmetry", self.symmetry, Symmetry::Symmetric),
            sulcus: bundle.take("sulcus", self.sulcus, Sulcus::Present),
            margins: bundle.take("margins", self.margins, Margins::Distinct),
            mobility: bundle.take("mobility", self.mobility, Mobility::Mobile),
            tender_side: self.tender_side,
            nodules: Vec::with_capacity(nodules),
            indurations: Vec::with_capacity(indurations),
            seminal_vesicles: bundle.take("seminalVesicles", self.seminal_vesicles, SeminalVesicles::NotPalpable),
            vesicle_side: self.vesicle_side,
            pelvic_floor: self.pelvic_floor,
            rectal_mass: bundle.take("rectalMass", self.rectal_mass, RectalMass::None),
            mass: self.mass,
            stool: self.stool,
            blood_on_glove: bundle.take("bloodOnGlove", self.blood_on_glove, BloodOnGlove::None),
            pain_before: self.pain_before,
            pain_nrs: self.pain_nrs,
            pain_after: self.pain_after,
            impression: bundle.take("impression", self.impression, Impression::Normal),
            suspected_t: self.suspected_t,
            rationale: words(self.rationale),
            arranged: words(self.arranged),
            remarks: words(self.remarks),
            compared_with: None,
            bundled: Vec::new(),
        };
        for (place, nodule) in self.nodules.into_iter().enumerate() {
            match nodule.check() {
                Ok(nodule) => kept.nodules.push(nodule),
                Err(why) => bundle.refused.push(ExamRefused::Nodule(place, why)),
            }
        }
        for (place, area) in self.indurations.into_iter().enumerate() {
            match area.check() {
                Ok(area) => kept.indurations.push(area),
                Err(why) => bundle.refused.push(ExamRefused::Induration(place, why)),
            }
        }
        if kept.impression == Impression::Normal && (nodules + indurations > 0 || kept.is_abnormal()) {
            bundle.refused.push(ExamRefused::ImpressionContradicts);
        }
        if bundle.refused.is_empty() { Ok(Findings { bundled: bundle.stated, ..kept }) } else { Err(bundle.refused) }
    }

    /// What cannot be beside the gate or beside another finding.
    fn contradictions(&self, gate: &Gate) -> Vec<ExamRefused> {
        let tender = gate.tenderness != Tenderness::None;
        let palpable = self.reached != Some(Reached::NotPalpable);
        let sizes = [self.size_ml, self.size_g.map(in_millilitres)];
        let sized = match sizes {
            [Some(size), None] | [None, Some(size)] => (5..=300).contains(&size),
            _ => false,
        };
        let lesions = !self.nodules.is_empty() || !self.indurations.is_empty();
        let felt = matches!(self.seminal_vesicles, Some(SeminalVesicles::Palpable | SeminalVesicles::Indurated));
        let lobes = matches!(self.vesicle_side, Some(Side::Right | Side::Left | Side::Both));
        let present = self.rectal_mass == Some(RectalMass::Present);
        let mass_fits = self.mass.as_ref().is_some_and(Mass::is_possible);
        let pain = [self.pain_before, self.pain_nrs, self.pain_after];
        let sectors_said = self.unstated_normal || self.other_sectors_normal || self.route == Some(Route::Vaginal);
        let wrong = [
            (palpable && !sized, ExamRefused::Size),
            (!palpable && sizes != [None, None], ExamRefused::SizeOfNothing),
            (!palpable && lesions, ExamRefused::LesionOfNothing),
            (tender && self.tender_side.is_none(), ExamRefused::TenderSide),
            (!tender && self.tender_side.is_some(), ExamRefused::SideWithoutTenderness),
            (!self.tells_what_was_seen(gate), ExamRefused::Perianal),
            (felt && !lobes, ExamRefused::VesicleSide),
            (!felt && self.vesicle_side.is_some(), ExamRefused::SideWithoutVesicle),
            (present && !mass_fits, ExamRefused::Mass),
            (!present && self.mass.is_some(), ExamRefused::PlaceWithoutMass),
            (pain.iter().flatten().any(|pain| *pain > 10), ExamRefused::Pain),
            (palpable && !sectors_said, ExamRefused::OtherSectors),
        ];
        wrong.into_iter().filter_map(|(holds, why)| holds.then_some(why)).collect()
    }

    /// The words that a finding asks for, and words that nothing asks for.
    fn words_missing(&self, cancer_known: bool) -> Vec<ExamRefused> {
        let empty = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
        let suspicious = self.impression == Some(Impression::Suspicious);
        let texts = [
            &self.remarks,
            &self.rationale,
            &self.arranged,
            &self.incomplete,
            &self.supervised_by,
            &self.lubricant_name,
        ];
        let long = |text: &&Option<String>| text.as_ref().is_some_and(|text| text.chars().count() > 2000);
        let wrong = [
            (self.lubricant == Some(Lubricant::Other) && empty(&self.lubricant_name), ExamRefused::LubricantName),
            (suspicious && empty(&self.rationale), ExamRefused::Rationale),
            (self.suspected_t.is_some() && !suspicious && !cancer_known, ExamRefused::CategoryNotAsked),
            (texts.iter().any(long), ExamRefused::Remarks),
        ];
        wrong.into_iter().filter_map(|(holds, why)| holds.then_some(why)).collect()
    }

    /// What the gate saw around the anus stands in the findings too.
    fn tells_what_was_seen(&self, gate: &Gate) -> bool {
        let told = |any: &[Perianal]| self.perianal.iter().flatten().any(|one| any.contains(one));
        gate.inspection.iter().all(|seen| match seen {
            Inspection::Clear => true,
            Inspection::Fissure => told(&[Perianal::Fissure]),
            Inspection::ThrombosedHemorrhoid => told(&[Perianal::ThrombosedHemorrhoid]),
            Inspection::Abscess => told(&[Perianal::Abscess, Perianal::Fistula, Perianal::Dermatitis]),
            Inspection::Other => self.perianal.as_ref().is_some_and(|told| !told.is_empty()),
        })
    }
}

impl Mass {
    fn is_possible(&self) -> bool {
        (1..=15).contains(&self.distance_cm) && (1..=12).contains(&self.clock) && (1..=150).contains(&self.size_mm)
    }
}

/// A gland's grams as millilitres: 0.95 mL a gram, to the nearest.
fn in_millilitres(grams: u16) -> u16 {
    u16::try_from((u32::from(grams) * 95 + 50) / 100).unwrap_or(u16::MAX)
}

/// What was written, without blanks around it; nothing when it was blank.
fn words(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}
