//! What a row of content says, in a sentence that a person who did not write the file can read.

use super::{ContentRow, sign_off};
use serde_json::Value;

/// A value as text; nothing for what is not there.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The sentence of a row, by what the row has.
pub(super) fn row(row: &Value) -> String {
    let has = |name: &str| !row[name].is_null();
    if has("strokesPerLobe") {
        kit(row)
    } else if has("container") {
        specimen(row)
    } else if has("condition") {
        format!("{}. {}", text(&row["condition"]), text(&row["limit"]))
    } else if has("rule") {
        format!("{}.", text(&row["rule"]))
    } else if has("evidence") {
        format!("For {}; evidence {}.", text(&row["kind"]), text(&row["evidence"]))
    } else if has("standing") {
        format!("Counts as {}.", text(&row["standing"]))
    } else if has("recall") {
        questionnaire(row)
    } else if has("gradeHint") {
        terms(row)
    } else if has("section") {
        text(&row["text"])
    } else {
        rule(row)
    }
}

/// The statements of a consent text, each as a row.
pub(super) fn consent(read: &Value) -> Vec<ContentRow> {
    let sources = list(&read["sources"], "; ");
    let source = format!("{sources}; {}", text(&read["approval"]).replace('-', " "));
    let rows = |list: &str, id: &str| {
        let said = read[list].as_array().into_iter().flatten();
        said.map(|one| ContentRow {
            id: text(&one[id]),
            title: text(&one[id]).replace('-', " "),
            says: text(&one["text"]),
            sign_off: sign_off("", &source),
            source: source.clone(),
        })
        .collect::<Vec<_>>()
    };
    [rows("elements", "element"), rows("risks", "risk")].concat()
}

fn kit(kit: &Value) -> String {
    let after =
        if kit["requiresDre"] == Value::Bool(true) { "after an examination" } else { "an examination is optional" };
    let each = match text(&kit["tubeMl"]).as_str() {
        "" => "filled as the leaflet says".to_owned(),
        volume => format!("of {volume} mL"),
    };
    let hours = match text(&kit["tubeHours"]).as_str() {
        "" => String::new(),
        hours => format!(", filled within {hours} h"),
    };
    let tubes = text(&kit["tubes"]);
    let plural = if tubes == "1" { "tube" } else { "tubes" };
    format!(
        "{} strokes a lobe {after}. Cup {}; {tubes} {plural} {each}{hours}; {}.",
        text(&kit["strokesPerLobe"]),
        text(&kit["cup"]),
        text(&kit["storage"])
    )
}

fn specimen(specimen: &Value) -> String {
    let field = |name: &str| text(&specimen[name]);
    let said = |name: &str, words: &dyn Fn(&str) -> String| match field(name).as_str() {
        "" => None,
        value => Some(words(value)),
    };
    let least = said("minimumMl", &|ml| format!("at least {ml} mL, "));
    let clocks = [
        said("ambientHours", &|hours| format!("{hours} h at room temperature")),
        said("coldHours", &|hours| format!("{hours} h cold")),
    ];
    let clocks: Vec<String> = clocks.into_iter().flatten().collect();
    let keeps = if clocks.is_empty() { field("keeps") } else { clocks.join(", ") };
    let older = match text(&specimen["table0487"]["code"]).as_str() {
        "" => String::new(),
        code => format!(", HL7 0487 {code}"),
    };
    let whole = format!(
        "{}: {}wanted {}; {}; {keeps}. SNOMED CT {}{older}. {}",
        field("container"),
        least.unwrap_or_default(),
        field("target"),
        field("storage"),
        text(&specimen["snomed"]["code"]),
        field("hint")
    );
    whole.trim_end().to_owned()
}

fn questionnaire(sheet: &Value) -> String {
    let bands = |bands: &Value| {
        let bands = bands.as_array().into_iter().flatten();
        bands.map(|band| format!("{} from {}", text(&band["name"]), text(&band["from"]))).collect::<Vec<_>>().join(", ")
    };
    format!("Of {}; total {}.", text(&sheet["recall"]), bands(&sheet["bands"]))
}

fn terms(risk: &Value) -> String {
    let terms = risk["terms"].as_array().into_iter().flatten();
    let named =
        terms.map(|term| format!("{} {}-{}", text(&term["name"]), text(&term["lowest"]), text(&term["highest"])));
    format!("{}. {}", named.collect::<Vec<_>>().join(", "), text(&risk["gradeHint"]))
}

fn rule(rule: &Value) -> String {
    let fires = rule["fires"].as_array().into_iter().flatten();
    let levels = fires.map(|level| format!("{}: {}.", capital(&when(&level["when"])), acts(level))).collect::<Vec<_>>();
    let weighs = if rule["dre"].is_null() { levels.join(" ") } else { format!("{}.", acts(rule)) };
    [weighs, text(&rule["reason"])].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The answer that fires: a word, or a comparison such as `at least 38`.
fn when(when: &Value) -> String {
    match when {
        Value::Object(parts) => {
            let part = |(name, value): (&String, &Value)| {
                let value = if value.is_string() || value.is_number() { text(value) } else { value.to_string() };
                format!("{} {value}", name.replace('-', " "))
            };
            parts.iter().map(part).collect::<Vec<_>>().join(", ")
        }
        word => text(word).replace('-', " "),
    }
}

fn acts(weighs: &Value) -> String {
    let acts = [("dre", "DRE"), ("mas", "massage"), ("pdu", "strokes")];
    acts.map(|(act, title)| format!("{title} {}", severity(&text(&weighs[act])))).join(", ")
}

fn severity(word: &str) -> &str {
    match word {
        "A" => "absolute",
        "R" => "relative",
        "N" => "note",
        "" | "-" => "none",
        word => word,
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn list(values: &Value, between: &str) -> String {
    values.as_array().into_iter().flatten().map(text).collect::<Vec<_>>().join(between)
}
