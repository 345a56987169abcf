//! The stories, each as the note that is signed at its end.

use super::*;

#[test]
fn a_whole_four_glass_test_reads_from_top_to_bottom() {
    insta::assert_snapshot!(compose(&finished()).plain(), @"
    Procedure note: Four-glass test

    Indication
    OKAFOR, Daniel, born 1961-04-09, aged 65, MRN FG-1042, attended Fourglass Clinic on 22 Nov 2026 at 09:15 for a four-glass test. The indication was chronic pelvic pain, to look for a bacterial cause.

    Assessment before the procedure
    At 09:20 the temperature was 36.8 °C, the pulse 72 per minute and the blood pressure 128/78 mmHg.
    The patient reported burning (usual for this patient). The patient did not report shaking chills, fever or slow stream.
    The history includes apixaban. The answer is not known for last antibiotic. The history does not include latex allergy.
    The safety check at check-in (09:31) let the massage proceed, with notes: takes an anticoagulant.
    Ada Brandt took the time-out at 09:58 and confirmed the patient’s identity by name and birth date.

    Consent and chaperone
    Consent to “Four-glass test with prostate massage” (text four-glass 1.0.0, en) was given by the patient at 09:45, with a drawn signature. Nora Quist, nurse, recorded it; what would be done and why, risks and alternatives, the right to stop, and the patient’s questions and understanding were each gone through. The patient had capacity to decide.
    A chaperone was offered at 09:42 and declined. The visit went on without a chaperone.

    Examination
    A digital rectal examination was done by Ada Brandt at 10:01, with the patient in the left lateral position, using nitrile gloves and plain lubricant. Before any massage, at 10:01, inspection showed nothing that stops it; the gland was mildly tender, its consistency was normal, and it was not warm and not fluctuant. These five answers were given in one statement.
    The tone of the sphincter was normal. The whole gland was reached. Its size was estimated by finger at 40 mL. The gland was symmetric.
    All twelve sectors were stated to be normal.
    On a scale of 0 to 10 the patient’s pain was 1 before and 4 during the examination. Overall the gland was judged benign.
    These findings were stated together, in one act, as normal: median sulcus and margins.

    Prostatic massage
    The prostate was massaged from 10:02 to 10:03, for 1 min 2 s. 8 strokes were counted on the right and 9 on the left.

    Specimens
    VB1 (10 mL) was collected at 09:54. It has the accession number U26-000123-1 9, and its label was verified.
    VB2 (30 mL) was collected at 09:56. It has the accession number U26-000123-2 8, and its label was verified.
    EPS (drops, milky) was collected at 10:03. It has the accession number U26-000123-3 7, and its label was verified.
    VB3 (8 mL) was collected at 10:05, 2 minutes after the end of the massage. It has the accession number U26-000123-4 6, and its label was verified.
    Dipstick of VB2: nitrite negative, leukocyte esterase negative.

    Outcome
    The four-glass test was completed. Every planned specimen was collected. The visit ended at 10:12.

    Laboratory and aftercare
    Order U26-000123 was sent to Central Laboratory at 10:15, with VB1, VB2, EPS and VB3. It asks for quantitative culture and leukocyte count. At 10:11, before the patient left, it was checked that the patient feels well and has passed urine. The aftercare sheet (version 1.0.0, English) was given, with the signs for which to call at once. The clinic will call on 24 Nov 2026.
    ");
}

#[test]
fn a_patient_who_asks_to_stop_leaves_a_complete_record() {
    let mut facts = finished();
    facts.status = ProcedureStatus::StoppedByPatient;
    let massage = facts.massage.as_mut().unwrap();
    massage.stopped = Some(at("10:02:31"));
    massage.broken_off = Some("patient-asked".to_owned());
    massage.strokes = None;
    facts.glasses[2] = not_obtained(SpecimenRole::Eps, "stopped");
    facts.glasses[3] = not_obtained(SpecimenRole::Vb3, "declined");
    facts.stop = Some(StopFacts {
        at: at("10:02:31"),
        during: "during the massage".to_owned(),
        reasons: vec!["patient-asked".to_owned()],
        done: Vec::new(),
    });
    let kinds = [SectionKind::Massage, SectionKind::Specimens, SectionKind::Outcome];
    insta::assert_snapshot!(check(&facts, &kinds), @"
    Prostatic massage
    The prostate was massaged at 10:02, for 21 seconds. Strokes were not counted. The massage was broken off because the patient asked to stop.
    Specimens
    VB1 (10 mL) was collected at 09:54. It has the accession number U26-000123-1 9, and its label was verified.
    VB2 (30 mL) was collected at 09:56. It has the accession number U26-000123-2 8, and its label was verified.
    EPS was not obtained, because the procedure was stopped.
    VB3 was not obtained, because the patient declined.
    Dipstick of VB2: nitrite negative, leukocyte esterase negative.
    Outcome
    The four-glass test was stopped at the patient’s wish. This was decided at 10:02, during the massage. VB1 and VB2 were collected; there is no EPS and no VB3. The visit ended at 10:12.
    ");
}

#[test]
fn a_tender_boggy_gland_ends_it_for_safety() {
    let mut facts = finished();
    facts.status = ProcedureStatus::AbortedSafety;
    facts.massage = None;
    facts.gate = Some(GateFacts {
        as_one: false,
        tenderness: "severe".to_owned(),
        consistency: "boggy".to_owned(),
        warmth: true,
        passed: false,
        ..facts.gate.unwrap()
    });
    facts.findings = Some(FindingsFacts {
        consistency: Some("boggy".to_owned()),
        tenderness: Some("severe, both sides".to_owned()),
        overall: Some("inflamed".to_owned()),
        ..findings()
    });
    facts.glasses[2] = not_obtained(SpecimenRole::Eps, "safety-stop");
    facts.glasses[3] = not_obtained(SpecimenRole::Vb3, "safety-stop");
    facts.stop = Some(StopFacts {
        at: at("10:01:40"),
        during: "during the examination".to_owned(),
        reasons: vec!["boggy and severely tender gland: acute bacterial prostatitis suspected".to_owned()],
        done: vec!["midstream urine sent for culture".to_owned(), "temperature measured again".to_owned()],
    });
    let kinds = [SectionKind::Examination, SectionKind::Massage, SectionKind::Specimens, SectionKind::Outcome];
    insta::assert_snapshot!(check(&facts, &kinds), @"
    Examination
    A digital rectal examination was done by Ada Brandt at 10:01, with the patient in the left lateral position, using nitrile gloves and plain lubricant. Before any massage, at 10:01, inspection showed nothing that stops it; the gland was severely tender, its consistency was boggy, and it was warm but not fluctuant. These findings ruled out the massage.
    The tone of the sphincter was normal. The whole gland was reached. Its size was estimated by finger at 40 mL. The gland was symmetric and severely tender on both sides.
    All twelve sectors were stated to be normal.
    On a scale of 0 to 10 the patient’s pain was 1 before and 4 during the examination. Overall the gland was judged inflamed.
    These findings were stated together, in one act, as normal: median sulcus and margins.
    Prostatic massage
    The prostate was not massaged.
    Specimens
    VB1 (10 mL) was collected at 09:54. It has the accession number U26-000123-1 9, and its label was verified.
    VB2 (30 mL) was collected at 09:56. It has the accession number U26-000123-2 8, and its label was verified.
    EPS and VB3 were not obtained, because the procedure was stopped for safety.
    Dipstick of VB2: nitrite negative, leukocyte esterase negative.
    Outcome
    The four-glass test was stopped for the patient’s safety. This was decided at 10:01, during the examination, for this reason: boggy and severely tender gland: acute bacterial prostatitis suspected. This was done about it: midstream urine sent for culture and temperature measured again. VB1 and VB2 were collected; there is no EPS and no VB3. The visit ended at 10:12.
    ");
}

#[test]
fn fever_at_check_in_means_that_nothing_was_begun() {
    let mut facts = finished();
    facts.status = ProcedureStatus::AbortedSafety;
    facts.vitals[0].temperature = Some("38.2 °C".to_owned());
    facts.symptoms.present = vec![("burning".to_owned(), Some("new or worse".to_owned()))];
    facts.verdicts = vec![VerdictFacts {
        verdict: "blocked".to_owned(),
        reasons: vec!["fever with a new urinary symptom".to_owned()],
        ..facts.verdicts[0].clone()
    }];
    facts.consents = Vec::new();
    facts.chaperone = None;
    facts.time_out = None;
    facts.gate = None;
    facts.findings = None;
    facts.massage = None;
    facts.room_tests = Vec::new();
    facts.glasses = SpecimenRole::FOUR_GLASS.iter().map(|role| not_obtained(*role, "safety-stop")).collect();
    facts.order = None;
    facts.aftercare = None;
    insta::assert_snapshot!(compose(&facts).plain(), @"
    Procedure note: Four-glass test

    Indication
    OKAFOR, Daniel, born 1961-04-09, aged 65, MRN FG-1042, attended Fourglass Clinic on 22 Nov 2026 at 09:15 for a four-glass test. The indication was chronic pelvic pain, to look for a bacterial cause.

    Assessment before the procedure
    At 09:20 the temperature was 38.2 °C, the pulse 72 per minute and the blood pressure 128/78 mmHg.
    The patient reported burning (new or worse). The patient did not report shaking chills, fever or slow stream.
    The history includes apixaban. The answer is not known for last antibiotic. The history does not include latex allergy.
    The safety check at check-in (09:31) ruled out the massage: fever with a new urinary symptom.

    Consent and chaperone
    No consent was recorded. No offer of a chaperone was recorded.

    Prostatic massage
    The prostate was not massaged.

    Specimens
    VB1, VB2, EPS and VB3 were not obtained, because the procedure was stopped for safety.

    Outcome
    The four-glass test was not begun, for the patient’s safety. No specimen was collected. The visit ended at 10:12.
    ");
}

#[test]
fn a_dry_massage_and_a_missed_first_glass_close_honestly() {
    let mut facts = finished();
    facts.glasses[0] = not_obtained(SpecimenRole::Vb1, "cannot-void");
    facts.glasses[2] = not_obtained(SpecimenRole::Eps, "dry");
    facts.glasses[3].flags.push("VB3 was not immediate: interpret with caution".to_owned());
    facts.order.as_mut().unwrap().roles = vec![SpecimenRole::Vb2, SpecimenRole::Vb3];
    let kinds = [SectionKind::Specimens, SectionKind::Outcome, SectionKind::Plan];
    insta::assert_snapshot!(check(&facts, &kinds), @"
    Specimens
    VB1 was not obtained, because the patient could not pass urine.
    VB2 (30 mL) was collected at 09:56. It has the accession number U26-000123-2 8, and its label was verified.
    EPS was not obtained, because no secretion came.
    VB3 (8 mL) was collected at 10:05, 2 minutes after the end of the massage. It has the accession number U26-000123-4 6, and its label was verified. VB3 was not immediate: interpret with caution.
    Dipstick of VB2: nitrite negative, leukocyte esterase negative.
    Outcome
    The four-glass test was completed. VB2 and VB3 were collected; there is no VB1 and no EPS. The visit ended at 10:12.
    Laboratory and aftercare
    Order U26-000123 was sent to Central Laboratory at 10:15, with VB2 and VB3. It asks for quantitative culture and leukocyte count. At 10:11, before the patient left, it was checked that the patient feels well and has passed urine. The aftercare sheet (version 1.0.0, English) was given, with the signs for which to call at once. The clinic will call on 24 Nov 2026.
    ");
}

#[test]
fn a_withdrawn_consent_says_what_becomes_of_the_glasses() {
    let mut facts = finished();
    let withdrawal = Withdrawal {
        at: at("10:06:00"),
        phase: WithdrawalPhase::AfterMassage,
        recorded_by: clinician(2, "Nora Quist", "nurse"),
        reason: Some("worried about the laboratory".to_owned()),
        collected: vec![SpecimenRole::Vb1, SpecimenRole::Vb2],
        specimens: SpecimenWish::Discard,
        answered: None,
    };
    facts.consents = vec![given(FOUR_GLASS, drawn()).withdraw(withdrawal)];
    insta::assert_snapshot!(check(&facts, &[SectionKind::Consent]), @"
    Consent and chaperone
    Consent to “Four-glass test with prostate massage” (text four-glass 1.0.0, en) was given by the patient at 09:45, with a drawn signature. Nora Quist, nurse, recorded it; what would be done and why, risks and alternatives, the right to stop, and the patient’s questions and understanding were each gone through. The patient had capacity to decide. This consent was withdrawn by the patient at 10:06, after the massage, saying: worried about the laboratory. This was recorded by Nora Quist, nurse. By then VB1 and VB2 were collected; the patient asked that they be discarded.
    A chaperone was offered at 09:42 and declined. The visit went on without a chaperone.
    ");
}

#[test]
fn consent_and_chaperone_in_every_other_form() {
    let mut facts = finished();
    facts.kind = ProcedureKind::Dre;
    let mut spoken = given(DRE, Agreement::Verbal);
    spoken.evidence.capacity = Capacity::Fluctuating { present_now: "retold the plan correctly".to_owned() };
    let refused = offered(FOUR_GLASS).decline(None, clinician(2, "Nora Quist", "nurse"), at("09:44:00"));
    facts.consents = vec![Consent::Given(Box::new(spoken)), refused];
    facts.chaperone = Some(Chaperone {
        response: Some(ChaperoneResponse::Accepted),
        outcome: ChaperoneOutcome::ProceededWith,
        present: Some(PresentChaperone {
            staff: None,
            name: "Ines Marsh".to_owned(),
            role: "nurse".to_owned(),
            trained: true,
            gender: None,
            arrived: Some(at("09:57:00")),
            left: Some(at("10:12:00")),
            confirmed: PresenceConfirmed::Pin,
        }),
        ..chaperone()
    });
    insta::assert_snapshot!(check(&facts, &[SectionKind::Consent]), @"
    Consent and chaperone
    Consent to “Examination of the prostate by finger” (text dre 1.0.0, en) was given by the patient at 09:45, in words. Nora Quist, nurse, recorded it; what would be done and why, risks and alternatives, the right to stop, and the patient’s questions and understanding were each gone through. The patient’s capacity fluctuates and was held to be present. The reason for this was: retold the plan correctly.
    Consent to “Four-glass test with prostate massage” (text four-glass 1.0.0, en) was declined by the patient at 09:44; no reason was given. This was recorded by Nora Quist, nurse.
    A chaperone was offered at 09:42 and accepted. Ines Marsh (nurse, trained as a chaperone) was present from 09:57 to 10:12. Ines Marsh confirmed this by signing on with the PIN.
    ");
}

#[test]
fn overrides_corrections_and_remarks_are_all_said() {
    let mut facts = finished();
    facts.verdicts[0].verdict = "needs-override".to_owned();
    facts.verdicts[0].reasons = vec!["INR 3.4 is above 3.0".to_owned()];
    facts.verdicts[0].overrides = vec![OverrideFacts {
        item: "warfarin".to_owned(),
        reason: "benefit-outweighs-risk".to_owned(),
        by: "Ada Brandt".to_owned(),
        at: at("09:50:00"),
        patient_told: true,
    }];
    facts.corrections = vec![CorrectionFacts {
        happened: None,
        what: "temperature at 09:20".to_owned(),
        old: Some("38.2 °C".to_owned()),
        new: "36.8 °C".to_owned(),
        reason: "mistyped".to_owned(),
        by: "Nora Quist".to_owned(),
        at: at("09:22:00"),
    }];
    facts.remarks = Some("Seen with a medical student.\nDiscussed pelvic floor training".to_owned());
    let kinds = [SectionKind::Assessment, SectionKind::Corrections, SectionKind::Remarks];
    insta::assert_snapshot!(check(&facts, &kinds), @"
    Assessment before the procedure
    At 09:20 the temperature was 36.8 °C, the pulse 72 per minute and the blood pressure 128/78 mmHg.
    The patient reported burning (usual for this patient). The patient did not report shaking chills, fever or slow stream.
    The history includes apixaban. The answer is not known for last antibiotic. The history does not include latex allergy.
    The safety check at check-in (09:31) asked for a urologist’s decision before the massage: INR 3.4 is above 3.0. At 09:50 Ada Brandt overrode “warfarin” for the massage, because the benefit outweighs the risk; the patient was told.
    Ada Brandt took the time-out at 09:58 and confirmed the patient’s identity by name and birth date.
    Corrections and late entries
    At 09:22 Nora Quist corrected “temperature at 09:20” from 38.2 °C to 36.8 °C, for this reason: mistyped.
    Remarks
    Seen with a medical student.
    Discussed pelvic floor training.
    ");
}

#[test]
fn nodules_are_placed_measured_and_compared() {
    let mut facts = finished();
    facts.findings = Some(FindingsFacts {
        nodules: vec![NoduleFacts {
            sectors: vec!["right middle, lateral".to_owned(), "right apex, lateral".to_owned()],
            diameter_mm: Some(12),
            firmness: Some("hard".to_owned()),
            margin: Some("irregular".to_owned()),
            tender: Some(false),
            crosses_midline: Some(false),
            suspicious: Some("yes".to_owned()),
            change: Some("new".to_owned()),
        }],
        indurations: vec![(vec!["left base, medial".to_owned()], Some("half or less".to_owned()))],
        seminal_vesicles: Some("not-palpable".to_owned()),
        blood: Some("none".to_owned()),
        overall: Some("suspicious".to_owned()),
        suspected_t: Some("T2a".to_owned()),
        rationale: Some("hard nodule in one lobe".to_owned()),
        compared_with: Some("3 Mar 2025".to_owned()),
        ..findings()
    });
    insta::assert_snapshot!(check(&facts, &[SectionKind::Examination]), @"
    Examination
    A digital rectal examination was done by Ada Brandt at 10:01, with the patient in the left lateral position, using nitrile gloves and plain lubricant. Before any massage, at 10:01, inspection showed nothing that stops it; the gland was mildly tender, its consistency was normal, and it was not warm and not fluctuant. These five answers were given in one statement.
    The tone of the sphincter was normal. The whole gland was reached. Its size was estimated by finger at 40 mL. The gland was symmetric.
    A nodule was felt in the right lateral mid-gland and the right lateral apex. It was hard, 12 mm across and not tender, with an irregular margin. It does not cross the midline and was judged suspicious. It is new since the last examination. An indurated area was felt in the left medial base; it takes up half or less of the lobe. All other sectors were stated to be normal.
    The seminal vesicles were not palpable. There was no blood on the glove. On a scale of 0 to 10 the patient’s pain was 1 before and 4 during the examination. Overall the gland was judged suspicious. By the finger a clinical T category of T2a is suspected, for this reason: hard nodule in one lobe. The findings were compared with the examination of 3 Mar 2025.
    These findings were stated together, in one act, as normal: median sulcus and margins.
    ");
}

#[test]
fn a_massage_nobody_saw_the_end_of_has_no_duration() {
    let mut facts = finished();
    facts.massage.as_mut().unwrap().stopped = None;
    facts.glasses[3].end = GlassEnd::Open;
    insta::assert_snapshot!(check(&facts, &[SectionKind::Massage, SectionKind::Outcome]), @"
    Prostatic massage
    The prostate was massaged from 10:02; its end was not observed, so how long it took is not known. 8 strokes were counted on the right and 9 on the left.
    Outcome
    The four-glass test was completed. VB1, VB2 and EPS were collected; there is no VB3. The visit ended at 10:12.
    ");
}

#[test]
fn what_was_not_recorded_is_not_said() {
    let mut facts = finished();
    facts.findings = Some(FindingsFacts::default());
    facts.gate = None;
    facts.vitals = Vec::new();
    facts.symptoms = Answers::default();
    facts.history = Answers::default();
    facts.verdicts = Vec::new();
    facts.time_out = None;
    let kinds = [SectionKind::Assessment, SectionKind::Examination];
    insta::assert_snapshot!(check(&facts, &kinds), @"
    Examination
    A digital rectal examination was done.
    ");
    assert!(!compose(&facts).plain().contains("ormal"), "never “normal” unless it was stated");
}
