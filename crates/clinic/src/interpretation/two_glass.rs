//! The two-glass table, PPMT: urine before and after massage.

use super::four_glass::sentence;
use super::glass::{self, Glass, uropathogen};
use super::{Category, Circumstances, Suggestion, Symptoms, Truth, ten_fold};
use crate::result::{Count, Organism, Standing};
use crate::specimen::SpecimenRole;
use serde::{Deserialize, Serialize};

/// One two-glass set with its results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TwoGlass {
    /// What has to be known beside it.
    pub circumstances: Circumstances,
    /// Midstream urine before massage.
    pub pre_m: Glass,
    /// Urine after massage.
    pub post_m: Glass,
}

impl TwoGlass {
    /// What these results suggest.
    #[must_use]
    pub fn suggest(&self) -> Suggestion {
        let glasses = [("PRE-M", &self.pre_m), ("POST-M", &self.post_m)];
        let suggestion = match self.against(&glasses) {
            Some(because) => anything_else(&because),
            None => self.by_value(),
        };
        suggestion.with_cautions(glass::cautions(&glasses)).weighed(&self.circumstances)
    }

    /// What no value can mend.
    fn against(&self, glasses: &[(&str, &Glass)]) -> Option<String> {
        if self.circumstances.acute {
            return Some("an acute febrile picture stands: that is NIH I by the clinical picture".to_owned());
        }
        let missing = glasses.iter().find(|(_, glass)| !glass.is_cultured());
        let doubtful = glasses.iter().find_map(|(name, glass)| Some(format!("{name}: {}", glass.doubt()?.words())));
        missing.map(|(name, _)| format!("{name} has no culture")).or(doubtful)
    }

    fn by_value(&self) -> Suggestion {
        let after = self.post_m.grown();
        let pathogens = after.iter().filter(|(organism, _)| organism.standing() == Standing::Uropathogen);
        let pathogens: Vec<(&Organism, Count)> = pathogens.copied().collect();
        if let Some((organism, count)) = pathogens.first().filter(|_| self.negative_before() == Truth::Yes) {
            let found = Suggestion::of("two-glass-1", Category::NihII, sentence(&self.said_of(organism)));
            let before: Vec<Count> = self.pre_m.count_of(organism).into_iter().collect();
            let edge = "The limit of the culture before massage is too high to show a ten-fold rise".to_owned();
            return found.with_cautions((ten_fold(*count, &before) != Truth::Yes).then_some(edge));
        }
        let same =
            || pathogens.iter().filter_map(|(organism, count)| Some((*organism, *count, self.before(organism)?)));
        if let Some((organism, ..)) = same().find(|(_, after, before)| ten_fold(*after, &[*before]) == Truth::Yes) {
            let because = format!("{}: at least ten-fold", self.said_of(organism));
            return Suggestion::of("two-glass-2", Category::NihII, sentence(&because));
        }
        if let Some((organism, ..)) = same().next() {
            let because = format!("{}: no ten-fold rise is shown", self.said_of(organism));
            return Suggestion::of("two-glass-3", Category::Bacteriuria, sentence(&because));
        }
        if after.is_empty() {
            return self.without_growth();
        }
        if after.iter().all(|(organism, _)| organism.standing() == Standing::Doubtful) {
            let names = after.iter().map(|(organism, _)| organism.name()).collect::<Vec<_>>().join(", ");
            let because = format!("after massage nothing but {names}");
            let infected = self.pre_m.bacteriuria(uropathogen) != Truth::No;
            let bladder = "PRE-M may hold bacteriuria".to_owned();
            let found = Suggestion::of("two-glass-7", Category::Doubtful, sentence(&because));
            return found.with_cautions(infected.then_some(bladder));
        }
        anything_else("different organisms before and after, or one that is in neither list")
    }

    /// Rows 4 to 6: nothing grew after massage.
    fn without_growth(&self) -> Suggestion {
        let swab = self.post_m.flags.contains(&super::GlassFlag::Swab);
        if self.negative_before() != Truth::Yes || swab {
            return anything_else("something grew before massage and nothing after it, or no count was possible");
        }
        let cells = [("PRE-M", &self.pre_m), ("POST-M", &self.post_m)];
        let cells = cells.map(|(name, glass)| glass.said_of_leukocytes(name)).join(", ");
        let symptoms = self.circumstances.symptoms;
        let because = sentence(&format!("{}; nothing grew; leukocytes: {cells}", symptoms.words()));
        let before = self.pre_m.many_leukocytes(SpecimenRole::Vb2);
        let after = self.post_m.many_leukocytes(SpecimenRole::Vb3);
        let shorter = "The definition of NIH III asks for three of the last six months".to_owned();
        let shorter = (symptoms == Symptoms::Shorter).then_some(shorter);
        match (before, after, symptoms.present()) {
            (Truth::Yes, Truth::Yes, _) => Suggestion::of("two-glass-6", Category::Indeterminate, because),
            (Truth::No, Truth::Yes, Truth::Yes) => {
                Suggestion::of("two-glass-4", Category::NihIIIA, because).with_cautions(shorter)
            }
            (Truth::No, Truth::Yes, Truth::No) => Suggestion::of("two-glass-4", Category::NihIV, because),
            (Truth::No, Truth::No, Truth::Yes) => {
                Suggestion::of("two-glass-5", Category::NihIIIB, because).with_cautions(shorter)
            }
            _ => Suggestion::of("two-glass-8", Category::Indeterminate, because),
        }
    }

    /// Negative before massage: nothing grew, or nothing but usual flora that stays below bacteriuria.
    fn negative_before(&self) -> Truth {
        let flora = self.pre_m.grown().into_iter().map(|(organism, _)| uropathogen(organism.standing()).not());
        let sparse = self.pre_m.bacteriuria(|_| Truth::Yes).not();
        // That nothing grew is negative whatever the limit; the limit is said beside it.
        if self.pre_m.grown().is_empty() { Truth::Yes } else { Truth::all(flora).and(sparse) }
    }

    fn before(&self, organism: &Organism) -> Option<Count> {
        self.pre_m.grown().into_iter().find(|(grew, _)| grew.is(organism)).map(|(_, count)| count)
    }

    fn said_of(&self, organism: &Organism) -> String {
        let glasses = [("PRE-M", &self.pre_m), ("POST-M", &self.post_m)];
        let glasses = glasses.into_iter().filter_map(|(name, glass)| glass.said_of(name, organism));
        format!("{organism}: {} cfu/mL", glasses.collect::<Vec<_>>().join(", "))
    }
}

fn anything_else(because: &str) -> Suggestion {
    Suggestion::of("two-glass-8", Category::Indeterminate, sentence(because))
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_two as check;

    #[test]
    fn row_1_a_uropathogen_that_was_not_there_before() {
        check("lasting; pre no growth; post E. coli 1e4", "two-glass-1 nih-2");
        check("none; pre no growth; post E. coli 200 + CoNS 100", "two-glass-1 nih-2");
        check("lasting; pre CoNS 300; post E. coli 1e4", "two-glass-1 nih-2");
        check("lasting; antibiotic; pre no growth; post E. coli 1e4", "two-glass-1 nih-2");
    }

    #[test]
    fn row_2_the_same_ten_times_over() {
        check("lasting; pre E. coli 1e3; post E. coli 1e4", "two-glass-2 nih-2");
        check("lasting; pre E. coli <1e3; post E. coli >1e5", "two-glass-2 nih-2");
    }

    #[test]
    fn row_3_the_same_without_a_rise_is_bacteriuria() {
        check("lasting; pre E. coli 1e3; post E. coli 9000", "two-glass-3 bacteriuria");
        check("lasting; pre E. coli >1e5; post E. coli >1e5", "two-glass-3 bacteriuria");
        check("lasting; pre E. coli 1e3; post E. coli some", "two-glass-3 bacteriuria");
    }

    #[test]
    fn row_4_leukocytes_only_after_massage() {
        let clean = "pre no growth, wbc 9; post no growth, wbc 10";
        check(&format!("lasting; {clean}"), "two-glass-4 nih-3a");
        check(&format!("shorter; {clean}"), "two-glass-4 nih-3a");
        check(&format!("none; {clean}"), "two-glass-4 nih-4");
        check(&format!("not-known; {clean}"), "two-glass-8 indeterminate");
        check(&format!("lasting; antibiotic; {clean}"), "two-glass-4 nih-3a antibiotic-7d");
    }

    #[test]
    fn row_5_neither_bacteria_nor_leukocytes() {
        check("lasting; pre no growth, wbc 2; post no growth, wbc 3", "two-glass-5 nih-3b");
        check("lasting; late; pre no growth, wbc 2; post no growth, wbc 3", "two-glass-5 nih-3b late-massage-to-urine");
        check("none; pre no growth, wbc 2; post no growth, wbc 3", "two-glass-8 indeterminate");
    }

    #[test]
    fn row_6_leukocytes_before_and_after() {
        check("lasting; pre no growth, wbc 20; post no growth, wbc 30", "two-glass-6 indeterminate");
    }

    #[test]
    fn row_7_nothing_but_flora_after_massage() {
        check("lasting; pre no growth; post CoNS 1e4", "two-glass-7 doubtful");
        check("lasting; pre E. coli 1e4; post CoNS 1e4 + diphtheroids 100", "two-glass-7 doubtful");
    }

    #[test]
    fn row_8_anything_else() {
        check("lasting; pre K. pneumoniae 1e4; post E. coli 1e5", "two-glass-8 indeterminate");
        check("lasting; pre CoNS 1e4; post E. coli 1e5", "two-glass-8 indeterminate");
        check("lasting; pre no growth, wbc 2; post no growth", "two-glass-8 indeterminate");
        check("lasting; pre no growth, wbc 20; post no growth, wbc 2", "two-glass-8 indeterminate");
        check("lasting; pre E. coli 1e4; post no growth", "two-glass-8 indeterminate");
        check("lasting; pre no growth; post Candida albicans 1e5", "two-glass-8 indeterminate");
        check("lasting; pre no growth", "two-glass-8 indeterminate");
        check("lasting; pre no growth; post E. coli 1e5, identity", "two-glass-8 indeterminate");
        check("acute; pre no growth; post E. coli 1e5", "two-glass-8 indeterminate");
    }
}
