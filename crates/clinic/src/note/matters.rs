//! The answers of check-in in a note: what applies first, then, list by list, what does not.

use super::facts::Answers;
use super::phrase::{Writing, either, list};
use crate::screening::Group;

/// Questions that cannot stand in a sentence as they are asked, and how they are said. Found by their whole text, so that a
/// question whose words have changed is never said in the old ones.
const SAID: [(&str, &str); 49] = [
    ("Fever, felt or measured, in the last 48 hours", "fever (felt or measured) in the last 48 hours"),
    ("Passing urine often, or a sudden urge", "passing urine often or with a sudden urge"),
    ("Slow stream, or cannot pass urine", "a slow stream or inability to pass urine"),
    ("Discharge, or a swollen testicle", "discharge or a swollen testicle"),
    (
        "A urinary infection with symptoms, found or under treatment now",
        "a urinary infection with symptoms (found or under treatment now)",
    ),
    (
        "Transplant, chemotherapy, high-dose steroid, biologic, uncontrolled diabetes or advanced HIV",
        "weakened immunity (transplant, chemotherapy, high-dose steroid, biologic, uncontrolled diabetes or advanced HIV)",
    ),
    (
        "Prosthetic heart valve, earlier endocarditis, or cyanotic or repaired congenital heart disease",
        "a risk of endocarditis (prosthetic heart valve, earlier endocarditis, or cyanotic or repaired congenital heart disease)",
    ),
    (
        "Paracetamol, ibuprofen or another medicine against fever or pain in the last 6 hours",
        "a medicine against fever or pain (paracetamol, ibuprofen or another) in the last 6 hours",
    ),
    ("Diabetes, however well controlled", "diabetes (however well controlled)"),
    (
        "Urine culture with 10^5 CFU/mL or more, or its result still awaited",
        "a urine culture with 10^5 CFU/mL or more (or its result still awaited)",
    ),
    ("Acute bacterial prostatitis, known or suspected", "acute bacterial prostatitis (known or suspected)"),
    ("Prostatic abscess, known or suspected", "prostatic abscess (known or suspected)"),
    ("Sepsis suspected", "suspected sepsis"),
    (
        "Tuberculosis of the urinary or genital tract suspected",
        "suspected tuberculosis of the urinary or genital tract",
    ),
    ("Temperature now (oral, tympanic or temporal; never rectal here)", "the temperature now"),
    ("The patient looks seriously ill", "looking seriously ill"),
    ("Cannot pass urine at all now (acute retention)", "inability to pass any urine now (acute retention)"),
    (
        "Catheter, indwelling or intermittent, in the last 48 hours",
        "a catheter (indwelling or intermittent) in the last 48 hours",
    ),
    (
        "Rectum or anus absent or closed, as after abdominoperineal resection",
        "an absent or closed rectum or anus (as after abdominoperineal resection)",
    ),
    (
        "Operation on the anus, rectum or low colon in the last 6 weeks",
        "an operation in the last 6 weeks (on the anus, rectum or low colon)",
    ),
    (
        "Perianal abscess, cellulitis or infected fistula",
        "perianal infection (abscess, cellulitis or infected fistula)",
    ),
    (
        "Rectal cancer, active proctitis or bowel inflammation, or radiation proctitis",
        "rectal disease (cancer, active proctitis or bowel inflammation, or radiation proctitis)",
    ),
    (
        "Chemotherapy, transplant, blood disease, clozapine, liver disease, warfarin, or known low counts",
        "a risk to the blood (chemotherapy, transplant, blood disease, clozapine, liver disease, warfarin, or known low counts)",
    ),
    ("Anticoagulant, or two drugs against platelets", "an anticoagulant or two drugs against platelets"),
    (
        "Haemophilia, von Willebrand disease or another bleeding disorder",
        "a bleeding disorder (haemophilia, von Willebrand disease or another)",
    ),
    ("Prostate cancer, known", "known prostate cancer"),
    (
        "Prostate cancer suspected: PSA, hard or suspicious nodule, or MRI",
        "suspected prostate cancer (PSA, hard or suspicious nodule, or MRI)",
    ),
    (
        "TURP, HoLEP or another operation for an enlarged prostate in the last 12 weeks",
        "an operation for an enlarged prostate (TURP, HoLEP or another) in the last 12 weeks",
    ),
    (
        "Radiotherapy or seeds to the prostate or pelvis, ever",
        "radiotherapy or seeds to the prostate or pelvis at any time",
    ),
    ("Large or painful stones in the prostate, known", "known large or painful stones in the prostate"),
    (
        "Heart attack, unstable angina or dangerous arrhythmia in the last 30 days",
        "a cardiac event (heart attack, unstable angina or dangerous arrhythmia) in the last 30 days",
    ),
    ("Faints at procedures", "fainting at procedures"),
    ("Cannot bear any position, or severe anal pain", "inability to bear any position or severe anal pain"),
    ("Reaction to lubricant, chlorhexidine or parabens", "reaction to a lubricant (or chlorhexidine or parabens)"),
    ("The patient declines, or has withdrawn", "refusal or withdrawal by the patient"),
    ("No consent recorded for this at this visit", "a missing consent for this at this visit"),
    (
        "Lacks capacity, and no lawful representative or best-interests decision is recorded",
        "a lack of capacity without a recorded lawful representative or best-interests decision",
    ),
    ("Needs an interpreter, and none is available", "the need for an interpreter with none available"),
    ("The offer of a chaperone is not recorded", "an unrecorded offer of a chaperone"),
    ("A chaperone is wanted and none is available", "the wish for a chaperone with none available"),
    ("Younger than 18", "an age under 18"),
    (
        "Anything that makes examinations hard for you (you need not say what)",
        "anything that makes examinations hard for the patient",
    ),
    (
        "PSA, free PSA, phi or 4Kscore ordered at this visit",
        "an order at this visit for a blood test (PSA, free PSA, phi or 4Kscore)",
    ),
    ("Blood for it", "the blood for that test"),
    (
        "It is the 4Kscore, and a rectal examination falls in the 96 hours before the draw",
        "a 4Kscore with a rectal examination in the 96 hours before the draw",
    ),
    (
        "Finasteride, dutasteride, oestrogen, anti-androgen or GnRH drug in the last 6 months",
        "a hormonal drug (finasteride, dutasteride, oestrogen, anti-androgen or GnRH drug) in the last 6 months",
    ),
    ("Passed urine in the last 2 hours", "passing urine in the last 2 hours"),
    (
        "Cannot pass 20 to 30 mL of urine within 60 minutes after the examination",
        "inability to pass 20 to 30 mL of urine within 60 minutes after the examination",
    ),
    ("The test ordered is PCA3", "an order for PCA3"),
];

/// A question of the safety screen as a part of a sentence: “Shaking chills?” becomes “shaking chills”.
#[must_use]
pub fn matter(question: &str) -> String {
    let asked = question.trim_end_matches(['?', '.']);
    let said = SAID.iter().find(|(text, _)| *text == asked).map(|(_, said)| (*said).to_owned());
    said.unwrap_or_else(|| {
        let spoken = in_a_sentence(asked);
        // A list after a colon would end the sentence it stands in.
        spoken.split_once(": ").map_or_else(|| spoken.clone(), |(what, which)| format!("{what} ({which})"))
    })
}

/// Words that began with a capital, inside a sentence; abbreviations keep theirs.
pub(super) fn in_a_sentence(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            format!("{}{}", first.to_lowercase(), letters.as_str())
        }
        _ => text.to_owned(),
    }
}

pub(super) fn symptoms(note: &mut Writing, answers: &Answers) {
    let subject =
        if answers.present.is_empty() { "the patient reported none of these" } else { "the patient did not report" };
    present(note, answers, "Symptoms", "the patient reported");
    if !answers.absent.is_empty() {
        let absent = if answers.present.is_empty() {
            format!("{subject}: {}", list(&answers.absent))
        } else {
            format!("{subject} {}", either(&answers.absent))
        };
        note.say(absent);
        note.field("Symptoms: no", answers.absent.join("; "));
    }
    unknown(note, answers, "Symptoms");
}

pub(super) fn history(note: &mut Writing, answers: &Answers) {
    present(note, answers, "History", "the history includes");
    if !answers.measured.is_empty() {
        let told: Vec<String> = answers.measured.iter().map(|(what, value)| format!("{what} as {value}")).collect();
        let kept: Vec<String> = answers.measured.iter().map(|(what, value)| format!("{what} {value}")).collect();
        note.say(format!("the record gives {}", list(&told)));
        note.field("Measured", kept.join("; "));
    }
    unknown(note, answers, "History");
    if !answers.unmeasured.is_empty() {
        note.say(format!("there was no reason to measure {}", either(&answers.unmeasured)));
        note.field("No reason to measure", answers.unmeasured.join("; "));
    }
    absent(note, answers);
}

fn present(note: &mut Writing, answers: &Answers, label: &str, lead: &str) {
    let with = |(what, detail): &(String, Option<String>)| match detail {
        Some(detail) => format!("{what} ({detail})"),
        None => what.clone(),
    };
    let present: Vec<String> = answers.present.iter().map(with).collect();
    if !present.is_empty() {
        note.say(format!("{lead} {}", list(&present)));
        note.field(label, present.join("; "));
    }
}

fn unknown(note: &mut Writing, answers: &Answers, label: &str) {
    if !answers.unknown.is_empty() {
        note.say(format!("the answer is not known for {}", list(&answers.unknown)));
        note.field(format!("{label}: not known"), answers.unknown.join("; "));
    }
}

/// Nobody reads one sentence of forty parts: what does not apply is said list by list, as it was asked.
fn absent(note: &mut Writing, answers: &Answers) {
    let in_list = |group: Option<Group>| -> Vec<String> {
        answers.absent.iter().filter(|what| answers.topics.get(*what).copied() == group).cloned().collect()
    };
    let elsewhere = in_list(None);
    if !elsewhere.is_empty() {
        note.say(format!("the history does not include {}", either(&elsewhere)));
        note.field("History: no", elsewhere.join("; "));
    }
    note.pause();
    let mut subject = "the answer was no to";
    for group in Group::ALL {
        let matters = in_list(Some(*group));
        if !matters.is_empty() {
            let topic = topic(*group);
            note.say(format!("on {topic}, {subject} {}", list(&matters)));
            note.field(format!("History, {topic}: no"), matters.join("; "));
            subject = "it was no to";
        }
    }
}

const fn topic(group: Group) -> &'static str {
    match group {
        Group::Symptoms => "symptoms",
        Group::Infection => "infection",
        Group::Sepsis => "signs of sepsis",
        Group::Urinary => "the urinary tract",
        Group::Anorectal => "the anus and rectum",
        Group::Bleeding => "bleeding",
        Group::Procedures => "cancer and earlier procedures",
        Group::Tolerance => "nerves, heart and posture",
        Group::Allergy => "allergy",
        Group::Dignity => "consent and dignity",
        Group::Sample => "what could spoil a sample",
        Group::Dipstick => "the dipstick",
        Group::Finding => "findings",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_becomes_a_part_of_a_sentence() {
        let check = |question: &str, expect: &str| assert_eq!(matter(question), expect);
        check("Shaking chills in the last 24 hours", "shaking chills in the last 24 hours");
        check("Pain: perineum or low back", "pain (perineum or low back)");
        check("Faints at procedures", "fainting at procedures");
        check("INR", "INR");
        check("A question of the clinic?", "a question of the clinic");
    }

    #[test]
    fn every_wording_belongs_to_a_question_that_is_asked() {
        let content = include_str!("../../../../content/screening/items.json");
        for (asked, _) in SAID {
            assert!(content.contains(&format!("\"{asked}\"")), "nobody asks “{asked}”");
        }
    }
}
