//! A patient's name where room is short: from the whole name down to a cut one, in the order in which it may shrink.

use unicode_segmentation::UnicodeSegmentation;

/// Letters a family name keeps at the very least; shorter, it would no longer identify.
const KEPT: usize = 4;
/// Initials a name keeps at most.
const INITIALS: usize = 3;

/// Every form of a name a label may carry, longest first: whole, with given names as initials, with the family name cut
/// at a whole letter and the cut shown by `…`. The first that fits is printed; the requisition always has it whole.
#[must_use]
pub fn forms(family: &str, given: &str) -> Vec<String> {
    // The capital ß exists: without it GROẞE would read as another family, GROSSE.
    let family = family.trim().replace('ß', "ẞ").to_uppercase();
    let initials: Vec<String> = given.split_whitespace().take(INITIALS).filter_map(initial).collect();
    let mut forms = vec![joined(&family, given.trim()), joined(&family, &initials.join(" "))];
    let letters: Vec<&str> = family.graphemes(true).collect();
    for kept in (KEPT..letters.len()).rev() {
        let cut = format!("{}…", letters[..kept].concat().trim_end());
        forms.push(joined(&cut, &initials.join(" ")));
    }
    if let (Some(first), true) = (initials.first(), letters.len() > KEPT) {
        forms.push(joined(&format!("{}…", letters[..KEPT].concat()), first));
    }
    forms.dedup();
    forms
}

fn joined(family: &str, given: &str) -> String {
    if given.is_empty() { family.to_owned() } else { format!("{family}, {given}") }
}

/// `Jean-Pierre` keeps both its letters: `J.-P.`
fn initial(name: &str) -> Option<String> {
    let parts: Vec<String> =
        name.split('-').filter_map(|part| part.graphemes(true).next()).map(|letter| format!("{letter}.")).collect();
    (!parts.is_empty()).then(|| parts.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_go_first_and_the_family_name_last() {
        assert_eq!(
            forms("Ångström", "Jean-Pierre Nils"),
            [
                "ÅNGSTRÖM, Jean-Pierre Nils",
                "ÅNGSTRÖM, J.-P. N.",
                "ÅNGSTRÖ…, J.-P. N.",
                "ÅNGSTR…, J.-P. N.",
                "ÅNGST…, J.-P. N.",
                "ÅNGS…, J.-P. N.",
                "ÅNGS…, J.-P.",
            ]
        );
        assert_eq!(forms("Große", "Uwe")[0], "GROẞE, Uwe");
        assert_eq!(forms("Ng", "Wei"), ["NG, Wei", "NG, W."]);
        assert_eq!(forms("Madonna", ""), ["MADONNA", "MADONN…", "MADON…", "MADO…"]);
    }

    #[test]
    fn a_letter_is_never_cut_in_two() {
        // Each Devanagari letter carries its vowel sign; a cut between them would print another name.
        let shortest = forms("कुमारस्वामी", "").pop().unwrap();
        assert!("कुमारस्वामी".starts_with(shortest.trim_end_matches('…')));
        assert_eq!(shortest.trim_end_matches('…').graphemes(true).count(), KEPT);
    }
}
