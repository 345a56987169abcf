//! What holds of every note, whatever was recorded: each listed value is in the text, and no form shows through.

use super::*;
use crate::note::Section;
use proptest::prelude::*;

/// Words as they can be compared: without case, marks and blanks.
fn words_in(text: &str) -> Vec<String> {
    let word = |letter: char| !letter.is_alphanumeric();
    text.to_lowercase().split(word).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The first listed value that the text does not say, word for word; a yes, a no or a none by its label.
fn unsaid(section: &Section) -> Option<String> {
    let text = words_in(&section.paragraphs.join(" "));
    let said = |word: &String| text.contains(word);
    let missing = section.fields.iter().find(|field| match field.value.as_str() {
        "yes" | "no" | "none" => !words_in(&field.label).iter().any(said),
        value => !words_in(value).iter().all(said),
    });
    missing.map(|field| format!("{} “{}: {}”", section.title, field.label, field.value))
}

fn sound(facts: &NoteFacts) -> Result<(), String> {
    let text = compose(facts);
    let plain = text.plain();
    for slip in ["null", "undefined", "None", "Some(", "  ", "..", " .", " ,", ";;", ": .", ":.", "()", "{", "}"] {
        if plain.contains(slip) {
            return Err(format!("“{slip}” in: {plain}"));
        }
    }
    for section in &text.sections {
        if let Some(field) = unsaid(section) {
            return Err(format!("not said: {field}\n{}", section.paragraphs.join("\n")));
        }
        for paragraph in &section.paragraphs {
            if !paragraph.ends_with(['.', '?', '!', '”']) {
                return Err(format!("no sentence: {paragraph}"));
            }
        }
    }
    Ok(())
}

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = Option<String>> {
    prop::option::of(prop::sample::select(words)).prop_map(|word| word.map(str::to_owned))
}

const TYPED: &[&str] = &["as agreed.", "it  was late..", "pain, fear; and no time", "told “why?”", "INR 2.4"];
const SIDED: &[&str] = &["none", "mild, right", "moderate, both", "severe, midline", "severe"];

prop_compose! {
    fn nodules()(
        sectors in prop::sample::subsequence(vec!["right base, lateral", "left middle, medial", "left apex, medial"], 0..3),
        diameter_mm in prop::option::of(1_u16..60),
        firmness in one_of(&["soft", "firm", "hard"]),
        margin in one_of(&["smooth", "irregular"]),
        tender in any::<Option<bool>>(),
        crosses_midline in any::<Option<bool>>(),
        suspicious in one_of(&["no", "equivocal", "yes"]),
        change in one_of(&["new", "larger", "same", "smaller", "unknown"]),
    ) -> NoduleFacts {
        let sectors = sectors.into_iter().map(str::to_owned).collect();
        NoduleFacts { sectors, diameter_mm, firmness, margin, tender, crosses_midline, suspicious, change }
    }
}

prop_compose! {
    fn felt()(
        reached in one_of(&["whole", "base-not-reached", "apex-only", "not-palpable"]),
        symmetry in one_of(&["symmetric", "right-larger", "left-larger"]),
        consistency in one_of(&["soft", "normal", "firm", "hard", "boggy", "fluctuant", "mixed"]),
        sulcus in one_of(&["present", "shallow", "absent"]),
        margins in one_of(&["distinct", "indistinct-right", "indistinct-left", "indistinct-both"]),
        mobility in one_of(&["mobile", "reduced", "fixed"]),
        tenderness in one_of(SIDED),
        size in one_of(&["40 mL (30 to 50 mL)", "95 mL (over 80 mL, stated as 100 g)"]),
        nodules in prop::collection::vec(nodules(), 0..3),
        extents in prop::collection::vec(one_of(&["half or less", "more than half"]), 0..2),
        other_sectors_normal in any::<bool>(),
    ) -> FindingsFacts {
        let area = |extent| (vec!["right base, medial".to_owned(), "left base, medial".to_owned()], extent);
        FindingsFacts {
            reached, symmetry, consistency, sulcus, margins, mobility, tenderness, size, nodules, other_sectors_normal,
            indurations: extents.into_iter().map(area).collect(),
            ..FindingsFacts::default()
        }
    }
}

prop_compose! {
    fn beside()(
        route in one_of(&["rectal", "vaginal"]),
        position in one_of(&["left-lateral", "standing-flexed", "knee-elbow", "supine"]),
        glove in one_of(&["nitrile", "latex"]),
        lubricant in one_of(&["plain", "lidocaine", "other", "Instillagel"]),
        perianal in prop::sample::subsequence(vec!["skin-tags", "fissure", "abscess", "thrombosed-haemorrhoid"], 0..4),
        tone in one_of(&["normal", "reduced", "absent", "spasm", "not-assessed"]),
        anal_pain in one_of(&["none", "mild", "severe"]),
        seminal_vesicles in one_of(&["not-palpable", "palpable, right", "indurated, both", "not-reached"]),
        pelvic_floor in one_of(&["not-assessed", "normal", "tender-right", "tender-both"]),
        rectal_mass in one_of(&["none", "present", "present, 20 mm, 4 cm from the anal verge at 6 o'clock, fixed"]),
        blood in one_of(&["none", "streak", "frank", "melaena"]),
        overall in one_of(&["normal", "enlarged-benign", "inflamed", "suspicious", "indeterminate"]),
    ) -> FindingsFacts {
        let perianal = perianal.into_iter().map(str::to_owned).collect();
        FindingsFacts {
            route, position, glove, lubricant, perianal, tone, anal_pain, seminal_vesicles, pelvic_floor, rectal_mass,
            blood, overall, ..FindingsFacts::default()
        }
    }
}

prop_compose! {
    fn examinations()(
        felt in felt(),
        beside in beside(),
        stool in one_of(&["none", "soft", "impacted"]),
        pain in any::<[bool; 3]>(),
        suspected_t in one_of(&["TX", "T2a", "T4"]),
        rationale in one_of(TYPED),
        arranged in one_of(TYPED),
        incomplete in one_of(TYPED),
        remarks in one_of(TYPED),
        people in one_of(&["Theo Lindqvist"]),
        stated in prop::sample::subsequence(vec!["symmetry", "sphincter tone", "margins", "anal pain"], 0..4),
    ) -> FindingsFacts {
        FindingsFacts {
            stool, suspected_t, rationale, arranged, incomplete, remarks,
            pain: pain.map(|told| told.then_some(3)),
            supervised_by: people.clone(), typed_by: people.clone(), examiner: people,
            stated_together: stated.into_iter().map(str::to_owned).collect(),
            route: beside.route, position: beside.position, glove: beside.glove, lubricant: beside.lubricant,
            perianal: beside.perianal, tone: beside.tone, anal_pain: beside.anal_pain,
            seminal_vesicles: beside.seminal_vesicles, pelvic_floor: beside.pelvic_floor,
            rectal_mass: beside.rectal_mass, blood: beside.blood, overall: beside.overall,
            ..felt
        }
    }
}

prop_compose! {
    fn massages()(
        seconds in prop::option::of(0_i64..200),
        strokes in any::<Option<(u8, u8)>>(),
        strokes_why in one_of(TYPED),
        broken_off in one_of(&["the patient asked to stop", "pain of 7 or more out of 10", "another reason", "pain"]),
        long_because in one_of(TYPED),
        said_completed in any::<bool>(),
    ) -> MassageFacts {
        let started = at("10:02:10");
        let stopped = seconds.map(|seconds| started.plus(chrono::TimeDelta::seconds(seconds)));
        MassageFacts { started, stopped, told: false, said_completed, strokes, strokes_why, broken_off, long_because }
    }
}

fn ends() -> impl Strategy<Value = GlassEnd> {
    let reason = |words: &'static [&'static str]| prop::sample::select(words).prop_map(str::to_owned);
    let seen = (one_of(&["10 mL", "enough", "drops"]), one_of(&["clear", "blood-streaked"]), one_of(&["U26-1-2 9"]));
    prop_oneof![
        Just(GlassEnd::Open),
        reason(&["cannot-void", "dry", "left", "safety-stop", "stopped", "declined", "missed-cup"])
            .prop_map(|reason| GlassEnd::NotObtained { reason, at: None }),
        reason(&["broken", "wrong tube", "the patient withdrew consent"])
            .prop_map(|reason| GlassEnd::Discarded { at: at("10:30:00"), reason }),
        (seen, any::<bool>()).prop_map(|((amount, appearance, accession), label_verified)| GlassEnd::Collected {
            at: at("10:04:00"),
            amount,
            appearance,
            how: Some("the patient filled the cup alone".to_owned()),
            accession,
            label_verified,
        }),
    ]
}

prop_compose! {
    fn days()(
        kind in prop::sample::select(ProcedureKind::ALL),
        status in prop::sample::select(ProcedureStatus::ALL),
        findings in prop::option::of(examinations()),
        massage in prop::option::of(massages()),
        ends in prop::collection::vec(ends(), 4),
        timed_out in any::<bool>(),
        warmth in any::<bool>(),
        fluctuance in any::<bool>(),
        passed in any::<bool>(),
        stop in one_of(&["the patient asked to stop", "pain of 7 or more out of 10", "A rule; with its reason (38.2 °C)."]),
        verdict in prop::sample::select(vec!["clear", "proceed-with-notes", "needs-override", "blocked", "incomplete"]),
    ) -> NoteFacts {
        let day = finished();
        let roles = SpecimenRole::planned_for(kind);
        let glasses = roles.iter().zip(ends).map(|(role, end)| GlassFacts { role: *role, end, flags: Vec::new() });
        let stop = stop.map(|reason| StopFacts {
            at: at("10:03:00"),
            during: "during the examination".to_owned(),
            reasons: vec![reason],
            done: Vec::new(),
        });
        let verdicts = vec![VerdictFacts { verdict: verdict.to_owned(), ..day.verdicts[0].clone() }];
        NoteFacts {
            kind, status, findings, massage, glasses: glasses.collect(), stop, verdicts,
            time_out: day.time_out.clone().filter(|_| timed_out),
            gate: day.gate.clone().map(|gate| GateFacts { warmth, fluctuance, passed, ..gate }),
            ..day
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_listed_value_is_said_and_no_form_shows_through(facts in days()) {
        prop_assert_eq!(sound(&facts), Ok(()));
    }
}

#[test]
fn the_consent_and_the_history_are_said_as_they_are_listed() {
    let mut facts = finished();
    facts.consents = vec![
        Consent::Offered(offered(DRE)),
        offered(DRE).decline(Some("wants to think.".to_owned()), clinician(2, "Nora Quist", "nurse"), at("09:44:00")),
        Consent::Given(Box::new(given(FOUR_GLASS, drawn()))),
    ];
    assert_eq!(sound(&facts), Ok(()));
}
