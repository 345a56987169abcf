//! What was measured: each row a name, its median and its slowest, and how often it was done.

use serde_json::{Value, json};
use std::fmt;
use std::time::Duration;

/// All measurements of one run, in the order in which they were made.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

struct Row {
    name: String,
    value: Result<Figure, String>,
    remark: String,
}

struct Figure {
    median: f64,
    slowest: f64,
    times: usize,
    unit: &'static str,
}

impl Table {
    pub(crate) fn new() -> Self {
        println!("\n{}; {} build\n", machine(), build());
        println!("{:<58} {:>12} {:>12} {:>6}", "", "median", "slowest", "times");
        Self::default()
    }

    /// Keeps a row and shows it at once: a run takes minutes.
    fn keep(&mut self, row: Row) {
        println!("{row}");
        self.rows.push(row);
    }

    /// Times of one thing done several times.
    pub(crate) fn add(&mut self, name: &str, times: &[Duration], remark: impl Into<String>) {
        let mut ms: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1000.0).collect();
        ms.sort_by(f64::total_cmp);
        let figure = Figure {
            median: median_of(&ms),
            slowest: ms.last().copied().unwrap_or_default(),
            times: ms.len(),
            unit: "ms",
        };
        self.keep(Row { name: name.to_owned(), value: Ok(figure), remark: remark.into() });
    }

    /// A number that is not a time.
    pub(crate) fn number(&mut self, name: &str, value: f64, unit: &'static str, remark: impl Into<String>) {
        let figure = Figure { median: value, slowest: value, times: 1, unit };
        self.keep(Row { name: name.to_owned(), value: Ok(figure), remark: remark.into() });
    }

    /// What could not be measured here, and why.
    pub(crate) fn skip(&mut self, name: &str, why: &str) {
        self.keep(Row { name: name.to_owned(), value: Err(why.to_owned()), remark: String::new() });
    }

    /// The whole run for a program to read.
    pub(crate) fn json(&self) -> String {
        let row = |row: &Row| match &row.value {
            Ok(figure) => json!({
                "name": row.name, "median": figure.median, "slowest": figure.slowest, "times": figure.times,
                "unit": figure.unit, "remark": row.remark,
            }),
            Err(why) => json!({ "name": row.name, "notMeasured": why }),
        };
        let rows: Vec<Value> = self.rows.iter().map(row).collect();
        format!("{:#}\n", json!({ "machine": machine(), "build": build(), "measurements": rows }))
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Ok(Figure { median, slowest, times, unit }) => {
                let median = format!("{median:.2} {unit}");
                let slowest = if *times > 1 { format!("{slowest:.2} {unit}") } else { String::new() };
                let times = if *times > 1 { times.to_string() } else { String::new() };
                write!(f, "{:<58} {median:>12} {slowest:>12} {times:>6}  {}", self.name, self.remark)
            }
            Err(why) => write!(f, "{:<58} not measured: {why}", self.name),
        }
    }
}

/// The middle of some times.
pub(crate) fn median(times: &[Duration]) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

fn median_of(sorted: &[f64]) -> f64 {
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

fn build() -> &'static str {
    if cfg!(debug_assertions) { "debug" } else { "release" }
}

/// What the figures were taken on, as far as the system tells.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told.lines().find_map(|line| line.strip_prefix("model name")).and_then(|line| line.split(':').nth(1));
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().map_or(String::new(), |load| format!(", load {load}"));
    format!("{} {}, {cores} cores: {}{load}", std::env::consts::OS, std::env::consts::ARCH, model.unwrap_or("?").trim())
}
