//! Reading what was typed of each glass. Every count is there twice; a difference is refused beside the second one.

use super::absence;
use crate::form::{Form, optional};
use clinic::interpretation::{Glass, GlassFlag, SetGlass};
use clinic::result::{Culture, GlassReport, Isolate, LeukocyteMethod, Organism, ReceivedCount, ReceivedLeukocytes};
use clinic::specimen::{SpecimenRole, SpecimenStatus};
use records::specimen::SpecimenRecord;
use serde::Deserialize;

/// What a report says of a culture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum TypedCulture {
    /// Nothing, or it was not done.
    NotReported,
    /// Nothing grew.
    NoGrowth,
    /// Something grew.
    Growth,
}

/// One organism as typed.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedIsolate {
    /// Its name as the report has it, or its id.
    pub organism: String,
    /// Its count as the report has it.
    pub count: String,
    /// The same, typed again.
    pub count_again: String,
}

/// One glass as typed.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedGlassResult {
    /// Which glass.
    pub role: SpecimenRole,
    /// What the report says of the culture.
    pub culture: TypedCulture,
    /// The unit of its counts, as the report has it.
    pub unit: String,
    /// Where nothing grew: the limit that the report states, or nothing.
    pub limit: String,
    /// The same, typed again.
    pub limit_again: String,
    /// Where something grew: each organism.
    pub isolates: Vec<TypedIsolate>,
    /// Leukocytes as the report has them; empty when not counted.
    pub leukocytes: String,
    /// The same, typed again.
    pub leukocytes_again: String,
    /// How they were counted.
    pub method: Option<LeukocyteMethod>,
    /// The magnification, where the report states it.
    pub magnification: String,
    /// What the report says against the specimen.
    pub flags: Vec<GlassFlag>,
}

impl TypedGlassResult {
    /// What a second person has seen beside the report need not be typed again.
    pub(super) fn seen(&mut self) {
        self.limit_again.clone_from(&self.limit);
        self.leukocytes_again.clone_from(&self.leukocytes);
        for isolate in &mut self.isolates {
            isolate.count_again.clone_from(&isolate.count);
        }
    }

    fn is_empty(&self) -> bool {
        self.culture == TypedCulture::NotReported && self.leukocytes.trim().is_empty() && self.flags.is_empty()
    }
}

const MOST_ISOLATES: usize = 6;

/// Every glass that was typed; refusals stand in the form.
pub(super) fn read(form: &mut Form, typed: &[TypedGlassResult], specimens: &[SpecimenRecord]) -> Vec<SetGlass> {
    let mut glasses: Vec<SetGlass> = Vec::new();
    for glass in typed.iter().filter(|glass| !glass.is_empty()) {
        let role = glass.role;
        let record = specimens.iter().find(|record| record.role == role);
        let absent = record.map_or_else(|| Some("not part of this set".to_owned()), absence);
        if let Some(why) = absent {
            form.refuse(&format!("{role}.culture"), format!("there is no {} to report on: {why}", role.code()));
            continue;
        }
        if glasses.iter().any(|known| known.role == role) {
            form.refuse(&format!("{role}.culture"), "this glass is typed in twice over");
            continue;
        }
        let report = GlassReport { culture: culture(form, glass), leukocytes: leukocytes(form, glass) };
        let mut flags = glass.flags.clone();
        let unverified = record.is_some_and(|record| record.specimen.status() == SpecimenStatus::Collected);
        flags.extend(unverified.then_some(GlassFlag::Identity));
        flags.sort_unstable();
        flags.dedup();
        glasses.push(SetGlass { role, glass: Glass { report, flags } });
    }
    if glasses.is_empty() && form.is_clean() {
        form.refuse("glasses", "type in what the report says of at least one glass");
    }
    glasses
}

fn culture(form: &mut Form, glass: &TypedGlassResult) -> Culture {
    let role = glass.role;
    match glass.culture {
        TypedCulture::NotReported => Culture::Missing,
        TypedCulture::NoGrowth => {
            let limit = |text: &str| {
                let text = words(text);
                if text.is_empty() { ReceivedCount::new("no growth", "") } else { nothing_below(&text, &glass.unit) }
            };
            let (first, again) = (limit(&glass.limit), limit(&glass.limit_again));
            twice(form, role, "limitAgain", first.says_same(&again), &glass.limit, &glass.limit_again);
            Culture::NoGrowth { received: first }
        }
        TypedCulture::Growth => {
            if glass.isolates.is_empty() || glass.isolates.len() > MOST_ISOLATES {
                form.refuse(&format!("{role}.culture"), format!("name 1 to {MOST_ISOLATES} organisms that grew"));
            }
            let mut isolates: Vec<Isolate> = Vec::new();
            for (place, typed) in glass.isolates.iter().enumerate() {
                let field = |name: &str| format!("{role}.isolates.{place}.{name}");
                let organism = form.read(&field("organism"), Organism::named(&words(&typed.organism)));
                let count = ReceivedCount::new(&words(&typed.count), &words(&glass.unit));
                let again = ReceivedCount::new(&words(&typed.count_again), &words(&glass.unit));
                if count.is_empty() || count.text.chars().count() > 40 {
                    form.refuse(&field("count"), "write the count as the report has it, in at most 40 characters");
                } else {
                    twice(
                        form,
                        role,
                        &format!("isolates.{place}.countAgain"),
                        count.says_same(&again),
                        &typed.count,
                        &typed.count_again,
                    );
                }
                let Some(organism) = organism else { continue };
                if isolates.iter().any(|known| known.organism.is(&organism)) {
                    form.refuse(&field("organism"), format!("{organism} is named twice in this glass"));
                }
                isolates.push(Isolate { organism, count });
            }
            Culture::Growth { isolates }
        }
    }
}

/// “No growth” with the limit that the report states, which may have its sign or not.
fn nothing_below(limit: &str, unit: &str) -> ReceivedCount {
    let sign = if limit.starts_with(['<', '≤']) { "" } else { "<" };
    ReceivedCount::new(&format!("no growth ({sign}{limit})"), &words(unit))
}

fn leukocytes(form: &mut Form, glass: &TypedGlassResult) -> Option<ReceivedLeukocytes> {
    let role = glass.role;
    let text = words(&glass.leukocytes);
    if text.is_empty() {
        if !glass.leukocytes_again.trim().is_empty() {
            twice(form, role, "leukocytesAgain", false, "", &glass.leukocytes_again);
        }
        return None;
    }
    if text.chars().count() > 40 {
        form.refuse(&format!("{role}.leukocytes"), "use at most 40 characters");
    }
    let method = form.read(&format!("{role}.method"), glass.method.ok_or("say how they were counted"));
    let magnification = match glass.magnification.trim().trim_start_matches(['x', '×']) {
        "" => None,
        typed => {
            let times = typed.parse::<u16>().ok().filter(|times| (40..=2000).contains(times));
            form.read(&format!("{role}.magnification"), times.ok_or("write the magnification, such as 400"))
        }
    };
    let seen = ReceivedLeukocytes { text, method: method?, magnification };
    let same = seen.says_same(&words(&glass.leukocytes_again));
    twice(form, role, "leukocytesAgain", same, &seen.text, &glass.leukocytes_again);
    Some(seen)
}

/// Refuses a second entry that does not say what the first one said.
fn twice(form: &mut Form, role: SpecimenRole, field: &str, same: bool, first: &str, again: &str) {
    if same {
        return;
    }
    let said =
        |text: &str| if text.trim().is_empty() { "nothing".to_owned() } else { format!("“{}”", text.trim()) };
    let (first, again) = (said(first), said(again));
    let words = format!("{}: first {first} was typed, then {again}: look at the report again", role.code());
    form.refuse(&format!("{role}.{field}"), words);
}

/// Typed words without signs that turn or hide others.
fn words(text: &str) -> String {
    optional(Some(text.to_owned())).unwrap_or_default()
}
