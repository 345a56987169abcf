//! The single items: which of them fire on an act, at which level.

use super::answer::{Reply, Said};
use super::content::{self, Item, Kind, Level, Severity, Unit, When};
use super::picture::Picture;
use super::verdict::{Fired, FiredStands};
use crate::procedure::Act;

/// Every item that fires on `act`.
pub(super) fn fired(picture: &Picture, act: Act) -> Vec<Fired> {
    let items = content::checklist().items.iter().filter(|item| !item.fires.is_empty() && picture.concerns(item));
    items.filter_map(|item| fire(picture, item, act)).collect()
}

fn fire(picture: &Picture, item: &Item, act: Act) -> Option<Fired> {
    let (level, evidence) = level(picture, item, act)?;
    let no_latex_here = item.note_where_latex_free && picture.latex_free;
    let severity = match () {
        () if no_latex_here => level.on(act).min(Severity::Note),
        // A second clinician looked at it as well, and says so by their own sign-on: a urologist may decide.
        () if item.kind == Kind::Age && picture.consent.concurred => level.on(act).min(Severity::Relative),
        () => level.on(act),
    };
    if severity == Severity::None {
        return None;
    }
    let mitigated = picture.reply(item, act) == Some(Reply::Said(Said::YesMitigated));
    let id = level.id.clone().unwrap_or_else(|| item.id.clone());
    let overridden = severity == Severity::Relative && picture.overrides.iter().any(|o| o.id == id && o.act == act);
    Some(Fired {
        id,
        title: item.question.clone(),
        severity,
        stands: match (mitigated, overridden) {
            (true, _) => FiredStands::Mitigated,
            (_, true) => FiredStands::Overridden,
            _ => FiredStands::Stands,
        },
        reason: item.reason.clone(),
        evidence,
        todo: item.todo.clone(),
        mitigation: item.mitigation.clone(),
        text_required: false,
        passes: item.passes,
        source: item.source.clone(),
    })
}

/// The first level that fits the answer, with what was seen.
fn level<'a>(picture: &Picture, item: &'a Item, act: Act) -> Option<(&'a Level, Vec<String>)> {
    if item.kind == Kind::Temperature {
        return item.fires.iter().find_map(|level| match level.when {
            When::AtLeast(degc) => {
                let evidence = picture.temperature_at_least(degc)?;
                Some((level, evidence.into_iter().map(|fact| fact.text).collect()))
            }
            _ => None,
        });
    }
    let reply = picture.reply(item, act)?;
    let level = item.fires.iter().find(|level| picture.fits(item, level.when, reply))?;
    let at = picture.found_at(item).or_else(|| picture.answers.get(&item.id).map(|standing| standing.at));
    let at = at.map(|at| at.local().format(", %H:%M").to_string());
    Some((level, vec![format!("{}: {}{}", item.question, reply.text(), at.unwrap_or_default())]))
}

impl Picture {
    /// Whether an answer fires a level now.
    pub(super) fn fits(&self, item: &Item, when: When, reply: Reply) -> bool {
        let measured = match (&item.kind, reply) {
            (Kind::Number(number), Reply::Measured { value, unit }) => Some(number.in_first_unit(value, unit)),
            _ => None,
        };
        match when {
            When::Yes => reply.is_yes(),
            When::Present => matches!(reply, Reply::Said(Said::Usual | Said::NewOrWorse)),
            When::AtLeast(limit) => measured.is_some_and(|value| value >= limit),
            When::Above(limit) => measured.is_some_and(|value| value > limit),
            When::Below(limit) => measured.is_some_and(|value| value < limit),
            When::WithinDays(days) => self.was_within_days(reply, days),
            When::WithinHours(hours) => match reply {
                Reply::Measured { value, unit: Unit::Hours } => self.hours_since(item, value) <= hours,
                reply => reply == Reply::Said(Said::Yes),
            },
        }
    }

    /// A yes without its day may have been yesterday.
    pub(super) fn was_within_days(&self, reply: Reply, days: i64) -> bool {
        match reply {
            Reply::Dated(day) => day.within(days, self.now.date()),
            reply => reply == Reply::Said(Said::Yes),
        }
    }

    /// So many hours ago when it was said; now it is longer.
    fn hours_since(&self, item: &Item, when_said: f64) -> f64 {
        let since = self.answers.get(&item.id).map_or(0, |standing| self.now.since(standing.at).num_minutes());
        f64::from(u32::try_from(since).unwrap_or(0)) / 60.0 + when_said
    }
}

#[cfg(test)]
mod tests {
    use crate::procedure::Act;
    use crate::screening::testing::{check_word, picture};
    use crate::screening::{Reply, Unit, When, item, judge};

    /// What was seen of an item that fires on the massage.
    fn check_seen(story: &str, id: &str, expect: &str) {
        let verdicts = judge(&picture(story));
        let fired = verdicts.on(Act::Massage).unwrap().fired.iter().find(|fired| fired.id == id);
        assert_eq!(fired.map_or(String::new(), |fired| fired.evidence.join("; ")), expect, "{story}");
    }

    #[test]
    fn what_was_seen_is_told_with_its_hour() {
        // Answered at nine, examined at half past.
        check_seen(
            "catheter yes",
            "catheter",
            "Catheter, indwelling or intermittent, in the last 48 hours: yes, 09:00",
        );
        check_seen("gate none normal; anal-fissure yes", "anal-fissure", "Acute painful anal fissure: yes, 09:00");
        check_seen("gate none normal fissure", "anal-fissure", "Acute painful anal fissure: yes, 09:30");
        check_seen("gate none normal scar", "inspection-other", "Something else seen: yes, 09:30");
        check_seen("temperature 38.2", "fever", "Temperature 38.2 °C at 09:00");
        check_seen("born 2010-05-02", "minor", "Younger than 18: yes");
    }

    #[test]
    fn a_limit_counts_as_it_is_said() {
        let inr = item("inr").unwrap();
        let check = |when, value, expect: bool| {
            let reply = Reply::Measured { value, unit: Unit::Ratio };
            assert_eq!(picture("").fits(inr, when, reply), expect, "{value}");
        };
        check(When::AtLeast(3.0), 3.0, true);
        check(When::AtLeast(3.0), 2.9, false);
        check(When::Above(3.0), 3.0, false);
        check(When::Above(3.0), 3.1, true);
        check(When::Below(3.0), 3.0, false);
        check(When::Below(3.0), 2.9, true);
    }

    #[test]
    fn a_latex_allergy_only_notes_where_there_is_no_latex() {
        check_word("latex-allergy yes", Act::Dre, "needs-override");
        check_word("latex-allergy yes; latex-free clinic", Act::Dre, "proceed-with-notes");
        check_word("latex-free clinic", Act::Dre, "clear");
        check_word("lubricant-allergy yes; latex-free clinic", Act::Dre, "needs-override");
    }

    #[test]
    fn a_day_counts_within_its_window() {
        check_word("recent-anorectal-surgery on 2026-10-09", Act::Massage, "blocked");
        check_word("gate none normal; recent-anorectal-surgery on 2026-10-08", Act::Massage, "clear");
        check_word("recent-anorectal-surgery on 2026", Act::Massage, "blocked");
        check_word("recent-anorectal-surgery yes", Act::Massage, "blocked");
        check_word("gate none normal; recent-anorectal-surgery unknown", Act::Massage, "incomplete");
        check_word("gate none normal; recent-biopsy on 2026-10", Act::Massage, "needs-override");
        check_word("gate none normal; recent-turp on 2026-08-29", Act::Massage, "needs-override");
        check_word("gate none normal; recent-turp on 2026-08-27", Act::Massage, "clear");
        check_word("gate none normal; recent-instrumentation on 2026-11-05", Act::Massage, "clear");
        check_word("gate none normal; recent-instrumentation on 2026-11-06", Act::Massage, "needs-override");
        check_word("gate none normal; pelvic-radiotherapy on 1998", Act::Massage, "needs-override");
    }

    #[test]
    fn hours_run_on_while_the_patient_waits() {
        // Said at nine, judged at half past.
        check_word("gate none normal; bladder-hold 1.5 h", Act::Massage, "proceed-with-notes");
        check_word("gate none normal; bladder-hold 1.6 h", Act::Massage, "clear");
        check_word("gate none normal; recent-ejaculation 12 h", Act::Massage, "proceed-with-notes");
        check_word("gate none normal; recent-ejaculation no", Act::Massage, "clear");
    }

    #[test]
    fn what_concerns_one_procedure_is_asked_only_for_it() {
        check_word("gate none normal; bladder-hold 1 h; for two-glass", Act::Massage, "proceed-with-notes");
        check_word("gate none normal; bladder-hold 1 h; for eps", Act::Massage, "clear");
        check_word(
            "gate none normal; full-bladder-pdu yes; for post-dre-urine",
            Act::PostDreStrokes,
            "proceed-with-notes",
        );
        check_word("gate none normal; full-bladder-pdu yes; for four-glass", Act::PostDreStrokes, "clear");
    }

    #[test]
    fn pca3_has_a_label() {
        let check = |story: &str, expect| {
            check_word(&format!("gate none normal; for post-dre-urine; {story}"), Act::PostDreStrokes, expect);
        };
        check("pca3-ordered yes; pca3-biopsy no", "clear");
        check("pca3-ordered yes; pca3-biopsy yes", "proceed-with-notes");
        check("pca3-ordered yes; pca3-biopsy no; born 1976-11-20", "clear");
        check("pca3-ordered yes; pca3-biopsy no; born 1976-11-21", "proceed-with-notes");
        check("pca3-ordered no; born 1976-11-21", "clear");
    }
}
