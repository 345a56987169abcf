//! What the eye and the finger found, as answers to the items of the checklist.

use super::{Reply, Said};
use crate::exam::{BloodOnGlove, Findings, Gate, Impression, Inspection, Perianal, Reached, RectalMass, SphincterTone};

/// The examination as far as it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// The five answers of the gate.
    pub gate: Gate,
    /// The structured findings, once stated.
    pub findings: Option<Findings>,
}

impl Examined {
    /// The answer to one item that only an examination answers.
    pub(super) fn reply(&self, item: &str) -> Reply {
        Reply::Said(if self.shows(item) { Said::Yes } else { Said::No })
    }

    fn shows(&self, item: &str) -> bool {
        let seen = |what| self.gate.inspection.contains(&what);
        let found = |holds: fn(&Findings) -> bool| self.findings.as_ref().is_some_and(holds);
        let told = self.findings.iter().filter_map(|findings| findings.perianal.as_ref()).flatten();
        let around = |any: &[Perianal]| told.clone().any(|one| any.contains(one));
        match item {
            "perianal-abscess" => seen(Inspection::Abscess) || around(&[Perianal::Abscess, Perianal::Fistula]),
            "anal-fissure" => seen(Inspection::Fissure) || around(&[Perianal::Fissure]),
            "thrombosed-hemorrhoids" => {
                seen(Inspection::ThrombosedHemorrhoid) || around(&[Perianal::ThrombosedHemorrhoid])
            }
            "inspection-other" => seen(Inspection::Other),
            "anal-stenosis" => found(|findings| findings.sphincter_tone == SphincterTone::Spasm),
            "rectal-mass" => found(|findings| findings.rectal_mass == RectalMass::Present),
            "frank-blood" => {
                found(|findings| matches!(findings.blood_on_glove, BloodOnGlove::Frank | BloodOnGlove::Melaena))
            }
            "gland-not-palpable" => found(|findings| findings.reached == Reached::NotPalpable),
            "prostate-cancer-suspected" => found(|findings| {
                findings.impression == Impression::Suspicious
                    || findings.nodules.iter().any(crate::exam::Nodule::raises_suspicion)
            }),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exam::{
        Change, Firmness, Mass, Nodule, NoduleMargin, Sector, StatedFindings, StatedGate, Suspicion, Tenderness,
    };
    use crate::procedure::Act;
    use crate::screening::testing::well;
    use crate::screening::{AskedOf, checklist, judge};

    fn gate(inspection: Inspection) -> Gate {
        let stated = StatedGate {
            inspection: vec![inspection],
            inspection_text: Some("a scar".to_owned()),
            tenderness: Some(Tenderness::None),
            consistency: Some(crate::exam::Consistency::Normal),
            warmth: Some(false),
            fluctuance: Some(false),
            ..StatedGate::default()
        };
        stated.close(uuid::Uuid::from_u128(1).into(), well().now).unwrap()
    }

    fn normal() -> StatedFindings {
        let impression = Some(crate::exam::Impression::EnlargedBenign);
        StatedFindings {
            size_ml: Some(35),
            unstated_normal: true,
            other_sectors_normal: true,
            impression,
            ..StatedFindings::default()
        }
    }

    /// What the gate saw stands in the findings too.
    fn seen(inspection: Inspection) -> Option<Vec<Perianal>> {
        Some(vec![match inspection {
            Inspection::Clear => return None,
            Inspection::Fissure => Perianal::Fissure,
            Inspection::ThrombosedHemorrhoid => Perianal::ThrombosedHemorrhoid,
            Inspection::Abscess => Perianal::Fistula,
            Inspection::Other => Perianal::Scar,
        }])
    }

    /// Everything that fires on the massage and on the strokes of a well patient of whom this was found.
    fn check(inspection: Inspection, stated: StatedFindings, expect: &str) {
        let gate = gate(inspection);
        let stated = StatedFindings { perianal: stated.perianal.or(seen(inspection)), ..stated };
        let findings = Some(stated.close(&gate, false).unwrap());
        let mut picture = well();
        picture.examined = Some(Examined { gate, findings });
        let verdicts = judge(&picture);
        let fired = |act| &verdicts.on(act).unwrap().fired;
        let on =
            |act, id: &str| fired(act).iter().find(|fired| fired.id == id).map_or("-", |fired| fired.severity.as_str());
        let told: Vec<String> = fired(Act::Massage)
            .iter()
            .map(|fired| format!("{}: mas {}, pdu {}", fired.id, fired.severity, on(Act::PostDreStrokes, &fired.id)))
            .collect();
        assert_eq!(told.join("; "), expect);
    }

    #[test]
    fn what_is_found_answers_the_checklist() {
        check(Inspection::Clear, normal(), "");
        check(Inspection::Fissure, normal(), "anal-fissure: mas relative, pdu relative");
        check(Inspection::ThrombosedHemorrhoid, normal(), "thrombosed-hemorrhoids: mas relative, pdu relative");
        check(Inspection::Abscess, normal(), "perianal-abscess: mas absolute, pdu absolute");
        check(Inspection::Other, normal(), "inspection-other: mas note, pdu note");
        let finds = |expect: &str, stated: StatedFindings| check(Inspection::Clear, stated, expect);
        finds(
            "anal-stenosis: mas relative, pdu relative",
            StatedFindings { sphincter_tone: Some(SphincterTone::Spasm), ..normal() },
        );
        finds(
            "rectal-mass: mas relative, pdu relative",
            StatedFindings {
                rectal_mass: Some(RectalMass::Present),
                mass: Some(Mass { distance_cm: 6, clock: 9, size_mm: 20, fixed: false }),
                ..normal()
            },
        );
        for (sign, expect) in [
            (Perianal::Abscess, "perianal-abscess: mas absolute, pdu absolute"),
            (Perianal::Fistula, "perianal-abscess: mas absolute, pdu absolute"),
            (Perianal::Fissure, "anal-fissure: mas relative, pdu relative"),
            (Perianal::ThrombosedHemorrhoid, "thrombosed-hemorrhoids: mas relative, pdu relative"),
            (Perianal::SkinTags, ""),
        ] {
            finds(expect, StatedFindings { perianal: Some(vec![sign]), ..normal() });
        }
        finds(
            "prostate-cancer-suspected: mas note, pdu -",
            StatedFindings {
                impression: Some(Impression::Suspicious),
                rationale: Some("hard all over".to_owned()),
                ..normal()
            },
        );
        for blood in [BloodOnGlove::Frank, BloodOnGlove::Melaena] {
            finds(
                "frank-blood: mas absolute, pdu absolute",
                StatedFindings { blood_on_glove: Some(blood), ..normal() },
            );
        }
        finds("", StatedFindings { blood_on_glove: Some(BloodOnGlove::Streak), ..normal() });
        finds(
            "gland-not-palpable: mas absolute, pdu absolute",
            StatedFindings { reached: Some(Reached::NotPalpable), size_ml: None, ..normal() },
        );
        let nodule = |firmness, suspicious| Nodule {
            sectors: vec![Sector::LeftApexMedial],
            diameter_mm: 9,
            firmness,
            margin: NoduleMargin::Irregular,
            tender: false,
            crosses_midline: false,
            suspicious,
            change: Change::New,
        };
        for one in [nodule(Firmness::Hard, Suspicion::No), nodule(Firmness::Soft, Suspicion::Yes)] {
            finds("prostate-cancer-suspected: mas note, pdu -", StatedFindings { nodules: vec![one], ..normal() });
        }
        finds("", StatedFindings { nodules: vec![nodule(Firmness::Soft, Suspicion::No)], ..normal() });
    }

    #[test]
    fn check_in_and_the_finger_both_answer_and_a_yes_of_either_counts() {
        let asked = |id: &str| checklist().items.iter().find(|item| item.id == id).unwrap();
        let both: Vec<&str> = checklist().items.iter().filter(|item| item.found).map(|item| item.id.as_str()).collect();
        assert_eq!(
            both,
            [
                "anal-fissure",
                "thrombosed-hemorrhoids",
                "perianal-abscess",
                "anal-stenosis",
                "prostate-cancer-suspected"
            ]
        );
        assert!(both.iter().all(|id| asked(id).asked_of == AskedOf::Nurse));
        let told = |story: &str| {
            let picture = crate::screening::testing::picture(story);
            picture.reply(asked("perianal-abscess"), Act::Massage)
        };
        assert_eq!(told("perianal-abscess yes; gate none normal"), Some(Reply::Said(Said::Yes)));
        assert_eq!(told("perianal-abscess unknown; gate none normal"), Some(Reply::Said(Said::No)));
        assert_eq!(told("perianal-abscess unknown"), Some(Reply::Said(Said::NotKnown)));
        assert_eq!(told("perianal-abscess unasked; gate none normal"), None);
    }
}
