//! What was felt, massaged and collected, as the note says it.

use super::gather::{Steps, said_with};
use clinic::collection::{Collection, CollectionEvent, MassageAccount, StopReason, TimeLevel, Timer};
use clinic::exam::{Extent, Gate, Induration, Inspection, Mass, Nodule, Perianal, Reached, Route, Sector};
use clinic::note::facts::{FindingsFacts, GateFacts, GlassEnd, GlassFacts, MassageFacts, NoduleFacts, StopFacts};
use clinic::procedure::{Act, ProcedureKind};
use clinic::screening::{FiredStands, Reply, Said, Severity};
use clinic::specimen::{CollectedHow, Specimen, SpecimenRole};
use records::exam::{SafetyStop, StoredFindings};
use records::screening::StoredAnswer;
use records::specimen::SpecimenRecord;

pub(super) fn gate(gate: &Gate, passed: bool) -> GateFacts {
    let mut seen: Vec<String> = gate
        .inspection
        .iter()
        .map(|seen| match seen {
            Inspection::Clear => "nothing that stops us".to_owned(),
            Inspection::Other => gate.inspection_text.clone().unwrap_or_else(|| "other".to_owned()),
            seen => seen.as_str().to_owned(),
        })
        .collect();
    seen.dedup();
    GateFacts {
        at: gate.at,
        as_one: gate.bundled,
        inspection: seen.join(", "),
        tenderness: gate.tenderness.as_str().to_owned(),
        consistency: gate.consistency.as_str().to_owned(),
        warmth: gate.warmth,
        fluctuance: gate.fluctuance,
        passed,
    }
}

pub(super) fn findings(
    stored: &StoredFindings,
    gate: Option<&Gate>,
    urologist: Option<&str>,
    earlier: Option<&StoredFindings>,
) -> FindingsFacts {
    let found = &stored.findings;
    let word = |word: &str| Some(word.to_owned());
    let typed_by = urologist.filter(|name| *name != stored.by).map(|_| stored.by.clone());
    let tenderness = gate.map(|gate| match found.tender_side {
        Some(side) => format!("{}, {side}", gate.tenderness),
        None => gate.tenderness.to_string(),
    });
    FindingsFacts {
        at: Some(stored.at),
        examiner: Some(urologist.map_or_else(|| stored.by.clone(), str::to_owned)),
        typed_by,
        position: found.position.map(|position| position.to_string()),
        glove: found.glove.map(|glove| glove.to_string()),
        lubricant: found.lubricant.map(|word| found.lubricant_name.clone().unwrap_or_else(|| word.to_string())),
        route: found.route.map(|route| route.to_string()),
        incomplete: found.incomplete.clone(),
        supervised_by: found.supervised_by.clone(),
        perianal: found.perianal.as_ref().map_or_else(Vec::new, |seen| perianal(seen)),
        tone: word(found.sphincter_tone.as_str()),
        anal_pain: word(found.anal_pain.as_str()),
        reached: word(found.reached.as_str()),
        size: found.size_ml.map(|size| size_words(size, found.size_g)),
        symmetry: word(found.symmetry.as_str()),
        consistency: gate.map(|gate| gate.consistency.to_string()),
        sulcus: word(found.sulcus.as_str()),
        margins: word(found.margins.as_str()),
        mobility: word(found.mobility.as_str()),
        tenderness,
        nodules: found.nodules.iter().map(nodule).collect(),
        // By the vagina nobody is asked for the sectors, and of a gland that was not felt there are none.
        other_sectors_normal: found.reached != Reached::NotPalpable && found.route != Some(Route::Vaginal),
        indurations: found.indurations.iter().map(induration).collect(),
        seminal_vesicles: Some(match found.vesicle_side {
            Some(side) => format!("{}, {side}", found.seminal_vesicles),
            None => found.seminal_vesicles.to_string(),
        }),
        pelvic_floor: found.pelvic_floor.map(|floor| floor.to_string()),
        rectal_mass: Some(found.mass.as_ref().map_or_else(|| found.rectal_mass.to_string(), mass)),
        stool: found.stool.map(|stool| stool.to_string()),
        blood: word(found.blood_on_glove.as_str()),
        pain: [found.pain_before, found.pain_nrs, found.pain_after],
        overall: word(found.impression.as_str()),
        suspected_t: found.suspected_t.map(|category| category.to_string()),
        rationale: found.rationale.clone(),
        arranged: found.arranged.clone(),
        compared_with: earlier
            .filter(|last| found.compared_with == Some(last.exam_id))
            .map(|last| last.at.local().format("%-d %b %Y").to_string()),
        remarks: found.remarks.clone(),
        stated_together: found.bundled.iter().map(|field| words_of(field)).collect(),
    }
}

/// The size in mL with its class, and as it was stated in g.
fn size_words(size: u16, grams: Option<u16>) -> String {
    let class = match size {
        ..30 => "under 30 mL",
        30..=50 => "30 to 50 mL",
        51..=80 => "50 to 80 mL",
        _ => "over 80 mL",
    };
    let stated = grams.map_or_else(String::new, |grams| format!(", stated as {grams} g"));
    format!("{size} mL ({class}{stated})")
}

fn perianal(seen: &[Perianal]) -> Vec<String> {
    if seen.is_empty() { vec!["normal".to_owned()] } else { seen.iter().map(ToString::to_string).collect() }
}

fn induration(area: &Induration) -> (Vec<String>, Option<String>) {
    let extent = match area.extent {
        Extent::Half => "half or less",
        Extent::More => "more than half",
    };
    (area.sectors.iter().map(|sector| sector.title().to_owned()).collect(), Some(extent.to_owned()))
}

fn mass(mass: &Mass) -> String {
    let moves = if mass.fixed { "fixed" } else { "mobile" };
    format!(
        "present, {} mm, {} cm from the anal verge at {} o'clock, {moves}",
        mass.size_mm, mass.distance_cm, mass.clock
    )
}

fn nodule(nodule: &Nodule) -> NoduleFacts {
    NoduleFacts {
        sectors: nodule.sectors.iter().map(|sector: &Sector| sector.title().to_owned()).collect(),
        diameter_mm: Some(nodule.diameter_mm),
        firmness: Some(nodule.firmness.to_string()),
        margin: Some(nodule.margin.to_string()),
        tender: Some(nodule.tender),
        crosses_midline: Some(nodule.crosses_midline),
        suspicious: Some(nodule.suspicious.to_string()),
        change: Some(nodule.change.to_string()),
    }
}

/// A field's name as words: `sphincterTone` becomes `sphincter tone`.
fn words_of(field: &str) -> String {
    if field == "perianal" {
        return "inspection around the anus".to_owned();
    }
    field.chars().fold(String::new(), |mut words, letter| {
        if letter.is_uppercase() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
        words
    })
}

pub(super) fn massage(collection: &Collection) -> Option<MassageFacts> {
    let started = collection.massage_began().filter(|_| collection.was_massaged())?;
    let strokes = collection.strokes();
    let completed = CollectionEvent::MassageAccountedFor { account: MassageAccount::Completed };
    Some(MassageFacts {
        started,
        stopped: collection.massage_stopped(),
        told: collection.massage_was_told(),
        said_completed: collection.record().iter().any(|recorded| recorded.event == completed),
        strokes: strokes.map(|strokes| (strokes.right, strokes.left)),
        strokes_why: strokes.and_then(|strokes| strokes.why.clone()),
        broken_off: collection.broken_off().map(|reason| reason_words(reason).to_owned()),
        long_because: collection.long_because().map(str::to_owned),
    })
}

const fn reason_words(reason: StopReason) -> &'static str {
    match reason {
        StopReason::PatientAsked => "the patient asked to stop",
        StopReason::Pain => "pain of 7 or more out of 10",
        StopReason::Bleeding => "more than a streak of blood",
        StopReason::GlandNotReached => "the gland could not be reached",
        StopReason::Faintness => "faintness or a slow pulse",
        StopReason::SystolicRise => "a rise of the systolic pressure by 20 mmHg or more",
        StopReason::Tender => "the gland became exquisitely tender",
        StopReason::Equipment => "the equipment failed",
        StopReason::Other => "another reason",
    }
}

pub(super) fn glasses(specimens: &[SpecimenRecord], collection: Option<&Collection>) -> Vec<GlassFacts> {
    let red = |timer: Timer| {
        let intervals = collection.map(|collection| collection.intervals(None)).unwrap_or_default();
        intervals.iter().any(|interval| interval.timer == timer && interval.level == TimeLevel::Red)
    };
    let late = [red(Timer::MassageToUrine), red(Timer::StrokesToUrine)];
    let told = |role| collection.and_then(|collection| collection.told_of(role));
    let told = |role| told(role).map(|told| format!("it was recorded afterwards, at {}", told.at.long_text()));
    let with_told = |record: &SpecimenRecord| {
        let mut facts = glass(record, late);
        facts.flags.extend(told(record.role));
        facts
    };
    specimens.iter().map(with_told).collect()
}

fn glass(record: &SpecimenRecord, [after_massage, after_strokes]: [bool; 2]) -> GlassFacts {
    let mut flags = Vec::new();
    if record.specimen.catch().is_some() {
        if after_massage && record.role.is_urine_after_massage() {
            flags.push("it was not passed immediately after the massage: interpret with caution".to_owned());
        }
        if after_strokes && record.role == SpecimenRole::Pdu {
            flags.push("it was passed an hour or more after the strokes: outside the protocol of the kit".to_owned());
        }
    }
    let end = match &record.specimen {
        Specimen::Planned => GlassEnd::Open,
        Specimen::NotObtained(reason, handled) => {
            GlassEnd::NotObtained { reason: reason.as_str().to_owned(), at: Some(handled.at) }
        }
        Specimen::Discarded(_, reason, handled) => {
            GlassEnd::Discarded { at: handled.at, reason: reason.words().to_owned() }
        }
        Specimen::Collected(catch)
        | Specimen::Verified(catch, _)
        | Specimen::Stored(catch, ..)
        | Specimen::Packed(catch, ..) => {
            let how = match catch.how {
                CollectedHow::ByPatient => "the patient filled the cup alone",
                CollectedHow::ByStaff => "a member of staff caught it",
            };
            GlassEnd::Collected {
                at: catch.at,
                amount: Some(catch.amount.to_string()),
                appearance: catch.appearance.map(|seen| seen.to_string()),
                how: Some(how.to_owned()),
                accession: record.accession.map(|number| number.to_string()),
                label_verified: !matches!(record.specimen, Specimen::Collected(_)),
            }
        }
    };
    GlassFacts { role: record.role, end, flags }
}

/// The dipstick in one sentence; none when nobody dipped.
pub(super) fn dipstick(answers: &[StoredAnswer]) -> Vec<String> {
    let read = |item: &str, name: &str| {
        let said = answers.iter().rev().find(|answer| answer.item == item)?.standing.reply;
        match said {
            Reply::Said(Said::Yes) => Some(format!("{name} positive")),
            Reply::Said(Said::No) => Some(format!("{name} negative")),
            _ => None,
        }
    };
    let fields =
        [read("dipstick-nitrite", "nitrite"), read("dipstick-leukocytes", "leukocyte esterase")].into_iter().flatten();
    let fields: Vec<String> = fields.collect();
    if fields.is_empty() { Vec::new() } else { vec![format!("urine dipstick: {}", fields.join(", "))] }
}

/// The stop: by a rule, or at the massage by whoever asked for it.
pub(super) fn stop(
    safety: Option<&SafetyStop>,
    collection: Option<&Collection>,
    steps: &Steps,
    kind: ProcedureKind,
) -> Option<StopFacts> {
    let strokes = kind.act_on_gland() == Some(Act::PostDreStrokes);
    let began = collection.and_then(Collection::massage_began);
    if let Some(safety) = safety {
        let fired = safety.verdict.fired.iter();
        let absolute =
            fired.filter(|fired| fired.severity == Severity::Absolute && fired.stands == FiredStands::Stands);
        let during = match (began, steps.gate, steps.time_out) {
            (Some(began), ..) if began <= safety.at && strokes => "after the strokes had begun",
            (Some(began), ..) if began <= safety.at => "after the massage had begun",
            (_, Some(gate), _) if gate <= safety.at => "during the examination",
            (_, _, Some(_)) => "after the time-out",
            _ => "before anything was done",
        };
        return Some(StopFacts {
            at: safety.at,
            during: during.to_owned(),
            reasons: absolute.map(|fired| said_with(&fired.reason, &fired.evidence)).collect(),
            done: Vec::new(),
        });
    }
    let recorded = collection?.record().iter().find_map(|recorded| match &recorded.event {
        CollectionEvent::MassageStopped { reason: Some(reason), .. }
        | CollectionEvent::MassageTold { reason: Some(reason), .. } => Some((recorded.happened(), *reason)),
        _ => None,
    });
    recorded.map(|(at, reason)| StopFacts {
        at,
        during: if strokes { "during the strokes" } else { "during the massage" }.to_owned(),
        reasons: vec![reason_words(reason).to_owned()],
        done: Vec::new(),
    })
}
