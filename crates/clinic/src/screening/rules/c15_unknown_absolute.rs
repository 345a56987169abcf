//! C15, unknown absolute: whatever could stop the act and is unanswered, not known or too old leaves it uncleared.
//!
//! Three things are looked for: items that weigh and are unanswered (an absolute one also when “not known”), vital signs
//! that are missing or older than 60 minutes, and any unknown answer that, taken at its worst, would make a combined
//! rule stop the act. A dipstick that was not done is no unknown.

use super::{Picture, weighed};
use crate::procedure::Act;
use crate::screening::answer::{Reply, Said};
use crate::screening::content::{self, AppliesIf, AskedOf, Item, Kind, Severity};
use crate::screening::verdict::Missing;

/// Everything that is still to be known before `act`.
pub(in crate::screening) fn missing(picture: &Picture, act: Act) -> Vec<Missing> {
    let mut missing = vitals(picture, act);
    let items = content::checklist().items.iter().filter(|item| is_missing(picture, item, act));
    missing.extend(items.map(|item| missing_item(picture, first_asked(picture, item), act)));
    if act != Act::Dre && picture.examined.is_none() {
        missing.push(Missing {
            id: "gate".to_owned(),
            sentence: "Waits for the five answers of the examination.".to_owned(),
            asked_of: AskedOf::Inspection,
            answered: false,
        });
    }
    missing.extend(at_worst(picture, act));
    // What is asked first is named first: the nurse's part, then consent, then the time-out, then the gate.
    missing.sort_by_key(|missing| order(missing.asked_of));
    once(missing)
}

/// Each thing once: an item may be missed by more than one way, and one consent answers several items.
fn once(missing: Vec<Missing>) -> Vec<Missing> {
    let mut kept: Vec<Missing> = Vec::new();
    for one in missing {
        if kept.iter().all(|known| known.id != one.id && known.sentence != one.sentence) {
            kept.push(one);
        }
    }
    kept
}

fn order(asked_of: AskedOf) -> u8 {
    match asked_of {
        AskedOf::Patient | AskedOf::Nurse => 0,
        AskedOf::Derived => 1,
        AskedOf::Urologist => 2,
        AskedOf::Inspection => 3,
    }
}

fn is_missing(picture: &Picture, item: &Item, act: Act) -> bool {
    // The gate stands for all that only an examination answers.
    if item.asked_of == AskedOf::Inspection || item.kind == Kind::Temperature || item.optional || !picture.applies(item)
    {
        return false;
    }
    let worst = item.worst_on(act);
    match picture.reply(item, act) {
        None => worst >= Severity::Relative || item.kind == Kind::Symptom,
        Some(Reply::Said(Said::NotKnown)) => worst == Severity::Absolute,
        Some(_) => false,
    }
}

/// The question to ask before this one makes sense, while that has no answer; else this one.
fn first_asked<'a>(picture: &Picture, item: &'a Item) -> &'a Item {
    match &item.applies_if {
        Some(AppliesIf::YesTo(other) | AppliesIf::Symptom(other)) if !picture.answers.contains_key(other) => {
            content::item(other).unwrap_or(item)
        }
        _ => item,
    }
}

fn missing_item(picture: &Picture, item: &Item, act: Act) -> Missing {
    let question = &item.question;
    let sentence = match (item.asked_of, picture.reply(item, act)) {
        (AskedOf::Derived, _) => "Waits for consent and chaperone.".to_owned(),
        // One time-out answers all of the urologist's questions.
        (AskedOf::Urologist, None) => "Waits for the urologist’s time-out.".to_owned(),
        (_, Some(_)) => format!("Not known: {question}."),
        (_, None) if picture.answers.contains_key(&item.id) => format!("Ask again, the answer is too old: {question}."),
        (_, None) => format!("Not asked yet: {question}."),
    };
    let answered = picture.reply(item, act).is_some();
    Missing { id: item.id.clone(), sentence, asked_of: item.asked_of, answered }
}

fn vitals(picture: &Picture, act: Act) -> Vec<Missing> {
    let mut missing = Vec::new();
    let mut ask = |id: &str, name: &str, measured: bool| {
        let sentence = if measured {
            format!("{name} is older than 60 minutes: measure again.")
        } else {
            format!("{name} has not been measured.")
        };
        missing.push(Missing { id: id.to_owned(), sentence, asked_of: AskedOf::Nurse, answered: false });
    };
    if picture.temperature().is_none() {
        ask("temperature", "The temperature", picture.vitals.iter().any(|signs| signs.temperature.is_some()));
    }
    if act != Act::Dre && picture.pulse().is_none() {
        ask("pulse", "The pulse", picture.vitals.iter().any(|signs| signs.pulse.is_some()));
    }
    missing
}

/// The unknown facts that would make a combined rule stop the act.
fn at_worst(picture: &Picture, act: Act) -> Vec<Missing> {
    let worst = Picture { at_worst: true, ..picture.clone() };
    let unknown = weighed(&worst, act, Severity::Absolute)
        .flat_map(|(row, evidence)| evidence.into_iter().map(move |fact| (row, fact)));
    let unknown = unknown.filter(|(_, fact)| !fact.known);
    let missing = unknown.map(|(row, fact)| match content::item(fact.id).map(|item| first_asked(picture, item)) {
        Some(first) if first.id != fact.id => missing_item(picture, first, act),
        item => Missing {
            id: fact.id.to_owned(),
            sentence: format!("Needed to exclude “{}”: {}.", row.title, fact.text),
            asked_of: item.map_or(AskedOf::Nurse, |item| item.asked_of),
            answered: picture.answers.contains_key(fact.id),
        },
    });
    let mut missing: Vec<_> = missing.collect();
    missing.sort_by(|a, b| a.id.cmp(&b.id));
    missing.dedup_by(|a, b| a.id == b.id);
    missing
}

#[cfg(test)]
mod tests {
    use crate::procedure::Act;
    use crate::screening::judge;
    use crate::screening::testing::{check_missing, picture};

    /// The sentence for what is missing before the massage.
    fn check_sentence(story: &str, id: &str, expect: &str) {
        let verdicts = judge(&picture(story));
        let missing = verdicts.on(Act::Massage).unwrap().missing.iter().find(|missing| missing.id == id);
        assert_eq!(missing.map_or("", |missing| missing.sentence.as_str()), expect, "{story}");
    }

    #[test]
    fn what_is_missing_says_what_to_do() {
        let burning = "Burning when passing urine";
        check_sentence("burning unasked", "burning", &format!("Not asked yet: {burning}."));
        check_sentence("burning yesterday", "burning", &format!("Ask again, the answer is too old: {burning}."));
        check_sentence(
            "acute-retention unknown",
            "acute-retention",
            "Not known: Cannot pass urine at all now (acute retention).",
        );
        check_sentence("prostatic-abscess unasked", "prostatic-abscess", "Waits for the urologist’s time-out.");
        check_sentence("", "gate", "Waits for the five answers of the examination.");
        check_sentence(
            "gate moderate boggy; antipyretic-6h unasked",
            "antipyretic-6h",
            "Needed to exclude “Tender gland that fits acute infection”: Paracetamol, ibuprofen or another medicine against fever or pain in the last 6 hours.",
        );
        check_sentence("vitals 61 minutes ago", "pulse", "The pulse is older than 60 minutes: measure again.");
    }

    #[test]
    fn what_is_asked_first_is_named_first() {
        check_missing(
            "consent none; at check-in; prostatic-abscess unasked; catheter unasked",
            "catheter consent-refused prostatic-abscess gate",
        );
    }

    #[test]
    fn what_is_unknown_never_clears() {
        check_missing("gate none normal", "");
        check_missing("", "gate");
        check_missing("gate none normal; rigors-24h unknown", "rigors-24h");
        check_missing("gate none normal; rigors-24h unasked", "rigors-24h");
        check_missing("gate none normal; acute-bacterial-prostatitis unasked", "acute-bacterial-prostatitis");
        check_missing("gate none normal; acute-retention unknown", "acute-retention");
        check_missing("gate none normal; catheter unknown", "");
        check_missing("gate none normal; catheter unasked", "catheter");
    }

    #[test]
    fn an_old_reading_is_no_reading() {
        check_missing("gate none normal; vitals 61 minutes ago", "temperature pulse");
        check_missing("gate none normal; vitals 60 minutes ago", "");
        // While nobody knows the temperature it may be a fever, and then burning would be more than burning.
        check_missing("gate none normal; burning unknown; vitals 61 minutes ago", "temperature pulse burning");
    }

    #[test]
    fn counts_are_asked_only_of_those_at_risk() {
        check_missing("gate none normal; blood-risk yes", "anc platelets inr");
        check_missing("gate none normal; blood-risk unknown", "anc platelets inr");
        check_missing("gate none normal; blood-risk unasked", "blood-risk");
        check_missing("gate none normal; discharge-swelling unasked", "discharge-swelling");
        check_missing("gate none normal; blood-risk yes; anc none; platelets none; inr 2.5", "");
        check_missing("gate none normal; blood-risk yes; anc unknown; platelets none; inr none", "anc");
    }

    #[test]
    fn the_unknown_is_taken_at_its_worst_where_a_rule_would_stop() {
        // A symptom that nobody knows matters only beside what it would make an acute infection with.
        check_missing("gate none normal; burning unknown", "");
        let seen = "breaths 16; looks-ill no; new-confusion no";
        check_missing(&format!("gate none normal; burning unknown; pain new; dipstick-nitrite yes; {seen}"), "burning");
        check_missing("gate moderate boggy; antipyretic-6h unasked", "antipyretic-6h");
        check_missing("gate none normal; fever-48h new; systolic 98", "breaths looks-ill new-confusion");
        check_missing("gate none normal; discharge-swelling new", "acute-epididymitis");
        check_missing(&format!("gate none normal; acute-uti yes; {seen}"), "flank-pain");
    }
}
