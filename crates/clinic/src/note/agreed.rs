//! What was agreed, in a note: each consent of the visit in its state, and the chaperone.

use super::facts::NoteFacts;
use super::phrase::{Writing, bare, clock, list, was};
use super::{Section, SectionKind};
use crate::Moment;
use crate::consent::chaperone::{
    Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse, PresenceConfirmed, PresentChaperone,
};
use crate::consent::{
    Agreement, Assessed, Capacity, Consent, ConsentState, Countersignature, ExpiryCause, Given, Interpreter,
    InterpreterKind, LegalBasis, MinorBasis, MinorConsent, SpecimenWish, TranslationReview, WithdrawalPhase,
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
            let why = reason
                .as_ref()
                .map_or_else(|| "no reason was given".to_owned(), |why| format!("the reason given was: {}", bare(why)));
            let at = clock(*at, day_of);
            note.say(format!("consent to {title} was declined by the patient at {at}; {why}"));
            note.say(format!("this was recorded by {}, {}", recorded_by.name, recorded_by.role));
        }
        Consent::Given(given) => say_given(note, given, &title, day_of),
        Consent::Expired { given, at, cause } => {
            say_given(note, given, &title, day_of);
            // That a consent ends with its visit is the rule and needs no words; that it ran out earlier does.
            if *cause == ExpiryCause::Hours24 {
                note.say(format!("it expired after 24 hours, on {}", at.long_text()));
            }
        }
        Consent::Withdrawn { given, withdrawal } => {
            say_given(note, given, &title, day_of);
            let why = withdrawal.reason.as_deref().map_or_else(String::new, |why| format!(", saying: {}", bare(why)));
            let at = clock(withdrawal.at, day_of);
            let phase = phase(withdrawal.phase);
            note.say(format!("this consent was withdrawn by the patient at {at}, {phase}{why}"));
            note.say(format!("this was recorded by {}, {}", withdrawal.recorded_by.name, withdrawal.recorded_by.role));
            let codes: Vec<&str> = withdrawal.collected.iter().map(|role| role.code()).collect();
            if !codes.is_empty() {
                let (these, held) = if codes.len() == 1 { ("it", "it is") } else { ("they", "they are") };
                let wish = match withdrawal.specimens {
                    SpecimenWish::Send => format!("the patient agreed that {these} be sent"),
                    SpecimenWish::Discard => format!("the patient asked that {these} be discarded"),
                    SpecimenWish::Held => format!("{held} held until the patient has decided"),
                };
                note.say(format!("by then {} {} collected; {wish}", list(&codes), was(codes.len())));
            }
            if let Some(answered) = &withdrawal.answered {
                let (these, are) = if codes.len() == 1 { ("it", "is") } else { ("they", "are") };
                let wish = match answered.wish {
                    SpecimenWish::Send => "may be sent".to_owned(),
                    _ => format!("{are} to be discarded"),
                };
                let at = clock(answered.at, day_of);
                let by = &answered.recorded_by.name;
                note.say(format!("at {at} the patient said that {these} {wish}, recorded by {by}"));
            }
            note.field("Consent withdrawn", format!("{at}, {phase}"));
        }
    }
    let state = match consent {
        Consent::Offered(_) => "asked for, no answer",
        Consent::Expired { cause: ExpiryCause::VisitEnded, .. } => ConsentState::Given.as_str(),
        other => other.state().as_str(),
    };
    note.field("Consent", format!("{} ({state})", text.title));
}

/// How far the visit had come when consent was withdrawn.
const fn phase(phase: WithdrawalPhase) -> &'static str {
    match phase {
        WithdrawalPhase::BeforeExam => "before the examination",
        WithdrawalPhase::BeforeMassage => "before the massage",
        WithdrawalPhase::DuringExam => "during the examination",
        WithdrawalPhase::DuringMassage => "during the massage",
        WithdrawalPhase::AfterMassage => "after the massage",
        WithdrawalPhase::AfterCollection => "after the collection",
    }
}

fn say_given(note: &mut Writing, given: &Given, title: &str, day_of: Moment) {
    let evidence = &given.evidence;
    let signatory = evidence.signatory(&given.offered.identity.name);
    let who = if signatory == given.offered.identity.name {
        "the patient".to_owned()
    } else {
        format!("{signatory} for the patient")
    };
    let how = match &evidence.agreement {
        Agreement::Drawn { .. } => "with a drawn signature".to_owned(),
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
    note.say(format!("consent to {title} was given by {who} at {at}, {how}"));
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
            note.say("the patient’s capacity fluctuates and was held to be present");
            note.say(format!("the reason for this was: {}", bare(present_now)));
        }
        Capacity::Lacking { representative } => {
            let name = &representative.name;
            let basis = match representative.basis {
                LegalBasis::Proxy => "as health-care proxy",
                LegalBasis::Guardian => "as guardian",
                LegalBasis::BestInterests => "in the patient’s best interests",
            };
            let seen =
                if representative.document_seen { "the document for this was seen" } else { "no document was seen" };
            note.say(format!("the patient lacked capacity; {name} decided {basis}, and {seen}"));
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
    note.field("Consent given", at);
}

fn say_interpreter(note: &mut Writing, interpreter: &Interpreter) {
    let family = if interpreter.family { ", a member of the family," } else { "" };
    let how = match interpreter.kind {
        InterpreterKind::InPerson => "in person",
        InterpreterKind::Video => "by video",
        InterpreterKind::Telephone => "by telephone",
    };
    let (name, language) = (&interpreter.name, &interpreter.language);
    note.say(format!("{name}{family} interpreted into {language} for the patient, {how}"));
    note.field("Interpreter", format!("{name}, {language}, {how}"));
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
            note.say(format!("the patient was under 18 and held able to decide alone: {}", bare(shown)));
        }
    }
    note.say(format!("the reason to do it at this age was: {}", bare(&minor.reason)));
    if let Some(second) = &minor.concurred {
        note.say(format!("{}, {}, concurred by own sign-on", second.name, second.role));
    }
    if minor.without_chaperone.is_some() {
        let both = if minor.guardian().is_some() { "the patient and the guardian" } else { "the patient" };
        note.say(format!("{both} chose to go on without a chaperone"));
    }
}

fn say_chaperone(note: &mut Writing, chaperone: &Chaperone, day_of: Moment) {
    match &chaperone.offer {
        ChaperoneOffer::Yes { at, .. } => {
            let answered = match chaperone.response {
                Some(ChaperoneResponse::Accepted) => " and accepted",
                Some(ChaperoneResponse::Declined) => " and declined",
                Some(ChaperoneResponse::Requested) => "; the patient had asked for one",
                None => "; no answer was recorded",
            };
            note.say(format!("a chaperone was offered at {}{answered}", clock(*at, day_of)));
        }
        ChaperoneOffer::No { reason } => {
            note.say(format!("no chaperone was offered, for this reason: {}", bare(reason)));
            match chaperone.response {
                Some(ChaperoneResponse::Requested) => note.say("the patient had asked for one"),
                Some(ChaperoneResponse::Accepted) => note.say("the patient accepted one"),
                Some(ChaperoneResponse::Declined) => note.say("the patient declined one"),
                None => {}
            }
        }
    }
    if let Some(preference) = &chaperone.preference {
        note.say(format!("the patient’s preference was: {}", bare(preference)));
    }
    if chaperone.clinician_requires {
        note.say("the clinician required a chaperone");
    }
    if let Some(present) = &chaperone.present {
        say_present(note, present, day_of);
    }
    let outcome = match (chaperone.outcome, &chaperone.present) {
        (ChaperoneOutcome::ProceededWith, Some(present)) => present.name.clone(),
        (ChaperoneOutcome::ProceededWith, None) => {
            note.say("the visit went on with a chaperone, whose name was not recorded");
            "went on with a chaperone".to_owned()
        }
        (ChaperoneOutcome::ProceededWithout, _) => {
            note.say("the visit went on without a chaperone");
            "went on without".to_owned()
        }
        (ChaperoneOutcome::Rebooked, _) => {
            note.say("the visit was to be rebooked with a chaperone");
            "to be rebooked".to_owned()
        }
    };
    note.field("Chaperone", outcome);
}

fn say_present(note: &mut Writing, present: &PresentChaperone, day_of: Moment) {
    let trained = if present.trained { "trained as a chaperone" } else { "not trained as a chaperone" };
    let gender = present.gender.as_ref().map_or_else(String::new, |gender| format!(", {gender}"));
    let hours = match (present.arrived, present.left) {
        (Some(came), Some(left)) => format!(" from {} to {}", clock(came, day_of), clock(left, day_of)),
        (Some(came), None) => format!(" from {}", clock(came, day_of)),
        (None, Some(left)) => format!(" until {}", clock(left, day_of)),
        (None, None) => String::new(),
    };
    note.say(format!("{} ({}{gender}, {trained}) was present{hours}", present.name, present.role));
    match present.confirmed {
        PresenceConfirmed::Passphrase => {
            note.say(format!("{} confirmed this by signing on with the passphrase", present.name));
        }
        PresenceConfirmed::Pin => note.say(format!("{} confirmed this by signing on with the PIN", present.name)),
        PresenceConfirmed::NotConfirmed => {}
    }
}
