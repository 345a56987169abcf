//! The allergies that stand in the chart beside what was said at check-in. It warns and decides nothing: a chart may be
//! wrong, and so may a quick “none of these”.

/// The items that ask for an allergy, and the words by which a chart names it.
const NAMED: [(&str, &[&str]); 4] = [
    ("latex-allergy", &["latex", "rubber glove"]),
    ("lubricant-allergy", &["lubricant", "chlorhexidin", "paraben"]),
    (
        "lidocaine-allergy",
        &["lidocain", "lignocain", "xylocain", "local anaesth", "local anesth", "prilocain", "bupivacain"],
    ),
    ("antiseptic-allergy", &["iodin", "iodine", "povidon", "betadine", "chlorhexidin"]),
];

/// The word of the chart by which it names what this item asks for.
#[must_use]
pub fn named_in_chart(allergies: &str, item: &str) -> Option<&'static str> {
    let text = allergies.to_lowercase();
    let (_, words) = NAMED.iter().find(|(id, _)| *id == item)?;
    words.iter().find(|word| text.contains(**word)).copied()
}

/// Each item that was answered no although the chart names it, with a sentence for the reader.
#[must_use]
pub fn against_chart(allergies: Option<&str>, said_no: impl Fn(&str) -> bool) -> Vec<(&'static str, String)> {
    let Some(text) = allergies else { return Vec::new() };
    let against = |(item, _): &(&'static str, &[&str])| {
        named_in_chart(text, item).filter(|_| said_no(item))?;
        Some((
            *item,
            format!("The chart says “{text}”, and the answer here is no: ask again, and put right what is wrong."),
        ))
    };
    NAMED.iter().filter_map(against).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(allergies: &str, said_no: &[&str], expect: &[&str]) {
        let found = against_chart(Some(allergies), |item| said_no.contains(&item));
        let items: Vec<&str> = found.iter().map(|(item, _)| *item).collect();
        assert_eq!(items, expect, "{allergies}");
    }

    #[test]
    fn a_no_against_the_chart_is_said() {
        let none = ["latex-allergy", "lubricant-allergy", "lidocaine-allergy", "antiseptic-allergy"];
        check("Latex, penicillin", &none, &["latex-allergy"]);
        check("Lignocaine (rash)", &none, &["lidocaine-allergy"]);
        check("chlorhexidine", &none, &["lubricant-allergy", "antiseptic-allergy"]);
        check("Povidone-iodine", &none, &["antiseptic-allergy"]);
        check("Latex", &[], &[]);
        check("Penicillin", &none, &[]);
        assert!(against_chart(None, |_| true).is_empty());
        let (_, words) = &against_chart(Some("Latex"), |_| true)[0];
        assert_eq!(words, "The chart says “Latex”, and the answer here is no: ask again, and put right what is wrong.");
    }

    #[test]
    fn every_item_it_names_is_asked() {
        for (item, _) in NAMED {
            assert!(super::super::item(item).is_some(), "{item}");
        }
    }
}
