//! What follows from other answers and from the birth date.

use super::content::{Item, item, limits};
use super::picture::Picture;
use super::{Reply, Said};

/// The answer to an item that nobody is asked; nothing while it cannot be told.
pub(super) fn reply(picture: &Picture, asked: &Item) -> Option<Reply> {
    match asked.id.as_str() {
        "pca3-label" => outside_the_pca3_label(picture),
        _ => None,
    }
}

/// PCA3 is labelled for men of 50 and more with an earlier negative biopsy and no ASAP on the last one.
fn outside_the_pca3_label(picture: &Picture) -> Option<Reply> {
    let said = |id: &str| item(id).filter(|item| picture.applies(item)).and_then(|item| picture.answer(item));
    if said("pca3-ordered") != Some(Reply::Said(Said::Yes)) {
        return said("pca3-ordered").map(|_| Reply::Said(Said::No));
    }
    let young = picture.birth.age(picture.now.date()).map(|age| age < limits().labelled_pca3_years);
    match (young, said("pca3-biopsy")) {
        (Some(true), _) | (_, Some(Reply::Said(Said::Yes))) => Some(Reply::Said(Said::Yes)),
        (Some(false), Some(Reply::Said(Said::No))) => Some(Reply::Said(Said::No)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::testing::picture;

    /// Whether a PCA3 would be outside its label: `yes`, `no`, or nothing while it cannot be told.
    fn check(story: &str, expect: &str) {
        let picture = picture(&format!("for post-dre-urine; {story}"));
        let told = item("pca3-label").and_then(|label| reply(&picture, label));
        assert_eq!(told.map_or(String::new(), |reply| reply.text()), expect, "{story}");
    }

    #[test]
    fn a_label_is_kept_left_or_not_to_be_told() {
        check("pca3-ordered no", "no");
        check("pca3-ordered yes; pca3-biopsy no", "no");
        check("pca3-ordered yes; pca3-biopsy yes", "yes");
        check("pca3-ordered yes; pca3-biopsy unknown", "");
        check("pca3-ordered yes; pca3-biopsy unknown; born 1976-11-21", "yes");
        check("pca3-ordered yes; pca3-biopsy no; born unknown", "");
        check("pca3-ordered unasked", "");
    }
}
