//! Counting what the tools say they ran, so that the last line of a test run is one honest total.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::house::{Outcome, spoken};

/// What has been run so far, and how long each step took.
#[derive(Default)]
pub(crate) struct Tally {
    steps: Vec<(String, Duration, Count)>,
}

#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
struct Count {
    passed: u32,
    failed: u32,
}

impl Tally {
    /// Runs a step that is a check of our own: it counts as one.
    pub(crate) fn step(&mut self, name: &str, work: impl FnOnce() -> Outcome) {
        let start = begin(name);
        let outcome = work();
        if let Err(why) = &outcome {
            println!("{why}");
        }
        let failed = u32::from(outcome.is_err());
        self.end(name, start, Count { passed: 1 - failed, failed });
    }

    /// Runs a program, passing its output on; what it counts is counted, and a program that counts nothing is one.
    pub(crate) fn program(&mut self, name: &str, command: &mut Command) {
        let start = begin(name);
        let count = listen(command).unwrap_or_else(|why| {
            println!("{why}");
            Count { passed: 0, failed: 1 }
        });
        self.end(name, start, count);
    }

    fn end(&mut self, name: &str, start: Instant, count: Count) {
        self.steps.push((name.to_owned(), start.elapsed(), count));
    }

    /// Prints the times and the totals; fails when anything failed.
    pub(crate) fn close(self) -> Outcome {
        println!();
        let mut total = Count::default();
        for (name, took, count) in &self.steps {
            let words = if count.failed == 0 { "ok".to_owned() } else { format!("{} FAILED", count.failed) };
            println!("{name:<24} {:>7.1} s  {:>5} passed  {words}", took.as_secs_f32(), count.passed);
            total.passed += count.passed;
            total.failed += count.failed;
        }
        let took: Duration = self.steps.iter().map(|(_, took, _)| *took).sum();
        println!("{:<24} {:>7.1} s\n", "all", took.as_secs_f32());
        println!("{} passed, {} failed", total.passed, total.failed);
        if total.failed == 0 { Ok(()) } else { Err(String::new()) }
    }
}

fn begin(name: &str) -> Instant {
    println!("\n== {name}");
    Instant::now()
}

fn listen(command: &mut Command) -> Outcome<Count> {
    let line = spoken(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .env("NO_COLOR", "1")
        .spawn()
        .map_err(|why| format!("could not start `{line}`: {why}"))?;
    let mut count = Count::default();
    for line in child.stdout.take().map(BufReader::new).into_iter().flat_map(BufReader::lines).map_while(Result::ok) {
        println!("{line}");
        let heard = counts_in(&line);
        count.passed += heard.passed;
        count.failed += heard.failed;
    }
    let status = child.wait().map_err(|why| format!("`{line}` did not end: {why}"))?;
    // A program that fails without a failed test broke before its tests, and one without tests is itself the check.
    if !status.success() && count.failed == 0 {
        count.failed = 1;
    } else if status.success() && count.passed == 0 {
        count.passed = 1;
    }
    Ok(count)
}

/// Understands the summary line of `cargo test` and the one of Vitest.
fn counts_in(line: &str) -> Count {
    let line = line.trim();
    let summary = line.strip_prefix("test result:").or_else(|| line.strip_prefix("Tests "));
    let words: Vec<&str> = summary.unwrap_or_default().split_whitespace().collect();
    let before = |word: &str| {
        let pair = words.windows(2).find(|pair| pair[1].trim_end_matches([';', '|']) == word);
        pair.and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
    };
    Count { passed: before("passed"), failed: before("failed") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, passed: u32, failed: u32) {
        assert_eq!(counts_in(line), Count { passed, failed }, "{line}");
    }

    #[test]
    fn the_summaries_of_both_tools_are_understood() {
        check("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s", 12, 0);
        check("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", 3, 2);
        check("      Tests  7 passed (7)", 7, 0);
        check("      Tests  1 failed | 6 passed (7)", 6, 1);
        check(" Test Files  2 passed (2)", 0, 0);
        check("the test result: 9 passed is only quoted", 0, 0);
    }
}
