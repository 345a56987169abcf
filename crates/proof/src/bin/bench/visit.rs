//! One whole four-glass procedure, from the booking to the signed note, against the bare cost of keeping its bytes.

use crate::bare::{Bare, payload};
use crate::steps::Steps;
use crate::table::{Table, median};
use crate::unlock::system_clock;
use crate::{Outcome, said};
use practice::collection::{self, FirstUrines, GlassMeasure, ProcedureId, ReceiveGlass, StopMassage, TypedGlass};
use practice::consent::{self, AgreementAnswer, Beside, ChaperoneAnswer, GiveConsent, OfferConsent, WitnessAnswer};
use practice::demo::{self, NURSE, UROLOGIST};
use practice::exam::{self, AnswerGate, StateFindings};
use practice::label::{self, VerifyLabel};
use practice::note::{self, SignNote};
use practice::order::{self, MakeOrder};
use practice::patient::{self, RegisterPatient};
use practice::screening::{self, GiveAnswers, MeasureVitals, VisitId};
use practice::time_out::{self, AnswerAsUrologist, TakeTimeOut};
use practice::visit::{self, BookVisit};
use practice::{Desk, Refusal, Station};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use vault::Passphrase;

const TIMES: usize = 7;

/// A stopwatch that runs while an act does.
#[derive(Default)]
struct Watch {
    acts: Duration,
    papers: Duration,
    saving: Duration,
    commits: usize,
}

pub(crate) async fn measure(table: &mut Table) -> Outcome {
    let folder = tempfile::tempdir().map_err(said)?;
    let (station, _) = demo::found(folder.path().join("vault"), system_clock(), 13).await.map_err(said)?;
    let before = stored(&station).await?;
    // One session, as on a day in the clinic.
    demo::play(&station, UROLOGIST).await.map_err(said)?;
    let mut plays = Vec::new();
    for number in 0..=TIMES {
        plays.push(play(&station, number).await?);
    }
    let bytes = (stored(&station).await? - before) / plays.len();
    // The first one warms the engine and opens the connections.
    plays.remove(0);
    let commits = plays.iter().map(|watch| watch.commits).sum::<usize>() / TIMES;
    let bare = Bare::make().await?;
    bare.write(bytes, commits).await?;
    let mut plain = Vec::new();
    for _ in 0..TIMES {
        plain.push(bare.write(bytes, commits).await?);
    }
    let times = |which: fn(&Watch) -> Duration| plays.iter().map(which).collect::<Vec<_>>();
    let saving = times(|watch| watch.saving);
    let kept = format!("{commits} commits, {:.1} kB of values", f64::from(u32::try_from(bytes).unwrap_or(0)) / 1000.0);
    table.add("Saving one four-glass procedure", &saving, format!("{kept}, audit trail and safety verdicts included"));
    table.add("The same bytes in as many commits, bare", &plain, "one table, same settings");
    let ratio = median(&saving).as_secs_f64() / median(&plain).as_secs_f64();
    table.number("Saving against bare", ratio, "times", "");
    table.add(
        "Its acts whole",
        &times(|watch| watch.acts),
        "permission, rules, saving, and all that the screens show after each",
    );
    table.add(
        "Its papers",
        &times(|watch| watch.papers),
        "four labels as PDF and ZPL, requisition, order, in their folders",
    );
    Ok(())
}

/// The bytes of all values in the vault; nobody is signed on afterwards.
async fn stored(station: &Station) -> Outcome<usize> {
    station.lock().await;
    let passphrase = Passphrase::from_typed(NURSE.passphrase);
    let open = vault::unlock(&station.folder(), NURSE.name, &passphrase, 0).map_err(said)?;
    let mut maintenance = open.maintenance().await.map_err(said)?;
    payload(&mut maintenance).await
}

impl Watch {
    async fn act<T>(&mut self, act: impl Future<Output = Result<T, Refusal>>) -> Outcome<T> {
        let (before, started) = (Steps::so_far(), Instant::now());
        let result = act.await.map_err(|refusal| format!("{}: {refusal}", refusal.code))?;
        self.acts += started.elapsed();
        let steps = Steps::so_far().since(before);
        self.saving += steps.took;
        self.commits += usize::try_from(steps.kept).map_err(said)?;
        Ok(result)
    }

    /// An act that sets papers: its time is told apart, its commits count.
    async fn paper<T>(&mut self, act: impl Future<Output = Result<T, Refusal>>) -> Outcome<T> {
        let acts = self.acts;
        let result = self.act(act).await?;
        self.papers += self.acts.saturating_sub(acts);
        self.acts = acts;
        Ok(result)
    }
}

/// What the window would send, as it would send it.
fn sent<T: DeserializeOwned>(value: Value) -> Outcome<T> {
    serde_json::from_value(value).map_err(said)
}

async fn play(station: &Station, number: usize) -> Outcome<Watch> {
    let mut watch = Watch::default();
    let urologist = station.desk().await.map_err(said)?;
    let (visit, procedure) = come(&mut watch, &urologist, number).await?;
    check_in(&mut watch, &urologist, visit).await?;
    agree(&mut watch, &urologist, visit).await?;
    watch.act(screening::close_check_in(&urologist, visit)).await?;
    feel(&mut watch, &urologist, visit).await?;
    collect(&mut watch, &urologist, procedure).await?;
    let order = MakeOrder {
        procedure_id: procedure,
        antibiotics: sent(json!("no"))?,
        abstinence_days: None,
        remark: None,
        symptom: None,
    };
    watch.paper(Box::pin(order::make(&urologist, order))).await?;
    sign(&mut watch, &urologist, procedure).await?;
    watch.paper(practice::demo::look_after(&urologist, visit)).await?;
    watch.act(visit::close(&urologist, visit)).await?;
    Ok(watch)
}

async fn come(watch: &mut Watch, desk: &Desk, number: usize) -> Outcome<(VisitId, ProcedureId)> {
    let typed: RegisterPatient = sent(json!({
        "mrn": null, "family": format!("Sommer{number}"), "given": "Anton", "birthDate": "1961-04-09", "sex": "male",
        "gender": null, "nameUsed": null, "pronoun": null, "hasProstate": "yes", "phone": null,
        "mayLeaveMessage": "no", "allergies": null, "underCustody": false, "anotherPerson": true,
    }))?;
    let patient = watch.act(patient::register(desk, typed)).await?;
    let booking = BookVisit {
        patient_id: patient.identity.patient_id,
        kind: sent(json!("four-glass"))?,
        indication: "ind-four-glass".to_owned(),
        date: desk.today().to_string(),
        time: "09:30".to_owned(),
    };
    let row = watch.act(visit::book(desk, booking)).await?;
    watch.act(visit::arrive(desk, row.visit_id)).await?;
    Ok((row.visit_id, row.procedure_id))
}

async fn check_in(watch: &mut Watch, desk: &Desk, visit: VisitId) -> Outcome {
    let vitals = sent(json!({
        "temperature": "36.8", "temperatureUnit": "degC", "pulse": "72", "systolic": "128", "diastolic": "78",
        "breaths": "",
    }))?;
    let measured =
        MeasureVitals { visit_id: visit, vitals, confirmed: false, corrects: None, reason: None, second: None };
    let room = watch.act(screening::measure(desk, measured)).await?;
    // Asked only when another answer gives a reason.
    let rarely = ["looks-ill", "flank-pain", "anc", "platelets", "inr", "new-confusion"];
    let asked = room.items.iter().filter(|item| {
        item.asked_of.as_str() != "urologist" && !item.id.starts_with("dipstick") && !rarely.contains(&item.id.as_str())
    });
    let answers: Vec<Value> = asked
        .map(|item| {
            let usual = ["burning", "pain"].contains(&item.id.as_str());
            let said = if usual { "usual" } else { "no" };
            json!({ "item": item.id, "said": said, "value": null, "unit": null, "stated": "singly" })
        })
        .collect();
    let given = GiveAnswers { visit_id: visit, answers: sent(Value::from(answers))?, reason: None, second: None };
    watch.act(screening::answer(desk, given)).await?;
    Ok(())
}

async fn agree(watch: &mut Watch, desk: &Desk, visit: VisitId) -> Outcome {
    let room = watch.act(consent::room(desk, visit)).await?;
    let examiner = room.colleagues.iter().find(|colleague| colleague.examines).ok_or("nobody examines")?.staff_id;
    let witness = room.colleagues.iter().find(|colleague| !colleague.examines).ok_or("nobody witnesses")?.staff_id;
    let text_id = room.texts.first().ok_or("there is no text")?.id.clone();
    let offer = OfferConsent { visit_id: visit, text_id, language: None, spoken: None, examiner_id: examiner };
    let offered = watch.act(consent::offer(desk, offer)).await?;
    let given = GiveConsent {
        consent_id: offered.consent_id,
        version: offered.version,
        groups: sent(json!([
            "what-and-why",
            "risks-and-alternatives",
            "rights-and-chaperone",
            "questions-and-teach-back"
        ]))?,
        trainee: None,
        chaperone: ChaperoneAnswer {
            offered: true,
            not_offered_because: None,
            response: sent(json!("declined"))?,
            preference: None,
            clinician_requires: false,
            present: None,
            rebook: false,
        },
        capacity: sent(json!({ "capacity": "present" }))?,
        interpreter: None,
        agreement: AgreementAnswer::WitnessedVerbal {
            witness: WitnessAnswer { staff_id: Some(witness), name: None, role: None },
        },
        beside: Beside::default(),
    };
    watch.act(consent::give(desk, given)).await?;
    Ok(())
}

async fn feel(watch: &mut Watch, urologist: &Desk, visit: VisitId) -> Outcome {
    let none = AnswerAsUrologist { visit_id: visit, yes: vec![], not_known: vec![], reason: None, second: None };
    watch.act(time_out::answer(urologist, none)).await?;
    let taken = TakeTimeOut { visit_id: visit, name_said: true, second_identifier_said: true, consent_stands: true };
    watch.act(time_out::take(urologist, taken)).await?;
    let gate = sent(json!({
        "noneOfTheStopFindings": true, "inspection": [], "inspectionText": null,
        "tenderness": null, "consistency": null, "warmth": null, "fluctuance": null,
    }))?;
    watch.act(exam::answer_gate(urologist, AnswerGate { visit_id: visit, gate })).await?;
    let findings = sent(json!({ "unstatedNormal": true, "otherSectorsNormal": false, "sizeMl": 35, "nodules": [] }))?;
    watch.act(exam::state_findings(urologist, StateFindings { visit_id: visit, findings })).await?;
    Ok(())
}

async fn collect(watch: &mut Watch, urologist: &Desk, procedure_id: ProcedureId) -> Outcome {
    let urine = || -> Outcome<TypedGlass> {
        let how = sent(json!("by-patient"))?;
        Ok(TypedGlass { minutes_ago: 0, measure: GlassMeasure::Enough, ml: None, appearance: None, how })
    };
    let first = FirstUrines { procedure_id, vb1: urine()?, vb2: urine()? };
    watch.act(collection::receive_first_urines(urologist, first)).await?;
    watch.paper(label::print(urologist, procedure_id)).await?;
    watch.act(collection::start_massage(urologist, procedure_id)).await?;
    let stop = StopMassage { procedure_id, reason: None, strokes: None };
    watch.act(collection::stop_massage(urologist, stop)).await?;
    for (role, measure) in [("vb3", GlassMeasure::Enough), ("eps", GlassMeasure::Drops)] {
        let glass = ReceiveGlass { procedure_id, role: sent(json!(role))?, glass: TypedGlass { measure, ..urine()? } };
        watch.act(collection::receive(urologist, glass)).await?;
        watch.paper(label::print(urologist, procedure_id)).await?;
    }
    let view = watch.act(collection::finish(urologist, procedure_id)).await?;
    for accession in view.glasses.iter().filter_map(|glass| glass.accession) {
        let read = accession.compact();
        let scan = VerifyLabel { procedure_id, specimen_id: None, read, how: sent(json!("scan"))? };
        watch.act(label::verify(urologist, scan)).await?;
    }
    Ok(())
}

/// Signing derives the signer's key once more; that time is measured beside it and taken off.
async fn sign(watch: &mut Watch, urologist: &Desk, procedure_id: ProcedureId) -> Outcome {
    let room = watch.act(note::room(urologist, procedure_id)).await?;
    let started = Instant::now();
    urologist.confirm_passphrase(UROLOGIST.passphrase).await.map_err(said)?;
    let derivation = started.elapsed();
    let signed = SignNote {
        procedure_id,
        draft_sha256: room.draft_sha256,
        remarks: None,
        reason: None,
        meaning: sent(json!("author"))?,
        passphrase: UROLOGIST.passphrase.to_owned(),
    };
    watch.act(note::sign(urologist, signed)).await?;
    watch.acts = watch.acts.saturating_sub(derivation);
    Ok(())
}
