//! A play: acts in the order of a file, each of which may use what an earlier one answered.

use crate::acts::{self, Act};
use crate::answer::say;
use practice::{Refusal, Station};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::{IsTerminal, Read};
use std::path::Path;

/// One act of a play.
pub(crate) struct Line {
    /// The act.
    pub(crate) act: &'static Act,
    number: usize,
    written: Written,
}

/// A line as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    act: String,
    #[serde(default)]
    request: Value,
    called: Option<String>,
    refused: Option<String>,
}

/// The request of one act: from its file, or from standard input where that holds it.
pub(crate) fn request(file: Option<&Path>, from_input: bool) -> Result<Value, Refusal> {
    let text = match file {
        Some(file) => read(file)?,
        None if from_input && !std::io::stdin().is_terminal() => {
            let mut text = String::new();
            let read = std::io::stdin().lock().read_to_string(&mut text);
            read.map_err(|_| Refusal::new("arguments", "The request could not be read from standard input."))?;
            text
        }
        None => String::new(),
    };
    if text.trim().is_empty() {
        return Ok(Value::Null);
    }
    serde_json::from_str(&text)
        .map_err(|problem| Refusal::new("request", format!("The request is no JSON: {problem}.")))
}

/// The lines of a play. Every act has to exist before the first is done.
pub(crate) fn lines(file: &Path) -> Result<Vec<Line>, Refusal> {
    let text = read(file)?;
    let lines = text.lines().map(str::trim).enumerate().map(|(before, line)| (before + 1, line));
    lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(number, line)| {
            let written: Written = serde_json::from_str(line)
                .map_err(|problem| Refusal::new("request", format!("Line {number} was not understood: {problem}.")))?;
            let act = acts::named(&written.act).map_err(|refusal| in_line(number, refusal))?;
            Ok(Line { act, number, written })
        })
        .collect()
}

/// Does them; how many there were.
pub(crate) async fn play(station: &Station, lines: Vec<Line>) -> Result<usize, Refusal> {
    let mut answers = BTreeMap::new();
    let all = lines.len();
    for Line { act, number, written } in lines {
        let request = filled(written.request, &answers).map_err(|refusal| in_line(number, refusal))?;
        let told = match (act.run(station, request).await, written.refused) {
            (Ok(answer), None) => {
                say(&format!("{}\n", json!({ "line": number, "act": act.name, "answer": answer })));
                answer
            }
            (Err(refusal), Some(code)) if refusal.code == code => {
                say(&format!("{}\n", json!({ "line": number, "act": act.name, "refused": refusal })));
                Value::Null
            }
            (Err(refusal), _) => return Err(in_line(number, refusal)),
            (Ok(_), Some(code)) => {
                let not = format!("This was to be refused as “{code}”, and was done.");
                return Err(in_line(number, Refusal::new("not-refused", not)));
            }
        };
        if let Some(name) = written.called {
            answers.insert(name, told.clone());
        }
        answers.insert(number.to_string(), told);
    }
    Ok(all)
}

/// The request with the values of earlier answers in their places.
fn filled(request: Value, answers: &BTreeMap<String, Value>) -> Result<Value, Refusal> {
    Ok(match request {
        Value::String(text) => match text.strip_prefix('$') {
            None => Value::String(text),
            Some(meant) if meant.starts_with('$') => Value::String(meant.to_owned()),
            Some(path) => looked_up(path, answers)?,
        },
        Value::Array(list) => list.into_iter().map(|value| filled(value, answers)).collect::<Result<_, _>>()?,
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| Ok((name, filled(value, answers)?)));
            Value::Object(fields.collect::<Result<Map<_, _>, Refusal>>()?)
        }
        other => other,
    })
}

fn looked_up(path: &str, answers: &BTreeMap<String, Value>) -> Result<Value, Refusal> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let pointer = if rest.is_empty() { String::new() } else { format!("/{}", rest.replace('.', "/")) };
    let found = answers.get(name).and_then(|answer| answer.pointer(&pointer));
    found.cloned().ok_or_else(|| Refusal::new("request", format!("No earlier answer has “${path}”.")))
}

fn in_line(number: usize, refusal: Refusal) -> Refusal {
    Refusal { message: format!("Line {number}: {}", refusal.message), ..refusal }
}

fn read(file: &Path) -> Result<String, Refusal> {
    let unreadable = |_| Refusal::new("arguments", format!("{} could not be read.", file.display()));
    std::fs::read_to_string(file).map_err(unreadable)
}
