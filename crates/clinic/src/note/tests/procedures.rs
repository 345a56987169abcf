//! Each procedure, and each way in which it can end.

use super::*;
use SectionKind::{Assessment, Examination, Indication, Massage, Outcome, Plan, Specimens};

const END: [SectionKind; 3] = [Massage, Specimens, Outcome];

/// The procedure of this kind, with these glasses, and nothing said about the room or the laboratory.
fn of(kind: ProcedureKind, glasses: Vec<GlassFacts>) -> NoteFacts {
    NoteFacts { kind, glasses, room_tests: Vec::new(), order: None, aftercare: None, ..finished() }
}

fn stopped(status: ProcedureStatus, time: &str, during: &str, reason: &str) -> impl FnOnce(NoteFacts) -> NoteFacts {
    let stop =
        StopFacts { at: at(time), during: during.to_owned(), reasons: vec![reason.to_owned()], done: Vec::new() };
    move |facts| NoteFacts { status, stop: Some(stop), ..facts }
}

fn massage(start: &str, stop: &str, broken_off: Option<&str>) -> MassageFacts {
    MassageFacts {
        told: false,
        started: at(start),
        stopped: Some(at(stop)),
        said_completed: false,
        strokes: None,
        strokes_why: None,
        broken_off: broken_off.map(str::to_owned),
        long_because: None,
    }
}

fn strokes(right: u8, left: u8, why: Option<&str>) -> MassageFacts {
    let strokes_why = why.map(str::to_owned);
    MassageFacts { strokes: Some((right, left)), strokes_why, ..massage("10:02:10", "10:02:40", None) }
}

#[test]
fn an_examination_alone() {
    let mut facts = of(ProcedureKind::Dre, Vec::new());
    facts.indication = "Lower urinary tract symptoms".to_owned();
    facts.massage = None;
    facts.gate = None;
    facts.verdicts = ["check-in", "time-out"]
        .into_iter()
        .zip(["09:31:00", "09:58:00"])
        .map(|(step, time)| VerdictFacts {
            step: step.to_owned(),
            at: at(time),
            act: Act::Dre,
            verdict: "clear".to_owned(),
            reasons: Vec::new(),
            overrides: Vec::new(),
        })
        .collect();
    let kinds = [Indication, Assessment, Examination, Massage, Specimens, Outcome, Plan];
    insta::assert_snapshot!(check(&facts, &kinds), @"
    Indication
    OKAFOR, Daniel, born 1961-04-09, aged 65, MRN FG-1042, attended Fourglass Clinic on 22 Nov 2026 at 09:15 for a digital rectal examination. The indication was lower urinary tract symptoms.
    Assessment before the procedure
    At 09:20 the temperature was 36.8 °C, the pulse 72 per minute and the blood pressure 128/78 mmHg.
    The patient reported burning (usual for this patient). The patient did not report shaking chills, fever or slow stream.
    The history includes apixaban. The answer is not known for last antibiotic. The history does not include latex allergy.
    The safety check at check-in (09:31) and time-out (09:58) found nothing against the examination.
    Ada Brandt took the time-out at 09:58 and confirmed the patient’s identity by name and birth date.
    Examination
    A digital rectal examination was done by Ada Brandt at 10:01, with the patient in the left lateral position, using nitrile gloves and plain lubricant.
    The tone of the sphincter was normal. The whole gland was reached. Its size was estimated by finger at 40 mL. The gland was symmetric and of normal consistency.
    All twelve sectors were stated to be normal.
    On a scale of 0 to 10 the patient’s pain was 1 before and 4 during the examination. Overall the gland was judged benign.
    These findings were stated together, in one act, as normal: median sulcus and margins.
    Outcome
    The digital rectal examination was completed. The visit ended at 10:12.
    ");
}

#[test]
fn an_examination_the_patient_stops() {
    let mut facts = of(ProcedureKind::Dre, Vec::new());
    facts.massage = None;
    facts.gate = None;
    facts.status = ProcedureStatus::StoppedByPatient;
    facts.findings = Some(FindingsFacts {
        at: Some(at("10:01:00")),
        examiner: Some("Ada Brandt".to_owned()),
        incomplete: Some("the patient asked to stop at the sphincter.".to_owned()),
        ..FindingsFacts::default()
    });
    insta::assert_snapshot!(check(&facts, &[Examination, Outcome]), @"
    Examination
    A digital rectal examination was begun by Ada Brandt at 10:01. The examination was not completed, for this reason: the patient asked to stop at the sphincter.
    Outcome
    The digital rectal examination was stopped at the patient’s wish. The visit ended at 10:12.
    ");
}

#[test]
fn secretion_alone_finished() {
    let mut facts = of(ProcedureKind::Eps, vec![collected(SpecimenRole::Eps, "10:03:20", "0.4 mL", "U26-000124-1 2")]);
    facts.indication = "Infertility or haematospermia: inflammatory work-up".to_owned();
    insta::assert_snapshot!(check(&facts, &[Indication, Massage, Specimens, Outcome]), @"
    Indication
    OKAFOR, Daniel, born 1961-04-09, aged 65, MRN FG-1042, attended Fourglass Clinic on 22 Nov 2026 at 09:15 for the collection of expressed prostatic secretion (EPS). The indication was infertility or haematospermia: inflammatory work-up.
    Prostatic massage
    The prostate was massaged from 10:02 to 10:03, for 1 min 2 s. 8 strokes were counted on the right and 9 on the left.
    Specimens
    EPS (0.4 mL, milky) was collected at 10:03. It has the accession number U26-000124-1 2, and its label was verified.
    Outcome
    The collection of expressed prostatic secretion (EPS) was completed. Every planned specimen was collected. The visit ended at 10:12.
    ");
}

#[test]
fn secretion_alone_and_none_came() {
    let facts = of(ProcedureKind::Eps, vec![not_obtained(SpecimenRole::Eps, "dry")]);
    insta::assert_snapshot!(check(&facts, &END), @"
    Prostatic massage
    The prostate was massaged from 10:02 to 10:03, for 1 min 2 s. 8 strokes were counted on the right and 9 on the left.
    Specimens
    EPS was not obtained, because no secretion came.
    Outcome
    The collection of expressed prostatic secretion (EPS) was completed. No specimen was collected. The visit ended at 10:12.
    ");
}

#[test]
fn secretion_alone_broken_off_by_pain() {
    let mut facts = of(ProcedureKind::Eps, vec![not_obtained(SpecimenRole::Eps, "stopped")]);
    let pain = "pain of 7 or more out of 10";
    facts.massage = Some(massage("10:02:10", "10:03:12", Some(pain)));
    let facts = stopped(ProcedureStatus::Stopped, "10:03:12", "during the massage", pain)(facts);
    insta::assert_snapshot!(check(&facts, &END), @"
    Prostatic massage
    The prostate was massaged from 10:02 to 10:03, for 1 min 2 s. Strokes were not counted. The massage was broken off because of pain of 7 or more out of 10.
    Specimens
    EPS was not obtained, because the procedure was stopped.
    Outcome
    The collection of expressed prostatic secretion (EPS) was stopped. This was decided at 10:03, during the massage, because of pain of 7 or more out of 10. No specimen was collected. The visit ended at 10:12.
    ");
}

#[test]
fn two_glasses_finished_and_no_drops() {
    let glasses = vec![
        collected(SpecimenRole::PreM, "09:56:00", "30 mL", "U26-000125-1 0"),
        not_obtained(SpecimenRole::Eps, "dry"),
        collected(SpecimenRole::PostM, "10:05:12", "10 mL", "U26-000125-2 9"),
    ];
    let mut facts = of(ProcedureKind::TwoGlass, glasses);
    if let GlassEnd::Collected { how, .. } = &mut facts.glasses[0].end {
        *how = Some("the patient filled the cup alone".to_owned());
    }
    insta::assert_snapshot!(check(&facts, &[Indication, Massage, Specimens, Outcome]), @"
    Indication
    OKAFOR, Daniel, born 1961-04-09, aged 65, MRN FG-1042, attended Fourglass Clinic on 22 Nov 2026 at 09:15 for a two-glass test (PPMT). The indication was chronic pelvic pain, to look for a bacterial cause.
    Prostatic massage
    The prostate was massaged from 10:02 to 10:03, for 1 min 2 s. 8 strokes were counted on the right and 9 on the left.
    Specimens
    PRE-M (30 mL) was collected at 09:56. The patient filled the cup alone. It has the accession number U26-000125-1 0, and its label was verified.
    EPS was not obtained, because no secretion came.
    POST-M (10 mL) was collected at 10:05, 2 minutes after the end of the massage. It has the accession number U26-000125-2 9, and its label was verified.
    Outcome
    The two-glass test (PPMT) was completed. PRE-M and POST-M were collected; there is no EPS. The visit ended at 10:12.
    ");
}

#[test]
fn two_glasses_and_the_patient_left_early() {
    let glasses = vec![
        collected(SpecimenRole::PreM, "09:56:00", "30 mL", "U26-000125-1 0"),
        not_obtained(SpecimenRole::Eps, "left"),
        not_obtained(SpecimenRole::PostM, "left"),
    ];
    let mut facts = of(ProcedureKind::TwoGlass, glasses);
    facts.status = ProcedureStatus::Stopped;
    insta::assert_snapshot!(check(&facts, &END), @"
    Prostatic massage
    The prostate was massaged from 10:02 to 10:03, for 1 min 2 s. 8 strokes were counted on the right and 9 on the left.
    Specimens
    PRE-M (30 mL) was collected at 09:56. It has the accession number U26-000125-1 0, and its label was verified.
    EPS and POST-M were not obtained, because the patient left.
    Outcome
    The two-glass test (PPMT) was stopped for another reason than safety. PRE-M was collected; there is no EPS and no POST-M. The visit ended at 10:12.
    ");
}

#[test]
fn two_glasses_broken_off_by_bleeding_and_one_is_thrown_away() {
    let mut before = collected(SpecimenRole::PreM, "09:56:00", "30 mL", "U26-000125-1 0");
    before.end = GlassEnd::Discarded { at: at("10:20:00"), reason: "broken".to_owned() };
    let missing = [SpecimenRole::Eps, SpecimenRole::PostM].map(|role| not_obtained(role, "stopped"));
    let mut facts = of(ProcedureKind::TwoGlass, [vec![before], missing.to_vec()].concat());
    let blood = "more than a streak of blood";
    facts.massage = Some(massage("10:02:10", "10:02:31", Some(blood)));
    let facts = stopped(ProcedureStatus::Stopped, "10:02:31", "during the massage", blood)(facts);
    insta::assert_snapshot!(check(&facts, &END), @"
    Prostatic massage
    The prostate was massaged at 10:02, for 21 seconds. Strokes were not counted. The massage was broken off because of more than a streak of blood.
    Specimens
    PRE-M was collected, and was discarded at 10:20 because the tube broke.
    EPS and POST-M were not obtained, because the procedure was stopped.
    Outcome
    The two-glass test (PPMT) was stopped. This was decided at 10:02, during the massage, because of more than a streak of blood. No specimen was kept. The visit ended at 10:12.
    ");
}

#[test]
fn urine_after_the_strokes_of_a_kit() {
    let mut facts =
        of(ProcedureKind::PostDreUrine, vec![collected(SpecimenRole::Pdu, "10:20:00", "25 mL", "U26-000126-1 8")]);
    facts.massage = Some(strokes(3, 3, None));
    insta::assert_snapshot!(check(&facts, &[Indication, Examination, Massage, Specimens, Outcome]), @"
    Indication
    OKAFOR, Daniel, born 1961-04-09, aged 65, MRN FG-1042, attended Fourglass Clinic on 22 Nov 2026 at 09:15 for a collection of post-DRE urine. The indication was chronic pelvic pain, to look for a bacterial cause.
    Examination
    A digital rectal examination was done by Ada Brandt at 10:01, with the patient in the left lateral position, using nitrile gloves and plain lubricant. Before any stroke, at 10:01, inspection showed nothing that stops it; the gland was mildly tender, its consistency was normal, and it was not warm and not fluctuant. These five answers were given in one statement.
    The tone of the sphincter was normal. The whole gland was reached. Its size was estimated by finger at 40 mL. The gland was symmetric.
    All twelve sectors were stated to be normal.
    On a scale of 0 to 10 the patient’s pain was 1 before and 4 during the examination. Overall the gland was judged benign.
    These findings were stated together, in one act, as normal: median sulcus and margins.
    Strokes before the urine
    The prostate was stroked 3 times on the right and 3 times on the left, at 10:02, for 30 seconds.
    Specimens
    PDU (25 mL) was collected at 10:20, 17 min 20 s after the end of the strokes. It has the accession number U26-000126-1 8, and its label was verified.
    Outcome
    The collection of post-DRE urine was completed. Every planned specimen was collected. The visit ended at 10:12.
    ");
}

#[test]
fn strokes_not_as_the_kit_asks() {
    let mut facts = of(ProcedureKind::PostDreUrine, vec![not_obtained(SpecimenRole::Pdu, "cannot-void")]);
    facts.massage = Some(strokes(3, 1, Some("the left lobe was sore.")));
    insta::assert_snapshot!(check(&facts, &END), @"
    Strokes before the urine
    The prostate was stroked 3 times on the right and once on the left, at 10:02, for 30 seconds. The kit asks for 3 times on either side; it was done otherwise for this reason: the left lobe was sore.
    Specimens
    PDU was not obtained, because the patient could not pass urine.
    Outcome
    The collection of post-DRE urine was completed. No specimen was collected. The visit ended at 10:12.
    ");
}

#[test]
fn strokes_stopped_by_the_patient() {
    let mut facts = of(ProcedureKind::PostDreUrine, vec![not_obtained(SpecimenRole::Pdu, "declined")]);
    let asked = "the patient asked to stop";
    facts.massage = Some(MassageFacts {
        broken_off: Some(asked.to_owned()),
        ..strokes(2, 0, Some("stopped at the patient’s wish"))
    });
    let facts = stopped(ProcedureStatus::StoppedByPatient, "10:02:40", "during the strokes", asked)(facts);
    insta::assert_snapshot!(check(&facts, &END), @"
    Strokes before the urine
    The prostate was stroked twice on the right and not at all on the left, at 10:02, for 30 seconds. The kit asks for 3 times on either side; it was done otherwise for this reason: stopped at the patient’s wish. The strokes were broken off because the patient asked to stop.
    Specimens
    PDU was not obtained, because the patient declined.
    Outcome
    The collection of post-DRE urine was stopped at the patient’s wish. This was decided at 10:02, during the strokes. No specimen was collected. The visit ended at 10:12.
    ");
}

#[test]
fn strokes_stopped_for_safety() {
    let mut facts = of(ProcedureKind::PostDreUrine, vec![not_obtained(SpecimenRole::Pdu, "safety-stop")]);
    facts.massage = Some(massage("10:02:10", "10:02:31", Some("the gland became exquisitely tender")));
    let rule = "A gland that becomes exquisitely tender may be acutely infected; nothing more presses on it (tender).";
    let facts = stopped(ProcedureStatus::AbortedSafety, "10:02:31", "after the strokes had begun", rule)(facts);
    insta::assert_snapshot!(check(&facts, &[Examination, Massage, Specimens, Outcome]), @"
    Examination
    A digital rectal examination was done by Ada Brandt at 10:01, with the patient in the left lateral position, using nitrile gloves and plain lubricant. Before any stroke, at 10:01, inspection showed nothing that stops it; the gland was mildly tender, its consistency was normal, and it was not warm and not fluctuant. These five answers were given in one statement.
    The tone of the sphincter was normal. The whole gland was reached. Its size was estimated by finger at 40 mL. The gland was symmetric.
    All twelve sectors were stated to be normal.
    On a scale of 0 to 10 the patient’s pain was 1 before and 4 during the examination. Overall the gland was judged benign.
    These findings were stated together, in one act, as normal: median sulcus and margins.
    Strokes before the urine
    The prostate was stroked at 10:02, for 21 seconds; the strokes were not counted. The strokes were broken off because the gland became exquisitely tender.
    Specimens
    PDU was not obtained, because the procedure was stopped for safety.
    Outcome
    The collection of post-DRE urine was stopped for the patient’s safety. This was decided at 10:02, after the strokes had begun, for this reason: A gland that becomes exquisitely tender may be acutely infected; nothing more presses on it (tender). No specimen was collected. The visit ended at 10:12.
    ");
}

#[test]
fn strokes_stopped_at_the_gate() {
    let mut facts = of(ProcedureKind::PostDreUrine, vec![not_obtained(SpecimenRole::Pdu, "safety-stop")]);
    facts.massage = None;
    facts.findings = None;
    facts.gate = Some(GateFacts {
        as_one: false,
        inspection: "fissure, thrombosed-hemorrhoid".to_owned(),
        tenderness: "moderate".to_owned(),
        consistency: "fluctuant".to_owned(),
        fluctuance: true,
        passed: false,
        ..facts.gate.unwrap()
    });
    let rule = "A fluctuant gland may hold an abscess, and pressure may rupture it.";
    let facts = stopped(ProcedureStatus::AbortedSafety, "10:01:00", "during the examination", rule)(facts);
    insta::assert_snapshot!(check(&facts, &[Examination, Massage, Specimens, Outcome]), @"
    Examination
    Before any stroke, at 10:01, inspection showed a fissure and a thrombosed haemorrhoid; the gland was moderately tender, its consistency was fluctuant, and it was not warm but fluctuant. These findings ruled out the strokes.
    Strokes before the urine
    The prostate was not stroked.
    Specimens
    PDU was not obtained, because the procedure was stopped for safety.
    Outcome
    The collection of post-DRE urine was stopped for the patient’s safety. This was decided at 10:01, during the examination, for this reason: A fluctuant gland may hold an abscess, and pressure may rupture it. No specimen was collected. The visit ended at 10:12.
    ");
}

#[test]
fn four_glasses_stopped_for_safety_at_the_time_out() {
    let missing = |role: &SpecimenRole| not_obtained(*role, "safety-stop");
    let mut facts = of(ProcedureKind::FourGlass, SpecimenRole::FOUR_GLASS.iter().map(missing).collect());
    facts.gate = None;
    facts.findings = None;
    facts.massage = None;
    let rules = ["Bacteria in the bladder can spread; treat first.", "A temperature of 38.0 °C or more (38.4 °C)."];
    let verdict = |act: Act, verdict: &str, reasons: &[&str]| VerdictFacts {
        step: "the time-out".to_owned(),
        at: at("09:58:30"),
        act,
        verdict: verdict.to_owned(),
        reasons: reasons.iter().map(ToString::to_string).collect(),
        overrides: Vec::new(),
    };
    facts.verdicts.push(verdict(Act::Dre, "blocked", &rules));
    facts.verdicts.push(verdict(Act::Massage, "blocked", &rules));
    let mut facts = stopped(ProcedureStatus::AbortedSafety, "09:58:30", "after the time-out", rules[0])(facts);
    let stop = facts.stop.as_mut().unwrap();
    stop.reasons.push(rules[1].to_owned());
    stop.done = vec!["urine was sent for culture".to_owned(), "the patient was seen by the duty physician".to_owned()];
    insta::assert_snapshot!(check(&facts, &[Assessment, Massage, Specimens, Outcome]), @"
    Assessment before the procedure
    At 09:20 the temperature was 36.8 °C, the pulse 72 per minute and the blood pressure 128/78 mmHg.
    The patient reported burning (usual for this patient). The patient did not report shaking chills, fever or slow stream.
    The history includes apixaban. The answer is not known for last antibiotic. The history does not include latex allergy.
    The safety check at check-in (09:31) let the massage proceed, with notes: takes an anticoagulant. The safety check at the time-out (09:58) ruled out the examination and the massage: (1) Bacteria in the bladder can spread; treat first; (2) A temperature of 38.0 °C or more (38.4 °C).
    Ada Brandt took the time-out at 09:58 and confirmed the patient’s identity by name and birth date.
    Prostatic massage
    The prostate was not massaged.
    Specimens
    VB1, VB2, EPS and VB3 were not obtained, because the procedure was stopped for safety.
    Outcome
    The four-glass test was stopped for the patient’s safety. This was decided at 09:58, after the time-out, for these reasons: (1) Bacteria in the bladder can spread; treat first; (2) A temperature of 38.0 °C or more (38.4 °C). This was done about it: urine was sent for culture and the patient was seen by the duty physician. No specimen was collected. The visit ended at 10:12.
    ");
}

#[test]
fn a_station_that_was_interrupted_and_what_was_said_afterwards() {
    let mut facts = finished();
    let massage = facts.massage.as_mut().unwrap();
    massage.stopped = None;
    massage.strokes = None;
    massage.said_completed = true;
    insta::assert_snapshot!(check(&facts, &[Massage]), @"
    Prostatic massage
    The prostate was massaged from 10:02; its end was not observed, so how long it took is not known. Strokes were not counted. It was stated afterwards that the massage was carried on and completed.
    ");
    let massage = facts.massage.as_mut().unwrap();
    massage.said_completed = false;
    massage.broken_off = Some("faintness or a slow pulse".to_owned());
    insta::assert_snapshot!(check(&facts, &[Massage]), @"
    Prostatic massage
    The prostate was massaged from 10:02; its end was not observed, so how long it took is not known. Strokes were not counted. The massage was broken off because of faintness or a slow pulse.
    ");
}
