//! What an administrator sets for the whole clinic: what papers say, where things go, what the laboratory is called.
//!
//! A setting is one row of [`ALL`]: its name, its words, and how it is read. Whoever uses one reads it by its name.

use crate::aftercare::CONCERN_SETTING;
use crate::conduct::HOURS_SETTING;
use crate::form::Form;
use crate::label::QUEUE_SETTING;
use crate::letterhead::{ADDRESS_SETTING, PAPER_SETTING, TELEPHONE_SETTING};
use crate::result::{INTERPRETATION_SETTING, TURNAROUND_SETTING};
use crate::staff::check_roles;
use crate::station::Places;
use crate::{Deed, Desk, Refusal};
use clinic::conduct::ClinicHours;
use delivery::printer::{QueueName, Spooler};
use records::Reading;
use records::staff::StaffView;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The setting by which a clinic declares that no latex is used in it; “yes” when it does.
pub(crate) const LATEX_FREE_SETTING: &str = "latex-free";
/// The setting by which a clinic declares, or takes back, that one person is all of it.
const SINGLE_HANDED_SETTING: &str = "single-handed";
const LABELS_FOLDER: &str = "labels-folder";
const ORDERS_FOLDER: &str = "orders-folder";

/// One setting as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SettingView {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// What it does.
    pub hint: String,
    /// As kept; empty when the usual value stands.
    pub value: String,
    /// The usual value, where one can be shown.
    pub usual: String,
    /// The only values it can have; none when it is free text.
    pub choices: Vec<String>,
    /// More than one line may be written.
    pub several_lines: bool,
}

/// One setting as typed.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// Empty for the usual value.
    pub value: String,
}

/// How a text is read for a setting.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Lines,
    Choice(&'static [&'static str]),
    Queue,
    Folder,
    Designator,
    Hours,
    Days,
}

/// The least form of consent, as the texts propose it: spoken for a finger or a few strokes, written for a massage.
const SPOKEN: Kind = Kind::Choice(&["verbal", "written"]);
const WRITTEN: Kind = Kind::Choice(&["written", "verbal"]);
const FORM_HINT: &str = "The least that counts. In words, recorded, is the minimum for any intimate examination.";

struct Row(&'static str, &'static str, &'static str, Kind);

const ALL: &[Row] = &[
    Row(ADDRESS_SETTING, "Address", "Under the clinic's name on every paper.", Kind::Lines),
    Row(TELEPHONE_SETTING, "Telephone", "Beside the address.", Kind::Text),
    Row(PAPER_SETTING, "Paper", "Size of requisitions, consents and notes.", Kind::Choice(&["a4", "us-letter"])),
    Row(
        QUEUE_SETTING,
        "Label printer",
        "A queue of this computer for ZPL labels; without one labels are files.",
        Kind::Queue,
    ),
    Row(
        LATEX_FREE_SETTING,
        "Latex-free clinic",
        "No latex is used here: a latex allergy is noted and needs no override.",
        Kind::Choice(&["no", "yes"]),
    ),
    Row(
        SINGLE_HANDED_SETTING,
        "Single-handed practice",
        "One person may be urologist and administrator; where another clinic asks a second person, two fresh readings or the recovery kit stand in. Counts at once.",
        Kind::Choice(&["no", "yes"]),
    ),
    Row(
        INTERPRETATION_SETTING,
        "Suggestions from results",
        "What the rules suggest of a set of results. Counts and chart are shown either way.",
        Kind::Choice(&["on", "off"]),
    ),
    Row(
        HOURS_SETTING,
        "Clinic hours",
        "A line for each, as Mon-Fri 08:00-18:00. The figures of conduct count what is begun outside them.",
        Kind::Hours,
    ),
    Row(
        CONCERN_SETTING,
        "Whom to tell of a concern",
        "Somebody who is not in the room, with a telephone. It stands on the aftercare sheet.",
        Kind::Text,
    ),
    Row("consent-form-dre", "Consent to an examination alone", FORM_HINT, SPOKEN),
    Row("consent-form-post-dre-urine", "Consent to post-DRE urine", FORM_HINT, SPOKEN),
    Row("consent-form-four-glass", "Consent to a four-glass test", FORM_HINT, WRITTEN),
    Row("consent-form-two-glass", "Consent to a two-glass test", FORM_HINT, WRITTEN),
    Row("consent-form-eps", "Consent to secretion by massage", FORM_HINT, WRITTEN),
    Row(LABELS_FOLDER, "Folder for labels", "Where PDF and ZPL labels are put.", Kind::Folder),
    Row(
        ORDERS_FOLDER,
        "Folder for orders",
        "Where requisitions and HL7 orders are put for the laboratory.",
        Kind::Folder,
    ),
    Row("laboratory-name", "Laboratory", "Name and address, as requisitions print them.", Kind::Lines),
    Row(
        TURNAROUND_SETTING,
        "Laboratory’s turnaround",
        "Working days until a result is overdue; 5 are usual.",
        Kind::Days,
    ),
    Row("hl7-sending-application", "We are (application)", "MSH-3 as NAME or NAME^OID.", Kind::Designator),
    Row("hl7-sending-facility", "We are (facility)", "MSH-4 as NAME or NAME^OID.", Kind::Designator),
    Row("hl7-receiving-application", "The laboratory is (application)", "MSH-5 as NAME or NAME^OID.", Kind::Designator),
    Row("hl7-receiving-facility", "The laboratory is (facility)", "MSH-6 as NAME or NAME^OID.", Kind::Designator),
    Row(
        "hl7-acknowledgement",
        "Acknowledgement",
        "Which mode the laboratory's interface expects (MSH-15 and 16).",
        Kind::Choice(&["original", "enhanced"]),
    ),
];

/// Every setting, with the printer queues of this computer to choose from.
pub async fn list(desk: &Desk) -> Result<Vec<SettingView>, Refusal> {
    desk.may(Deed::KeepClinic)?;
    // A computer without a spooler has no queues; that is no fault of the page.
    let queues = Spooler::default().queues().await.unwrap_or_default();
    let mut reading = desk.records.reading().await?;
    let usual = Places::beside(&desk.places.beside);
    let mut views = Vec::with_capacity(ALL.len());
    for Row(name, title, hint, kind) in ALL {
        let kept = reading.setting(name).await?.unwrap_or_default();
        let declared = *name == SINGLE_HANDED_SETTING && reading.clinic().await?.is_some_and(|it| it.single_handed);
        let value = if declared { "yes".to_owned() } else { kept };
        let choices = match kind {
            Kind::Choice(words) => words.iter().map(|word| (*word).to_owned()).collect(),
            Kind::Queue => queues.iter().map(|queue| queue.as_str().to_owned()).collect(),
            _ => Vec::new(),
        };
        views.push(SettingView {
            name: (*name).to_owned(),
            title: (*title).to_owned(),
            hint: (*hint).to_owned(),
            value,
            usual: match *name {
                LABELS_FOLDER => usual.labels.display().to_string(),
                ORDERS_FOLDER => usual.orders.display().to_string(),
                HOURS_SETTING => ClinicHours::usual_text().to_owned(),
                _ => String::new(),
            },
            choices,
            several_lines: matches!(kind, Kind::Lines | Kind::Hours),
        });
    }
    Ok(views)
}

/// Keeps the settings that were changed.
pub async fn keep(desk: &Desk, settings: Vec<Setting>) -> Result<Vec<SettingView>, Refusal> {
    desk.may(Deed::KeepClinic)?;
    let mut form = Form::default();
    let mut read = Vec::new();
    for Setting { name, value } in settings {
        match ALL.iter().find(|row| row.0 == name) {
            Some(Row(name, _, _, kind)) => {
                read.extend(form.read(name, kind.read(&value)).map(|value| (*name, value)));
            }
            None => form.refuse(&name, "there is no such setting"),
        }
    }
    let mut writing = desk.writing().await?;
    let taken_back = read.iter().any(|(name, value)| *name == SINGLE_HANDED_SETTING && value != "yes");
    let both = |person: &StaffView| person.active && check_roles(&person.roles, false).is_err();
    if taken_back && writing.staff().await?.iter().any(both) {
        form.refuse(
            SINGLE_HANDED_SETTING,
            "somebody is administrator and treats patients: where more than one person works, nobody is both",
        );
    }
    form.check()?;
    for (name, value) in &read {
        if writing.setting(name).await?.unwrap_or_default() != *value {
            writing.keep_setting(name, value).await?;
        }
    }
    let places = places(&mut writing, &desk.places.beside).await?;
    let clinic = writing.clinic().await?;
    if writing.has_traces() {
        writing.commit().await?;
        desk.session.move_places(places);
        if let Some(clinic) = clinic {
            desk.session.declare(clinic);
        }
    }
    list(desk).await
}

/// Where things go: beside the vault, or where an administrator said.
pub(crate) async fn places(reading: &mut Reading, vault: &Path) -> Result<Places, Refusal> {
    let mut places = Places::beside(vault);
    if let Some(folder) = kept_folder(reading, LABELS_FOLDER).await? {
        places.labels = folder;
    }
    if let Some(folder) = kept_folder(reading, ORDERS_FOLDER).await? {
        places.orders = folder;
    }
    Ok(places)
}

async fn kept_folder(reading: &mut Reading, name: &str) -> Result<Option<PathBuf>, Refusal> {
    Ok(reading.setting(name).await?.filter(|folder| !folder.is_empty()).map(PathBuf::from))
}

impl Kind {
    fn read(self, text: &str) -> Result<String, String> {
        let text = text.trim();
        let lines = text.lines().count();
        if text.is_empty() {
            return Ok(String::new());
        }
        if text.chars().count() > 500 || text.chars().any(|sign| sign.is_control() && sign != '\n') {
            return Err("write at most 500 characters, without control characters".to_owned());
        }
        if lines > 1 && !matches!(self, Self::Lines | Self::Hours) {
            return Err("write this on one line".to_owned());
        }
        match self {
            Self::Lines if lines > 6 => Err("write at most six lines".to_owned()),
            Self::Text | Self::Lines => Ok(text.to_owned()),
            Self::Choice(words) if words.contains(&text) => Ok(text.to_owned()),
            Self::Choice(words) => Err(format!("choose one of {}", words.join(", "))),
            Self::Queue => {
                QueueName::parse(text).map(|name| name.as_str().to_owned()).map_err(|problem| problem.to_string())
            }
            Self::Folder if Path::new(text).is_absolute() && Path::new(text).is_dir() => Ok(text.to_owned()),
            Self::Folder => Err("write the whole path of a folder that exists".to_owned()),
            Self::Designator => read_designator(text),
            Self::Days => match text.parse::<u8>() {
                Ok(days @ 1..=60) => Ok(days.to_string()),
                _ => Err("write a number of working days from 1 to 60".to_owned()),
            },
            Self::Hours => ClinicHours::parse(text).map(|_| text.to_owned()).map_err(|problem| problem.to_string()),
        }
    }
}

/// `NAME` or `NAME^OID`: a name of at most 20 characters, an OID of digits and dots.
fn read_designator(text: &str) -> Result<String, String> {
    let (name, oid) = text.split_once('^').unwrap_or((text, ""));
    let named = (1..=20).contains(&name.len()) && name.is_ascii() && !name.contains(['|', '&', '~', '\\']);
    let numbered = oid.is_empty()
        || (oid.contains('.')
            && oid.split('.').all(|arc| !arc.is_empty() && arc.bytes().all(|sign| sign.is_ascii_digit())));
    if named && numbered {
        return Ok(text.to_owned());
    }
    Err("write NAME or NAME^OID, the name with at most 20 plain characters, the OID as 2.16.840".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_procedure_has_its_form_of_consent_and_the_usual_one_is_that_of_the_text() {
        for kind in clinic::procedure::ProcedureKind::ALL {
            let name = crate::consent::form_setting(*kind);
            let Row(_, _, _, Kind::Choice(words)) = ALL.iter().find(|row| row.0 == name).unwrap() else {
                panic!("{name} is a choice");
            };
            let text = clinic::consent::edition::versions(kind.as_str(), clinic::consent::Tongue::English);
            assert!(text.iter().all(|edition| edition.text.minimum_form.as_str() == words[0]), "{name}");
        }
    }

    #[test]
    fn each_setting_is_read_by_its_kind() {
        assert_eq!(Kind::Designator.read("LAB^2.16.840.1").as_deref(), Ok("LAB^2.16.840.1"));
        assert!(Kind::Designator.read("LAB^2..16").is_err());
        assert!(Kind::Designator.read("LAB|MSH").is_err());
        assert!(Kind::Folder.read("outgoing").is_err());
        assert!(Kind::Hours.read("always").is_err());
        assert_eq!(Kind::Days.read(" 10 ").as_deref(), Ok("10"));
        assert!(Kind::Days.read("0").is_err() && Kind::Days.read("a week").is_err());
        assert_eq!(Kind::Hours.read("Mon 08:00-12:00\nTue 08:00-12:00").map(|hours| hours.lines().count()), Ok(2));
        assert!(Kind::Choice(&["a4"]).read("a5").is_err());
        assert_eq!(Kind::Lines.read("Quay 1\nHarbour ").as_deref(), Ok("Quay 1\nHarbour"));
        assert!(Kind::Text.read("one\ntwo").is_err());
        assert!(Kind::Queue.read("-o raw").is_err());
        assert_eq!(Kind::Queue.read("  ").as_deref(), Ok(""));
    }
}
