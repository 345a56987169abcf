//! Numbers as laboratories write them: `<10^3`, `>100,000`, `1 000`, `10*3-10*4`, `5 x 10³`.
//!
//! What two people could read differently is not read at all: `10E5` is a hundred thousand to one laboratory and a
//! million to another, `1.000` is one or a thousand.

use super::interval::{Interval, Upper};

/// The greatest number that is believed, in thousandths: no millilitre and no field holds 10^12 of anything.
const MOST: u64 = 1_000_000_000_000_000;

const AT_LEAST: [&str; 6] = [">=", "≥", ">", "more than", "greater than", "at least"];
const UNDER: [&str; 2] = ["<", "less than"];
const AT_MOST: [&str; 3] = ["<=", "≤", "at most"];

/// Reads a number, a limit or a range. “More than” starts at its number: what lies above may be that number too.
pub(super) fn interval(text: &str) -> Option<Interval> {
    let text = spelled(text);
    let after = |words: &[&str]| words.iter().find_map(|word| text.strip_prefix(word)).map(str::trim);
    // `<=` is asked before `<`, which it begins with.
    if let Some(number) = after(&AT_MOST) {
        return Interval::new(0, Upper::To(positive(number)?));
    }
    if let Some(number) = after(&UNDER) {
        return Interval::new(0, Upper::Under(positive(number)?));
    }
    if let Some(number) = after(&AT_LEAST) {
        return Interval::new(positive(number)?, Upper::Unbounded);
    }
    match text.split_once("to").or_else(|| text.split_once('-')) {
        Some((lo, hi)) => {
            let (lo, hi) = (amount(lo.trim())?, amount(hi.trim())?);
            Interval::new(lo, Upper::To(hi)).filter(|_| lo < hi)
        }
        None => amount(&text).and_then(|number| Interval::new(number, Upper::To(number))),
    }
}

fn positive(text: &str) -> Option<u64> {
    amount(text).filter(|number| *number > 0)
}

/// One way of writing what has several: lower case, plain dashes, `^3` for superscripts, one kind of space.
fn spelled(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut raised = false;
    for sign in text.trim().chars() {
        let power = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == sign);
        match (power, sign) {
            (Some(digit), _) => {
                if !raised {
                    plain.push('^');
                }
                plain.push_str(&digit.to_string());
            }
            (None, '–' | '—' | '−') => plain.push('-'),
            (None, '×' | '·') => plain.push('x'),
            (None, sign) if sign.is_whitespace() => plain.push(' '),
            (None, '’') => plain.push('\''),
            (None, sign) => plain.extend(sign.to_lowercase()),
        }
        raised = power.is_some();
    }
    plain.replace("**", "^")
}

/// One number in thousandths, exactly; none when it is finer, greater, or written in a way that is not certain.
fn amount(text: &str) -> Option<u64> {
    let (mantissa, exponent) = parts(text)?;
    let scale = 10_u64.checked_pow(exponent)?;
    mantissa.checked_mul(scale).filter(|number| *number <= MOST)
}

/// The number before the power in thousandths, and the power of ten.
fn parts(text: &str) -> Option<(u64, u32)> {
    if let Some((base, power)) = text.rsplit_once('^') {
        return raised(base.trim_end(), power.trim_start());
    }
    if let Some((mantissa, power)) = text.split_once('e') {
        let mantissa = decimal(mantissa)?;
        // From ten on it is not certain whether the ten was meant as the base.
        return (1_000..10_000).contains(&mantissa).then_some((mantissa, digits(power)?));
    }
    if let Some((base, power)) = text.rsplit_once('*') {
        return raised(base.trim_end(), power.trim_start());
    }
    if text.contains('.') || is_decimal_comma(text) { Some((decimal(text)?, 0)) } else { Some((grouped(text)?, 0)) }
}

/// `10` or `5 x 10`, raised to `power`.
fn raised(base: &str, power: &str) -> Option<(u64, u32)> {
    let before = base.strip_suffix("10")?.trim_end();
    let mantissa = match before {
        "" => 1000,
        before => decimal(before.strip_suffix(['*', 'x'])?.trim_end())?,
    };
    Some((mantissa, digits(power)?))
}

fn digits(power: &str) -> Option<u32> {
    let holds = (1..=2).contains(&power.len()) && power.bytes().all(|sign| sign.is_ascii_digit());
    holds.then(|| power.parse().ok()).flatten()
}

fn is_decimal_comma(text: &str) -> bool {
    text.split_once(',').is_some_and(|(_, rest)| rest.len() < 3 && !rest.contains(','))
}

/// A number with one or two decimals, in thousandths. Three decimals could be a group of thousands.
fn decimal(text: &str) -> Option<u64> {
    let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let plain = |part: &str| part.bytes().all(|sign| sign.is_ascii_digit());
    let holds = (1..=12).contains(&whole.len()) && rest.len() <= 2 && plain(whole) && plain(rest);
    let ends_well = rest.is_empty() != text.contains(['.', ',']);
    (holds && ends_well).then(|| format!("{whole}{rest:0<3}").parse().ok()).flatten()
}

/// A whole number, in thousandths; groups of three may stand apart by a comma, a space or an apostrophe.
fn grouped(text: &str) -> Option<u64> {
    let mark = text.chars().find(|sign| !sign.is_ascii_digit());
    let whole = match mark {
        None => text.to_owned(),
        Some(mark @ (',' | ' ' | '\'')) => {
            let mut groups = text.split(mark);
            let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
            let rest: Vec<&str> = groups.collect();
            if rest.iter().any(|group| group.len() != 3) {
                return None;
            }
            format!("{first}{}", rest.concat())
        }
        Some(_) => return None,
    };
    let holds = (1..=13).contains(&whole.len()) && whole.bytes().all(|sign| sign.is_ascii_digit());
    holds.then(|| whole.parse::<u64>().ok()).flatten()?.checked_mul(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let found = interval(text).map_or_else(|| "not read".to_owned(), Interval::text);
        assert_eq!(found.replace('\u{202f}', " "), expect, "{text}");
    }

    #[test]
    fn the_ways_laboratories_write_are_read() {
        check("<10^3", "<1000");
        check("< 1e3", "<1000");
        check(">100,000", "≥100 000");
        check(">= 10*5", "≥100 000");
        check("≥10⁵", "≥100 000");
        check("1 000", "1000");
        check("1\u{202f}000", "1000");
        check("10*3-10*4", "1000–10 000");
        check("10³ – 10⁴", "1000–10 000");
        check("1000 to 5000", "1000–5000");
        check("5 x 10^3", "5000");
        check("1,5 × 10**4", "15 000");
        check("2.5E4", "25 000");
        check("more than 100'000", "≥100 000");
        check("≤ 10^2", "≤100");
        check("0-2", "≤2");
        check("12", "12");
        check("0.5", "0.5");
    }

    #[test]
    fn what_two_people_could_read_differently_is_not_read() {
        for text in ["10E5", "1.000", "1,500 x 10^3", "5.10^3", "10 3", "1,00,000", "2*10", "510^3", "100 000 0"] {
            check(text, "not read");
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in ["", "many", "numerous", "~1000", "+++", "<", "<0", ">", "10^4-10^3", "5-5", "1e99", "-5", "1."] {
            check(text, "not read");
        }
    }
}
