//! The four-glass decision table: ten rows, of which the first that holds is the suggestion.
//!
//! What stays open is not taken for a no: a category that says “nothing was localised” is suggested only when no row for
//! bacteria before it could still hold.

use super::glass::{self, Glass, uropathogen};
use super::{Category, Circumstances, Suggestion, Truth, ten_fold};
use crate::result::{Count, Organism, Standing};
use crate::specimen::SpecimenRole;
use serde::{Deserialize, Serialize};

/// One four-glass set with its results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FourGlass {
    /// What has to be known beside it.
    pub circumstances: Circumstances,
    /// First-void urine.
    pub vb1: Glass,
    /// Midstream urine.
    pub vb2: Glass,
    /// Secretion.
    pub eps: Glass,
    /// Urine after massage.
    pub vb3: Glass,
}

impl FourGlass {
    /// What these results suggest.
    #[must_use]
    pub fn suggest(&self) -> Suggestion {
        let (circumstances, cautions) = (&self.circumstances, glass::cautions(&self.named()));
        if let Some(suggestion) = self.before_any_value() {
            return suggestion.with_cautions(cautions);
        }
        let suggestion = self.by_value().with_cautions(cautions).weighed(circumstances);
        match suggestion.category {
            Category::Indeterminate => suggestion,
            _ if self.vb1.is_cultured() => suggestion,
            _ => {
                let mut suggestion = suggestion;
                suggestion.provisional.insert(0, glass::missing("VB1"));
                suggestion
            }
        }
    }

    fn named(&self) -> [(&'static str, &Glass); 4] {
        [("VB1", &self.vb1), ("VB2", &self.vb2), ("EPS", &self.eps), ("VB3", &self.vb3)]
    }

    /// Rows 1 and 2: what no value can mend.
    fn before_any_value(&self) -> Option<Suggestion> {
        if self.circumstances.acute {
            let because = "An acute febrile picture, or a rule that says acute prostatitis, stands at this visit.";
            return Some(Suggestion::of("four-glass-1", Category::NihI, because.to_owned()));
        }
        let mut reasons = Vec::new();
        if !self.vb2.is_cultured() {
            reasons.push("VB2 has no culture".to_owned());
        }
        if !self.eps.is_cultured() && !self.vb3.is_cultured() {
            reasons.push("neither EPS nor VB3 has a culture".to_owned());
        }
        let doubts = self.named().into_iter().filter_map(|(name, glass)| Some((name, glass.doubt()?)));
        reasons.extend(doubts.map(|(name, flag)| format!("{name}: {}", flag.words())));
        (!reasons.is_empty())
            .then(|| Suggestion::of("four-glass-2", Category::NotInterpretable, sentence(&reasons.join("; "))))
    }

    /// Rows 3 to 10.
    fn by_value(&self) -> Suggestion {
        let infected = self.infected_bladder();
        if let (Truth::Yes, Some(organism)) = infected {
            let because = format!("{}; no ten-fold rise after massage is shown", self.said_of(organism));
            return Suggestion::of("four-glass-3", Category::Bacteriuria, sentence(&because));
        }
        let (pathogen, flora) = (self.localised(uropathogen), self.localised(doubtful));
        let symptoms = self.circumstances.symptoms;
        let two = (symptoms.present().and(pathogen.0), pathogen.1);
        let urethra = self.urethra();
        if let (Truth::Yes, Some(organism)) = urethra {
            return self.urethral(organism, two);
        }
        if let (Truth::Yes, Some(organism)) = two {
            let because = format!("{}; {}: at least ten-fold", symptoms.words(), self.said_of(organism));
            return Suggestion::of("four-glass-5", Category::NihII, sentence(&because));
        }
        if let (Truth::Yes, Some(organism)) = flora {
            let because = format!("{}: at least ten-fold, of an organism that is usual flora", self.said_of(organism));
            return Suggestion::of("four-glass-6", Category::Doubtful, sentence(&because));
        }
        let mut open = Vec::new();
        let mut leave_open = |row: u8, truth: Truth, organism: Option<&Organism>| {
            if truth == Truth::Open {
                let values = organism.map_or_else(|| "the counts".to_owned(), |organism| self.said_of(organism));
                open.push(format!("row {row} is open, {values}"));
            }
        };
        leave_open(3, infected.0, infected.1);
        leave_open(5, two.0, two.1);
        leave_open(6, flora.0, flora.1);
        if !open.is_empty() {
            let because = format!("these values do not decide: {}", open.join("; "));
            return Suggestion::of("four-glass-10", Category::Indeterminate, sentence(&because));
        }
        self.without_localisation(pathogen.0, flora.0).with_cautions(self.beside(urethra.0))
    }

    /// Rows 7 to 10: nothing was localised.
    fn without_localisation(&self, pathogen: Truth, flora: Truth) -> Suggestion {
        let symptoms = self.circumstances.symptoms;
        let cells = [("EPS", &self.eps), ("VB3", &self.vb3), ("VB2", &self.vb2)];
        let cells = cells.map(|(name, glass)| glass.said_of_leukocytes(name)).join(", ");
        let because = |what: &str| sentence(&format!("{}; {what}; leukocytes: {cells}", symptoms.words()));
        let inflamed = self.inflamed();
        if symptoms.lasting().and(pathogen.not()).and(inflamed) == Truth::Yes {
            let because = because("no uropathogen localised");
            return Suggestion::of("four-glass-7", Category::NihIIIA, because);
        }
        if symptoms.lasting().and(pathogen.or(flora).not()).and(self.few_leukocytes()) == Truth::Yes {
            return Suggestion::of("four-glass-8", Category::NihIIIB, because("nothing localised"));
        }
        let bacteria = !self.eps.grown().is_empty() || !self.vb3.grown().is_empty();
        let found = Truth::any(self.leukocytes_after()).or(bacteria.into());
        if symptoms.present().not().and(found) == Truth::Yes {
            let because = because(if bacteria { "bacteria after massage" } else { "no bacteria after massage" });
            return Suggestion::of("four-glass-9", Category::NihIV, because);
        }
        Suggestion::of("four-glass-10", Category::Indeterminate, because("no row is shown to hold"))
    }

    /// Row 4. What else holds is said beside it, for the first row that matches would otherwise hide it.
    fn urethral(&self, organism: &Organism, two: (Truth, Option<&Organism>)) -> Suggestion {
        let because = format!("{}; VB2 is low", self.said_of(organism));
        let mut suggestion = Suggestion::of("four-glass-4", Category::UrethralSource, sentence(&because));
        if let (Truth::Yes, Some(other)) = two {
            suggestion.cautions.push(format!("Row 5 holds as well: {}", self.said_of(other)));
        }
        let absent = [("EPS", &self.eps), ("VB3", &self.vb3)].into_iter().filter(|(_, glass)| !glass.is_cultured());
        suggestion.provisional.extend(absent.map(|(name, _)| glass::missing(name)));
        suggestion
    }

    /// Row 3, and the organism that it is about.
    fn infected_bladder(&self) -> (Truth, Option<&Organism>) {
        if self.vb2.grown().is_empty() {
            return (self.vb2.bacteriuria(uropathogen), None);
        }
        strongest(self.vb2.grown().into_iter().map(|(organism, count)| {
            let shown = self.rise_of(organism) == Truth::Yes;
            let much = glass::reaches(count, super::content::thresholds().bacteriuria());
            (uropathogen(organism.standing()).and(much).and((!shown).into()), Some(organism))
        }))
    }

    /// Row 4, and the organism that it is about: ten times as much in VB1 as in whatever came after massage.
    fn urethra(&self) -> (Truth, Option<&Organism>) {
        let low = self.vb2.bacteriuria(|_| Truth::Yes).or(self.vb2.many_leukocytes(SpecimenRole::Vb2)).not();
        strongest(self.vb1.grown().into_iter().map(|(organism, count)| {
            let after: Vec<Count> =
                [&self.eps, &self.vb3].into_iter().filter_map(|glass| glass.count_of(organism)).collect();
            (ten_fold(count, &after).and(low), Some(organism))
        }))
    }

    /// Whether an organism of this meaning was localised to EPS or VB3, and which.
    fn localised(&self, meaning: impl Fn(Standing) -> Truth) -> (Truth, Option<&Organism>) {
        let after = [&self.eps, &self.vb3];
        let grown = after.into_iter().flat_map(Glass::grown);
        let found = strongest(
            grown.map(|(organism, _)| (meaning(organism.standing()).and(self.rise_of(organism)), Some(organism))),
        );
        // A swab that grew nothing is no negative culture.
        let swab = after.iter().any(|glass| glass.is_cultured() && glass.flags.contains(&super::GlassFlag::Swab));
        if swab && found.0 == Truth::No { (Truth::Open, None) } else { found }
    }

    /// The ten-fold rule for one organism, in EPS or in VB3.
    fn rise_of(&self, organism: &Organism) -> Truth {
        let before: Vec<Count> =
            [&self.vb1, &self.vb2].into_iter().filter_map(|glass| glass.count_of(organism)).collect();
        let grew =
            |glass: &Glass| glass.grown().into_iter().find(|(grew, _)| grew.is(organism)).map(|(_, count)| count);
        Truth::any([&self.eps, &self.vb3].into_iter().filter_map(grew).map(|count| ten_fold(count, &before)))
    }

    /// Leukocytes at the threshold, in EPS, or in VB3 while VB2 is low.
    fn inflamed(&self) -> Truth {
        let eps = self.eps.report.leukocytes.is_some().then(|| self.eps.many_leukocytes(SpecimenRole::Eps));
        let bladder = self.vb2.many_leukocytes(SpecimenRole::Vb2);
        let vb3 = self.vb3.report.leukocytes.is_some();
        let vb3 = vb3.then(|| self.vb3.many_leukocytes(SpecimenRole::Vb3).and(bladder.not()));
        any_counted(eps.into_iter().chain(vb3))
    }

    /// Whether leukocytes stay below the threshold wherever they were counted after massage.
    fn few_leukocytes(&self) -> Truth {
        any_counted(self.leukocytes_after()).not()
    }

    fn leukocytes_after(&self) -> impl Iterator<Item = Truth> {
        let after = [(&self.eps, SpecimenRole::Eps), (&self.vb3, SpecimenRole::Vb3)];
        let counted = after.into_iter().filter(|(glass, _)| glass.report.leukocytes.is_some());
        counted.map(|(glass, role)| glass.many_leukocytes(role)).collect::<Vec<_>>().into_iter()
    }

    /// What has to be seen beside a negative row.
    fn beside(&self, urethra: Truth) -> Vec<String> {
        let mut said = Vec::new();
        if urethra == Truth::Open {
            said.push("Whether the urethra is the source (row 4) stays open with these values".to_owned());
        }
        if self.vb1.many_leukocytes(SpecimenRole::Vb1) == Truth::Yes {
            said.push("VB1 has many leukocytes: VB3 stands in for EPS only where VB1 and VB2 are low".to_owned());
        }
        said
    }

    /// What every glass holds of one organism: `Escherichia coli: VB1 <1000, VB2 no growth, EPS 100 000`.
    fn said_of(&self, organism: &Organism) -> String {
        let glasses = self.named().into_iter().filter_map(|(name, glass)| glass.said_of(name, organism));
        format!("{organism}: {} cfu/mL", glasses.collect::<Vec<_>>().join(", "))
    }
}

/// What holds of any: the first that holds, else the first that is open.
fn strongest<'a>(all: impl Iterator<Item = (Truth, Option<&'a Organism>)>) -> (Truth, Option<&'a Organism>) {
    all.fold((Truth::No, None), |best, next| match (best.0, next.0) {
        (Truth::No, Truth::Yes | Truth::Open) | (Truth::Open, Truth::Yes) => next,
        _ => best,
    })
}

/// Any of them; open when none was counted.
fn any_counted(all: impl Iterator<Item = Truth>) -> Truth {
    all.reduce(Truth::or).unwrap_or(Truth::Open)
}

const fn doubtful(standing: Standing) -> Truth {
    match standing {
        Standing::Doubtful => Truth::Yes,
        Standing::Uropathogen => Truth::No,
        Standing::Unlisted => Truth::Open,
    }
}

/// Words as a sentence.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map_or_else(String::new, |first| first.to_uppercase().to_string());
    format!("{first}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_four as check;

    #[test]
    fn row_1_an_acute_picture_is_clinical() {
        check("acute; lasting; vb2 no growth; eps E. coli 1e5", "four-glass-1");
    }

    #[test]
    fn row_2_without_bladder_or_prostate_or_identity_nothing_is_said() {
        check("lasting; vb1 no growth; eps E. coli 1e5", "four-glass-2");
        check("lasting; vb1 no growth; vb2 no growth", "four-glass-2");
        check("lasting; vb2 no growth; eps E. coli 1e5, identity", "four-glass-2");
        check("lasting; vb1 no growth, pooled; vb2 no growth; eps E. coli 1e5", "four-glass-2");
        check("lasting; vb2 wbc 3; eps E. coli 1e5", "four-glass-2");
    }

    #[test]
    fn row_3_an_infected_bladder_hides_the_prostate() {
        check("lasting; vb1 E. coli 1e3; vb2 E. coli 1e3; eps E. coli 9000", "four-glass-3");
        check("lasting; vb2 E. coli >1e5; eps E. coli >1e5; vb3 E. coli >1e5", "four-glass-3 vb1-missing");
        check("lasting; vb1 no growth; vb2 E. coli 1e4; eps no growth; vb3 no growth", "four-glass-3");
        check("lasting; vb1 no growth; vb2 E. coli 1e4; eps K. pneumoniae 1e6", "four-glass-3");
        // A rise of ten over a bladder at the limit is a rise.
        check("lasting; vb1 E. coli 1e3; vb2 E. coli 1e3; eps E. coli 1e4", "four-glass-5");
        // Flora in the bladder is no uropathogen; beside it nothing is compared.
        check("lasting; vb1 no growth; vb2 CoNS 1e4; eps E. coli 1e5", "four-glass-10");
        check("lasting; vb1 no growth; vb2 Candida albicans 1e4; eps no growth, wbc 2", "four-glass-10");
    }

    #[test]
    fn row_4_ten_times_as_much_in_the_first_glass_is_the_urethra() {
        let low = "vb2 no growth, wbc 2; eps E. coli 100; vb3 E. coli 100";
        check(&format!("lasting; vb1 E. coli 1000; {low}"), "four-glass-4");
        check(&format!("lasting; vb1 E. coli 900; {low}"), "four-glass-10");
        check("lasting; vb1 E. coli 1e5; vb2 no growth, wbc 2; eps none; vb3 no growth", "four-glass-4 eps-missing");
        // The leukocytes of VB2 decide too.
        check(
            "lasting; vb1 E. coli 1e5; vb2 no growth, wbc 12; eps no growth, wbc 3; vb3 no growth, wbc 3",
            "four-glass-8",
        );
    }

    #[test]
    fn row_5_a_uropathogen_ten_times_over_both_urines_fits_nih_ii() {
        check("lasting; vb1 no growth; vb2 no growth; eps E. coli 1e4", "four-glass-5");
        check("shorter; vb1 no growth <10; vb2 no growth <10; eps no growth; vb3 E. faecalis 100", "four-glass-5");
        check("lasting; vb1 E. coli <1e3; vb2 no growth; eps E. coli >1e5", "four-glass-5");
        check("lasting; vb2 no growth; eps E. coli 1e4", "four-glass-5 vb1-missing");
        // A positive row stands, whatever was taken before.
        check("lasting; antibiotic; late; vb1 no growth; vb2 no growth; eps E. coli 1e4", "four-glass-5");
        // Sparse flora of the first glass does not stand in the way; much of it might hide something.
        check("lasting; vb1 CoNS 200; vb2 no growth; eps E. coli 1e4", "four-glass-5");
        check("lasting; vb1 CoNS 2000; vb2 no growth; eps E. coli 1e4", "four-glass-10");
        check("lasting; vb1 E. coli 1e3; vb2 no growth; eps E. coli 9000", "four-glass-10");
        check("not-known; vb1 no growth; vb2 no growth; eps E. coli 1e4", "four-glass-10");
    }

    #[test]
    fn row_6_flora_ten_times_over_is_doubtful() {
        check("lasting; vb1 no growth; vb2 no growth; eps CoNS 1e4, wbc 20", "four-glass-6");
        check("none; vb1 no growth; vb2 no growth; vb3 diphtheroids 1e5", "four-glass-6");
        check("lasting; vb1 no growth; vb2 no growth; eps Candida albicans 1e5, wbc 20", "four-glass-10");
    }

    #[test]
    fn row_7_leukocytes_without_bacteria_fit_nih_iiia() {
        let clean = "vb1 no growth; vb2 no growth, wbc 2";
        check(&format!("lasting; {clean}; eps no growth, wbc 10"), "four-glass-7");
        check(&format!("lasting; {clean}; eps none; vb3 no growth, wbc 15"), "four-glass-7");
        check(&format!("lasting; {clean}; eps no growth, wbc 1000 chamber"), "four-glass-7");
        check("lasting; vb1 no growth; vb2 no growth, wbc 12; eps none; vb3 no growth, wbc 15", "four-glass-10");
        check(
            "lasting; vb1 no growth; vb2 no growth, wbc ++ dipstick; eps none; vb3 no growth, wbc 15",
            "four-glass-10",
        );
        check(&format!("lasting; antibiotic; {clean}; eps no growth, wbc 10"), "four-glass-7 antibiotic-7d");
        check(&format!("lasting; {clean}; eps no growth, wbc 20 gram"), "four-glass-10");
        check(&format!("lasting; {clean}; eps no growth, wbc 20, swab"), "four-glass-10");
    }

    #[test]
    fn row_8_neither_bacteria_nor_leukocytes_fit_nih_iiib() {
        let all = "vb1 no growth; vb2 no growth, wbc 2; eps no growth, wbc 3; vb3 no growth, wbc 9";
        check(&format!("lasting; {all}"), "four-glass-8");
        check(&format!("lasting; unasked; late; {all}"), "four-glass-8 antibiotic-not-known late-massage-to-urine");
        check("lasting; vb2 no growth; eps no growth, wbc <10", "four-glass-8 vb1-missing");
        check("shorter; vb1 no growth; vb2 no growth; eps no growth, wbc 3", "four-glass-10");
        check("lasting; vb1 no growth; vb2 no growth; eps no growth, wbc 5-10", "four-glass-10");
        check("lasting; vb1 no growth; vb2 no growth; eps no growth", "four-glass-10");
        // The same flora everywhere, and nowhere ten times as much.
        check("lasting; vb1 CoNS 300; vb2 CoNS 100; eps CoNS 200, wbc 2; vb3 CoNS 100", "four-glass-8");
        // An unread count leaves the row before it open.
        check("lasting; vb1 no growth; vb2 no growth; eps E. coli some, wbc 2", "four-glass-10");
    }

    #[test]
    fn row_9_without_symptoms_it_is_nih_iv() {
        let clean = "vb1 no growth; vb2 no growth, wbc 2";
        check(&format!("none; {clean}; eps no growth, wbc 12"), "four-glass-9");
        check(&format!("none; {clean}; eps E. coli 1e5, wbc 2"), "four-glass-9");
        check(
            &format!("none; unasked; {clean}; eps no growth; vb3 no growth, wbc 12"),
            "four-glass-9 antibiotic-not-known",
        );
    }

    #[test]
    fn row_10_is_all_that_is_left() {
        check("none; vb1 no growth; vb2 no growth, wbc 2; eps no growth, wbc 2", "four-glass-10");
        check("not-known; vb1 no growth; vb2 no growth, wbc 2; eps no growth, wbc 2", "four-glass-10");
    }
}
