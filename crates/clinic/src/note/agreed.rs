//! What was agreed, in a note: each consent of the visit in its state, and the chaperone.

use super::facts::NoteFacts;
use super::phrase::{Writing, clock, day, list, spoken};
use super::{Section, SectionKind};
use crate::Moment;
use crate::consent::chaperone::{Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse, PresenceConfirmed};
use crate::consent::{
    Agreement, Assessed, Capacity, Consent, ConsentState, Countersignature, ExpiryCause, Given, Interpreter,
    MinorBasis, MinorConsent, SpecimenWish, TranslationReview,
};

pub(super) fn consent(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Consent);
    if facts.consent_elsewhere {
        note.say("What was signed before the procedure stands under another patient’s name and stays sealed there");
    } else if facts.consents.is_empty() {
        note.say("No consent was recorded");
    }
    for consent in &facts.consents {
        say_consent(&mut note, consent, facts.came_at);
        note.pause();
    }
    match &facts.chaperone {
        Some(chaperone) => say_chaperone(&mut note, chaperone, facts.came_at),
        None => note.say("No offer of a chaperone was recorded"),
    }
    note.finish()
}

fn say_consent(note: &mut Writing, consent: &Consent, day_of: Moment) {
    let text = &consent.offered().text;
    let read = consent.offered().spoken.as_ref().map_or_else(String::new, |spoken| format!(", read out in {spoken}"));
    let title = format!("“{}” (text {} {}, {}{read})", text.title, text.id, text.version, text.language);
    match consent {
        Consent::Offered(offered) => {
            let at = clock(offered.offered_at, day_of);
            note.say(format!("consent to {title} was asked for at {at}; no answer was recorded"));
        }
        Consent::Declined { at, recorded_by, reason, .. } => {
            let why = reason.as_ref().map_or_else(|| "no reason was given".to_owned(), |why| format!("reason: {why}"));
            let at = clock(*at, day_of);
            note.say(format!("at {at} the patient declined consent to {title}; {why}"));
            note.say(format!("This was recorded by {}, {}", recorded_by.name, recorded_by.role));
        }
        Consent::Given(given) => say_given(note, given, &title, day_of),
        Consent::Expired { given, at, cause } => {
            say_given(note, given, &title, day_of);
            // That a consent ends with its visit is the rule and needs no words; that it ran out earlier does.
            if *cause == ExpiryCause::Hours24 {
                note.say(format!("it ran out after 24 hours, on {}", at.long_text()));
            }
        }
        Consent::Withdrawn { given, withdrawal } => {
            say_given(note, given, &title, day_of);
            let why = withdrawal.reason.as_deref().map_or_else(String::new, |why| format!(", saying: {why}"));
            let at = clock(withdrawal.at, day_of);
            let phase = spoken(withdrawal.phase.as_str());
            note.say(format!("at {at} ({phase}) the patient withdrew consent{why}"));
            note.say(format!("This was recorded by {}, {}", withdrawal.recorded_by.name, withdrawal.recorded_by.role));
            let codes: Vec<&str> = withdrawal.collected.iter().map(|role| role.code()).collect();
            if !codes.is_empty() {
                let wish = match withdrawal.specimens {
                    SpecimenWish::Send => "the patient agreed that it be sent",
                    SpecimenWish::Discard => "the patient asked that it be discarded",
                    SpecimenWish::Held => "it is held until the patient has decided",
                };
                note.say(format!("collected by then: {}; {wish}", list(&codes)));
            }
            if let Some(answered) = &withdrawal.answered {
                let wish = if answered.wish == SpecimenWish::Send { "may be sent" } else { "is to be discarded" };
                let at = clock(answered.at, day_of);
                note.say(format!("at {at} the patient said that it {wish}, recorded by {}", answered.recorded_by.name));
            }
            note.field("Consent withdrawn", format!("{at}, {phase}"));
        }
    }
    let state = match consent {
        Consent::Expired { cause: ExpiryCause::VisitEnded, .. } => ConsentState::Given,
        other => other.state(),
    };
    note.field("Consent", format!("{} ({state})", text.title));
}

fn say_given(note: &mut Writing, given: &Given, title: &str, day_of: Moment) {
    let evidence = &given.evidence;
    let signatory = evidence.signatory(&given.offered.identity.name);
    let who = if signatory == given.offered.identity.name {
        "the patient".to_owned()
    } else {
        format!("{signatory}, for the patient,")
    };
    let how = match &evidence.agreement {
        Agreement::Drawn { .. } => "by a drawn signature".to_owned(),
        Agreement::Typed { vouched, .. } => {
            format!("by typing the name, for which {} vouched by {vouched}", given.recorded_by.name)
        }
        Agreement::PaperScanned { .. } => "by signing the printed paper, which was scanned".to_owned(),
        Agreement::WitnessedVerbal { witness } => {
            format!("in words, heard by {} ({}) as witness", witness.name, witness.role)
        }
        Agreement::Verbal => "in words".to_owned(),
    };
    let at = clock(given.at, day_of);
    note.say(format!("at {at} {who} gave consent to {title} {how}"));
    if let Some(witness) = &evidence.witness {
        note.say(format!("{} ({}) witnessed it", witness.name, witness.role));
    }
    note.say(format!(
        "{}, {}, recorded it; what would be done and why, risks and alternatives, the right to stop, and the patient’s \
         questions and understanding were each gone through",
        given.recorded_by.name, given.recorded_by.role
    ));
    if let Some(review) = &given.offered.text.review {
        let TranslationReview { reviewer, qualification, reviewed_on } = review;
        note.say(format!("the translation was reviewed on {reviewed_on} by {reviewer}, {qualification}"));
    }
    match &evidence.capacity {
        Capacity::Present => note.say("the patient had capacity to decide"),
        Capacity::Fluctuating { present_now } => {
            note.say(format!("the patient’s capacity fluctuates and was present: {present_now}"));
        }
        Capacity::Lacking { representative } => {
            let seen = if representative.document_seen { "the document was seen" } else { "no document was seen" };
            let basis = spoken(representative.basis.as_str());
            note.say(format!("the patient lacked capacity; the representative decided as {basis}; {seen}"));
        }
    }
    if let Some(Assessed { by, at }) = &evidence.assessed {
        note.say(format!("{}, {}, assessed the capacity at {}", by.name, by.role, clock(*at, day_of)));
    }
    if let Some(minor) = &evidence.minor {
        say_minor(note, minor);
    }
    if let Some(interpreter) = &evidence.interpreter {
        say_interpreter(note, interpreter);
    }
    if let Some(trainee) = &evidence.trainee {
        let answer = if trainee.agreed { "agreed to" } else { "declined" };
        note.say(format!("the patient {answer} the part of {}, {}, a trainee", trainee.name, trainee.role));
    }
    for Countersignature { part, by, how, at } in &evidence.countersigned {
        let at = clock(*at, day_of);
        note.say(format!("{}, {}, signed as {part} at {at} by own sign-on, with the {how}", by.name, by.role));
    }
    note.field("Consent given", format!("{at} on {}", day(given.at)));
}

fn say_interpreter(note: &mut Writing, interpreter: &Interpreter) {
    let family = if interpreter.family { ", a member of the family" } else { "" };
    let (kind, language) = (spoken(interpreter.kind.as_str()), &interpreter.language);
    note.say(format!("{}{family} interpreted ({language}, {kind})", interpreter.name));
    if interpreter.signature.is_some() {
        note.say("the interpreter signed as well");
    }
}

fn say_minor(note: &mut Writing, minor: &MinorConsent) {
    match &minor.basis {
        MinorBasis::Guardian { name, relation, .. } => note.say(format!(
            "the patient was under 18; {name} ({relation}) consented as guardian, and the patient agreed"
        )),
        MinorBasis::Mature { note: shown } => {
            note.say(format!("the patient was under 18 and held able to decide alone: {shown}"));
        }
    }
    note.say(format!("it was done because: {}", minor.reason));
    if let Some(second) = &minor.concurred {
        note.say(format!("{}, {}, concurred by own sign-on", second.name, second.role));
    }
    if minor.without_chaperone.is_some() {
        let both = if minor.guardian().is_some() { "the patient and the guardian" } else { "the patient" };
        note.say(format!("{both} chose to go on without a chaperone"));
    }
}

fn say_chaperone(note: &mut Writing, chaperone: &Chaperone, day_of: Moment) {
    let answered = match chaperone.response {
        Some(ChaperoneResponse::Accepted) => " and accepted",
        Some(ChaperoneResponse::Declined) => " and declined",
        Some(ChaperoneResponse::Requested) => "; the patient had asked for one",
        None => "",
    };
    match &chaperone.offer {
        ChaperoneOffer::Yes { at, .. } => {
            note.say(format!("a chaperone was offered at {}{answered}", clock(*at, day_of)));
        }
        ChaperoneOffer::No { reason } => note.say(format!("no chaperone was offered{answered}: {reason}")),
    }
    if let Some(preference) = &chaperone.preference {
        note.say(format!("the patient’s preference: {preference}"));
    }
    if chaperone.clinician_requires {
        note.say("the clinician required a chaperone");
    }
    if let Some(present) = &chaperone.present {
        let trained = if present.trained { "trained as a chaperone" } else { "not trained as a chaperone" };
        let gender = present.gender.as_ref().map_or_else(String::new, |gender| format!(", {gender}"));
        note.say(format!("{}, {}{gender}, {trained}, was present", present.name, present.role));
        let times = [("came", present.arrived), ("left", present.left)];
        let times: Vec<String> =
            times.into_iter().filter_map(|(did, at)| Some(format!("{did} at {}", clock(at?, day_of)))).collect();
        if !times.is_empty() {
            note.say(format!("{} {}", present.name, list(&times)));
        }
        match present.confirmed {
            PresenceConfirmed::Passphrase => {
                note.say("they confirmed being there by their own sign-on, with the passphrase");
            }
            PresenceConfirmed::Pin => note.say("they confirmed being there by their own sign-on, with the PIN"),
            PresenceConfirmed::NotConfirmed => {}
        }
    }
    let outcome = match chaperone.outcome {
        ChaperoneOutcome::ProceededWith => {
            chaperone.present.as_ref().map_or("present", |present| present.name.as_str()).to_owned()
        }
        ChaperoneOutcome::ProceededWithout => {
            note.say("the visit went on without a chaperone");
            "went on without".to_owned()
        }
        ChaperoneOutcome::Rebooked => {
            note.say("the visit was to be rebooked with a chaperone");
            "to be rebooked".to_owned()
        }
    };
    note.field("Chaperone", outcome);
}
