//! What the finger found, from a normal gland to one that somebody else has to see.

use super::*;

fn examined(findings: FindingsFacts) -> String {
    check(&NoteFacts { findings: Some(findings), gate: None, ..finished() }, &[SectionKind::Examination])
}

/// Everything stated, and nothing wrong.
fn complete() -> FindingsFacts {
    FindingsFacts {
        route: Some("rectal".to_owned()),
        perianal: vec!["normal".to_owned()],
        anal_pain: Some("none".to_owned()),
        sulcus: Some("present".to_owned()),
        margins: Some("distinct".to_owned()),
        mobility: Some("mobile".to_owned()),
        tenderness: Some("none".to_owned()),
        seminal_vesicles: Some("not-palpable".to_owned()),
        pelvic_floor: Some("normal".to_owned()),
        rectal_mass: Some("none".to_owned()),
        stool: Some("soft".to_owned()),
        blood: Some("none".to_owned()),
        overall: Some("normal".to_owned()),
        ..findings()
    }
}

#[test]
fn a_normal_gland_with_everything_stated() {
    insta::assert_snapshot!(examined(complete()), @"
    Examination
    A digital rectal examination was done by Ada Brandt at 10:01, with the patient in the left lateral position, using nitrile gloves and plain lubricant.
    Inspection around the anus was normal. The tone of the sphincter was normal. There was no anal pain. The whole gland was reached. Its size was estimated by finger at 40 mL. The gland was symmetric, of normal consistency, mobile and not tender. The median sulcus was present and the margins were distinct.
    All twelve sectors were stated to be normal.
    The seminal vesicles were not palpable. The pelvic floor was normal. No rectal mass was felt. There was soft stool in the rectum. There was no blood on the glove. On a scale of 0 to 10 the patient’s pain was 1 before and 4 during the examination. Overall the gland was judged normal.
    These findings were stated together, in one act, as normal: median sulcus and margins.
    ");
}

#[test]
fn a_nodule_an_induration_a_category_and_what_is_arranged() {
    let nodule = NoduleFacts {
        sectors: vec!["right middle, lateral".to_owned()],
        diameter_mm: Some(9),
        firmness: Some("hard".to_owned()),
        margin: Some("irregular".to_owned()),
        tender: Some(false),
        crosses_midline: Some(false),
        suspicious: Some("yes".to_owned()),
        change: Some("larger".to_owned()),
    };
    let second = NoduleFacts {
        sectors: vec!["left apex, medial".to_owned(), "right apex, medial".to_owned()],
        diameter_mm: Some(5),
        firmness: Some("firm".to_owned()),
        margin: Some("smooth".to_owned()),
        tender: Some(true),
        crosses_midline: Some(true),
        suspicious: Some("equivocal".to_owned()),
        change: Some("unknown".to_owned()),
    };
    let places = ["right base, lateral", "right base, medial", "right middle, medial"];
    insta::assert_snapshot!(examined(FindingsFacts {
        supervised_by: Some("Theo Lindqvist".to_owned()),
        typed_by: Some("Nora Quist".to_owned()),
        perianal: vec!["skin-tags".to_owned(), "fissure".to_owned()],
        symmetry: Some("right-larger".to_owned()),
        consistency: Some("mixed".to_owned()),
        margins: Some("indistinct-right".to_owned()),
        mobility: Some("reduced".to_owned()),
        tenderness: Some("mild, left".to_owned()),
        nodules: vec![nodule, second],
        indurations: vec![(places.map(str::to_owned).to_vec(), Some("half or less".to_owned()))],
        seminal_vesicles: Some("indurated, right".to_owned()),
        pelvic_floor: Some("tender-both".to_owned()),
        blood: Some("streak".to_owned()),
        overall: Some("suspicious".to_owned()),
        suspected_t: Some("T3b".to_owned()),
        rationale: Some("a hard nodule, and the right vesicle is indurated.".to_owned()),
        arranged: Some("PSA today, MRI before any biopsy, seen again in two weeks".to_owned()),
        remarks: Some("The patient was told.".to_owned()),
        compared_with: Some("3 Mar 2025".to_owned()),
        stated_together: Vec::new(),
        ..complete()
    }), @"
    Examination
    A digital rectal examination was done by Ada Brandt at 10:01, with the patient in the left lateral position, using nitrile gloves and plain lubricant. Theo Lindqvist supervised. Nora Quist typed the findings as they were spoken.
    Inspection around the anus showed skin tags and a fissure. The tone of the sphincter was normal. There was no anal pain. The whole gland was reached. Its size was estimated by finger at 40 mL. The gland was larger on the right, of mixed consistency, of reduced mobility and mildly tender on the left. The median sulcus was present and the margins were indistinct on the right.
    Nodule 1 was felt in the right lateral mid-gland. It was hard, 9 mm across and not tender, with an irregular margin. It does not cross the midline and was judged suspicious. It is larger than at the last examination. Nodule 2 was felt in the left medial apex and the right medial apex. It was firm, 5 mm across and tender, with a smooth margin. It crosses the midline and its suspicion was judged equivocal. Whether it has changed since the last examination is not known. An indurated area was felt in the right lateral base, the right medial base and the right medial mid-gland; it takes up half or less of the lobe. All other sectors were stated to be normal.
    The seminal vesicles were indurated on the right. The pelvic floor was tender on both sides. No rectal mass was felt. There was soft stool in the rectum. There was a streak of blood on the glove. On a scale of 0 to 10 the patient’s pain was 1 before and 4 during the examination. Overall the gland was judged suspicious. By the finger a clinical T category of T3b is suspected, for this reason: a hard nodule, and the right vesicle is indurated. This was arranged: PSA today, MRI before any biopsy, seen again in two weeks. The patient was told. The findings were compared with the examination of 3 Mar 2025.
    ");
}

#[test]
fn a_rectal_mass_and_blood() {
    insta::assert_snapshot!(examined(FindingsFacts {
        perianal: vec!["mass".to_owned()],
        tone: Some("spasm".to_owned()),
        anal_pain: Some("severe".to_owned()),
        reached: Some("base-not-reached".to_owned()),
        tenderness: Some("moderate, both".to_owned()),
        seminal_vesicles: Some("not-reached".to_owned()),
        rectal_mass: Some("present, 20 mm, 4 cm from the anal verge at 6 o'clock, fixed".to_owned()),
        stool: Some("none".to_owned()),
        blood: Some("frank".to_owned()),
        overall: Some("indeterminate".to_owned()),
        arranged: Some("referred for endoscopy without delay".to_owned()),
        pain: [Some(2), Some(8), Some(5)],
        ..complete()
    }), @"
    Examination
    A digital rectal examination was done by Ada Brandt at 10:01, with the patient in the left lateral position, using nitrile gloves and plain lubricant.
    Inspection around the anus showed a mass. The sphincter was in spasm. There was severe anal pain. The base of the gland was not reached. Its size was estimated by finger at 40 mL. The gland was symmetric, of normal consistency, mobile and moderately tender on both sides. The median sulcus was present and the margins were distinct.
    All sectors that were reached were stated to be normal.
    The seminal vesicles were not reached. The pelvic floor was normal. A rectal mass was present: 20 mm, 4 cm from the anal verge at 6 o'clock, fixed. There was no stool in the rectum. There was frank blood on the glove. On a scale of 0 to 10 the patient’s pain was 2 before, 8 during and 5 after the examination. Overall the findings were judged indeterminate. This was arranged: referred for endoscopy without delay.
    These findings were stated together, in one act, as normal: median sulcus and margins.
    ");
}

#[test]
fn by_the_vaginal_route_no_sector_is_claimed() {
    insta::assert_snapshot!(examined(FindingsFacts {
        route: Some("vaginal".to_owned()),
        position: Some("supine".to_owned()),
        lubricant: Some("other".to_owned()),
        reached: Some("apex-only".to_owned()),
        size: Some("15 mL (under 30 mL)".to_owned()),
        other_sectors_normal: false,
        stated_together: Vec::new(),
        ..complete()
    }), @"
    Examination
    A digital examination by the vaginal route was done by Ada Brandt at 10:01, with the patient in the supine position, using nitrile gloves and another lubricant.
    Inspection around the anus was normal. The tone of the sphincter was normal. There was no anal pain. Only the apex of the gland was reached. Its size was estimated by finger at 15 mL (under 30 mL). The gland was symmetric, of normal consistency, mobile and not tender. The median sulcus was present and the margins were distinct.
    The seminal vesicles were not palpable. The pelvic floor was normal. No rectal mass was felt. There was soft stool in the rectum. There was no blood on the glove. On a scale of 0 to 10 the patient’s pain was 1 before and 4 during the examination. Overall the gland was judged normal.
    ");
}

#[test]
fn a_gland_that_was_not_palpable_has_no_shape() {
    let text = examined(FindingsFacts {
        reached: Some("not-palpable".to_owned()),
        size: None,
        stated_together: vec!["symmetry".to_owned(), "sphincter tone".to_owned(), "margins".to_owned()],
        overall: Some("indeterminate".to_owned()),
        ..complete()
    });
    assert!(!text.contains("symmetric") && !text.contains("sectors were"), "{text}");
    insta::assert_snapshot!(text, @"
    Examination
    A digital rectal examination was done by Ada Brandt at 10:01, with the patient in the left lateral position, using nitrile gloves and plain lubricant.
    Inspection around the anus was normal. The tone of the sphincter was normal. There was no anal pain. The gland was not palpable, so that nothing is said of its shape, its borders or its sectors.
    The seminal vesicles were not palpable. The pelvic floor was normal. No rectal mass was felt. There was soft stool in the rectum. There was no blood on the glove. On a scale of 0 to 10 the patient’s pain was 1 before and 4 during the examination. Overall the findings were judged indeterminate.
    These findings were stated together, in one act, as normal: sphincter tone.
    ");
}
