//! Whether every row of the clinical content has its code and its test: `docs/coverage.md` and the tables beside it.
//!
//! Which rows there are is read from `content/` where their ids live, and from `docs/coverage/rows.txt` otherwise. A
//! row that the program does not carry stands in the table as `not built`, with its reason, and is counted; so is a row
//! without a test.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::house::{House, files_under, read};

/// Where ids live in the content: the file, the key that holds them, and what a row's id begins with.
const SHELVES: [(&str, &str, &str); 8] = [
    ("content/screening/items.json", "id", ""),
    ("content/screening/rules.json", "id", ""),
    ("content/indications.json", "id", ""),
    ("content/kits.json", "id", "kit-"),
    ("content/results/interpretation.json", "id", ""),
    ("content/catalogue/specimens.json", "role", "specimen-"),
    ("content/consent/four-glass.en.json", "risk", ""),
    ("content/adverse-events.json", "risk", "ae-"),
];

/// What the code cell of a row begins with that the program does not carry.
const NOT_BUILT: &str = "not built";
/// What the test cell of a row begins with that no test carries.
const NO_TEST: &str = "no test";

/// One row of a table.
struct Row {
    id: String,
    asks: String,
    code: String,
    test: String,
}

/// The rows of one page: every line of a table whose first cell is an id between back ticks.
fn rows(page: &str) -> Vec<Row> {
    let row = |line: &str| {
        let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
        let [id, asks, code, test] = cells[..] else { return None };
        let id = id.strip_prefix('`')?.strip_suffix('`')?;
        Some(Row { id: id.to_owned(), asks: asks.to_owned(), code: code.to_owned(), test: test.to_owned() })
    };
    page.lines().filter_map(row).collect()
}

/// What stands between back ticks in a cell.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// Every value of `"key": "value"`, in its order, each with the text up to the next of them.
fn values<'a>(json: &'a str, key: &str) -> Vec<(&'a str, &'a str)> {
    let mark = format!("\"{key}\": \"");
    json.split(mark.as_str()).skip(1).filter_map(|after| after.split_once('"')).collect()
}

/// How a row of content weighs on the three acts, each of its levels: `dre R, mas A, pdu A`.
fn weights(row: &str) -> Vec<String> {
    let letter = |level: &str, act: &str| values(level, act).first().map(|(letter, _)| format!("{act} {letter}"));
    let level = |level: &str| {
        let level = format!("\"dre\": \"{level}");
        Some([letter(&level, "dre")?, letter(&level, "mas")?, letter(&level, "pdu")?].join(", "))
    };
    row.split("\"dre\": \"").skip(1).filter_map(level).collect()
}

/// The rows that have to be in the table, each with the weights that it has to state.
fn expected(house: &House) -> BTreeMap<String, Vec<String>> {
    let list = read(&house.at("docs/coverage/rows.txt")).unwrap_or_else(|why| panic!("{why}"));
    let named = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut all: BTreeMap<String, Vec<String>> = named.map(|id| (id.to_owned(), Vec::new())).collect();
    for (file, key, begins) in SHELVES {
        let json = read(&house.at(file)).unwrap_or_else(|why| panic!("{why}"));
        let found = values(&json, key);
        assert!(!found.is_empty(), "{file} holds no row");
        all.extend(found.into_iter().map(|(id, row)| (format!("{begins}{id}"), weights(row))));
    }
    all
}

/// What is wrong with one place, `path` or `path::name`; a test has to be one.
fn amiss(root: &Path, place: &str, is_test: bool) -> Option<String> {
    let (path, name) = place.split_once("::").map_or((place, None), |(path, name)| (path, Some(name)));
    let Ok(text) = fs::read_to_string(root.join(path)) else { return Some(format!("{path} does not exist")) };
    let Some(name) = name else { return is_test.then(|| format!("{place} names no test")) };
    let in_rust = Path::new(path).extension().is_some_and(|ending| ending == "rs");
    let found = match (is_test, in_rust) {
        (true, true) => text.split("test]").skip(1).any(|after| {
            let line = after.lines().find(|line| line.contains("fn ")).unwrap_or_default();
            line.trim_start().trim_start_matches("async ").starts_with(&format!("fn {name}("))
        }),
        (true, false) => text.contains(&format!("test(\"{name}\"")),
        (false, _) => text.contains(name),
    };
    (!found).then(|| format!("{path} has no {} “{name}”", if is_test { "test" } else { "line" }))
}

/// What is wrong with one row's cells.
fn amiss_in(root: &Path, row: &Row, weights: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    let said = |cell: &str| if cell.is_empty() { Some("has an empty cell".to_owned()) } else { None };
    faults.extend([&row.asks, &row.code, &row.test].into_iter().find_map(|cell| said(cell)));
    faults.extend(
        weights
            .iter()
            .filter(|weight| !row.asks.contains(*weight))
            .map(|weight| format!("weighs “{weight}” in the content, and the table does not say so")),
    );
    let unexcused = |excuse: &str| excuse.trim_start_matches([':', ' ']).is_empty();
    if let Some(excuse) = row.code.strip_prefix(NOT_BUILT) {
        faults.extend(unexcused(excuse).then(|| "is not built, and does not say why".to_owned()));
        return faults;
    }
    for (cell, is_test) in [(&row.code, false), (&row.test, true)] {
        if let Some(excuse) = cell.strip_prefix(NO_TEST).filter(|_| is_test) {
            faults.extend(unexcused(excuse).then(|| "has no test, and does not say why".to_owned()));
            continue;
        }
        let places = quoted(cell);
        faults.extend(places.is_empty().then(|| format!("names no place in “{cell}”")));
        faults.extend(places.into_iter().filter_map(|place| amiss(root, place, is_test)));
    }
    faults
}

/// The number that stands after `words` on the first page.
fn stated(page: &str, words: &str) -> Option<usize> {
    let after = page.split_once(words)?.1.trim_start();
    after.split(|sign: char| !sign.is_ascii_digit()).next()?.parse().ok()
}

#[test]
fn every_row_has_its_code_and_its_test() {
    let house = House::find();
    let front = read(&house.at("docs/coverage.md")).unwrap_or_else(|why| panic!("{why}"));
    let pages = files_under(&house.at("docs/coverage"), ".md");
    let pages = pages.iter().map(|page| read(page).unwrap_or_else(|why| panic!("{why}")));
    let table: Vec<Row> = pages.chain([front.clone()]).flat_map(|page| rows(&page)).collect();
    let expected = expected(&house);

    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for row in &table {
        let Row { id, .. } = row;
        faults.extend((!seen.insert(id.as_str())).then(|| format!("{id} stands twice")));
        match expected.get(id) {
            Some(weights) => {
                let wrong = amiss_in(&house.root, row, weights);
                faults.extend(wrong.into_iter().map(|fault| format!("{id} {fault}")));
            }
            None => {
                faults.push(format!("{id} is no row of the content: add it to docs/coverage/rows.txt, or take it out"));
            }
        }
    }
    faults.extend(expected.keys().filter(|id| !seen.contains(id.as_str())).map(|id| format!("{id} is missing")));
    let open = table.iter().filter(|row| row.code.starts_with(NOT_BUILT)).count();
    let untried = table.iter().filter(|row| row.test.starts_with(NO_TEST)).count();
    for (words, count) in [("Rows:", table.len()), ("Not built:", open), ("Without a test:", untried)] {
        let told = stated(&front, words);
        faults.extend(
            (told != Some(count)).then(|| format!("docs/coverage.md says “{words}” {told:?}; there are {count}")),
        );
    }
    assert!(faults.is_empty(), "{} faults in docs/coverage:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_row_says_what_is_wrong_with_it() {
    let root = &House::find().root;
    let check = |line: &str, expect: &[&str]| {
        let row = rows(line).pop().unwrap_or_else(|| panic!("no row: {line}"));
        assert_eq!(amiss_in(root, &row, &["dre N, mas A, pdu A".to_owned()]), expect, "{line}");
    };
    let here = "`xtask/src/coverage.rs::a_row_says_what_is_wrong_with_it`";
    check(&format!("| `a` | dre N, mas A, pdu A | `README.md` | {here} |"), &[]);
    check(
        &format!("| `a` | dre N, mas R, pdu A | `README.md` | {here} |"),
        &["weighs “dre N, mas A, pdu A” in the content, and the table does not say so"],
    );
    check(&format!("| `a` | dre N, mas A, pdu A | `gone.rs` | {here} |"), &["gone.rs does not exist"]);
    check(
        "| `a` | dre N, mas A, pdu A | `README.md` | `xtask/src/coverage.rs::nobody` |",
        &["xtask/src/coverage.rs has no test “nobody”"],
    );
    check("| `a` | dre N, mas A, pdu A | `README.md` | `README.md` |", &["README.md names no test"]);
    check("| `a` | dre N, mas A, pdu A | not built: nobody asked | - |", &[]);
    check("| `a` | dre N, mas A, pdu A | `README.md` | no test: it is a word |", &[]);
    check("| `a` | dre N, mas A, pdu A | not built | - |", &["is not built, and does not say why"]);
    check(
        "| `a` | dre N, mas A, pdu A | somewhere |  |",
        &["has an empty cell", "names no place in “somewhere”", "names no place in “”"],
    );
    let json =
        r#"{ "id": "inr", "fires": [{ "dre": "N", "mas": "A", "pdu": "N" }, { "dre": "N", "mas": "R", "pdu": "N" }] }"#;
    let (id, row) = values(json, "id")[0];
    assert_eq!((id, weights(row)), ("inr", vec!["dre N, mas A, pdu N".to_owned(), "dre N, mas R, pdu N".to_owned()]));
}

/// Words of the lay article that no text of ours says: what massage is claimed to do, and what it is not for.
const CLAIMS: [&str; 11] = [
    "milking",
    "orgasm",
    "pleasure",
    "erectile",
    "impoten",
    "build-up",
    "blood flow",
    "circulation",
    "drainage",
    "detox",
    "make antibiotics",
];

#[test]
fn no_text_claims_what_massage_does_not_do() {
    let house = House::find();
    let files = files_under(&house.at("content"), ".json");
    assert!(files.len() > 10, "the content lies elsewhere");
    for file in files {
        let text = read(&file).unwrap_or_else(|why| panic!("{why}")).to_lowercase();
        let file = file.display();
        for claim in CLAIMS {
            assert!(!text.contains(claim), "{file} says “{claim}”");
        }
        // These may only be denied.
        for (claim, denial) in
            [("prevent cancer", "does not prevent cancer"), ("improve erections", "not improve erections")]
        {
            assert_eq!(text.matches(claim).count(), text.matches(denial).count(), "{file} claims “{claim}”");
        }
    }
    let reasons = read(&house.at("content/indications.json")).unwrap_or_else(|why| panic!("{why}"));
    for (title, _) in values(&reasons, "title") {
        let title = title.to_lowercase();
        assert!(
            !["treat", "therap", "prevent"].iter().any(|word| title.contains(word)),
            "“{title}” is no diagnostic reason"
        );
    }
}
