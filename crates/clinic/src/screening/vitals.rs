//! The vital signs as measured: kept in the unit in which they were entered, refused where no body can have them.

use crate::Moment;
use crate::ids::StaffId;
use crate::premises::TemperatureUnit;
use serde::{Deserialize, Serialize};

/// A body temperature: tenths of a degree in the unit in which it was entered. 30.0 to 45.0 °C.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Temperature {
    /// Tenths of a degree.
    pub tenths: i32,
    /// Of which unit.
    pub unit: TemperatureUnit,
}

/// The vital signs of one moment; what was not measured is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct VitalSigns {
    /// When they were measured.
    pub at: Moment,
    /// Who measured.
    pub by: StaffId,
    /// Temperature: oral, tympanic or temporal, never rectal here.
    pub temperature: Option<Temperature>,
    /// Pulse per minute, 20 to 250.
    pub pulse: Option<u16>,
    /// Systolic pressure in mmHg, 50 to 280.
    pub systolic: Option<u16>,
    /// Diastolic pressure in mmHg, 20 to 180.
    pub diastolic: Option<u16>,
    /// Breaths per minute, 4 to 70; asked only when an infection is suspected.
    pub breaths: Option<u16>,
}

/// Vital signs as typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedVitals {
    /// Temperature, such as “36.8”.
    pub temperature: String,
    /// Its unit.
    pub temperature_unit: TemperatureUnit,
    /// Pulse per minute.
    pub pulse: String,
    /// Systolic pressure.
    pub systolic: String,
    /// Diastolic pressure.
    pub diastolic: String,
    /// Breaths per minute.
    pub breaths: String,
}

/// Why a typed value cannot be one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VitalRefused {
    /// Not a number with at most one decimal.
    #[error("“{0}” is not a temperature; type it with one decimal, like 36.8")]
    NotATemperature(String),
    /// No living body has it.
    #[error(
        "{typed} {unit} cannot be: a temperature lies between {least} and {most}. Look at the thermometer and the unit again"
    )]
    ImplausibleTemperature {
        /// As typed.
        typed: String,
        /// °C or °F.
        unit: &'static str,
        /// Least in that unit.
        least: &'static str,
        /// Greatest in that unit.
        most: &'static str,
    },
    /// Not a whole number.
    #[error("“{0}” is not a whole number")]
    NotANumber(String),
    /// Outside of its limits.
    #[error("{typed} cannot be: {what} lies between {least} and {most}")]
    Implausible {
        /// As typed.
        typed: u32,
        /// What it is.
        what: &'static str,
        /// Least.
        least: u16,
        /// Greatest.
        most: u16,
    },
    /// One of the two pressures alone.
    #[error("type both pressures, like 125 and 80")]
    HalfAPressure,
    /// The lower one is not lower.
    #[error("the lower pressure is not below the upper one")]
    PressuresSwapped,
    /// Nothing at all.
    #[error("type the temperature")]
    Nothing,
}

/// A refusal beside its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldRefused {
    /// The field of [`TypedVitals`].
    pub field: &'static str,
    /// Why.
    pub why: VitalRefused,
}

/// A value that can be but is out of the ordinary: counts only once the person says that it is right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Unusual {
    /// The field.
    pub field: String,
    /// The question, such as “Fever, 38.2 °C: right?”.
    pub question: String,
}

impl Temperature {
    /// Reads a temperature as typed, with a point or a comma.
    ///
    /// # Errors
    /// When it is no number with at most one decimal, or lies outside 30.0 to 45.0 °C.
    pub fn parse(text: &str, unit: TemperatureUnit) -> Result<Self, VitalRefused> {
        let text = text.trim();
        let tenths = tenths(text).ok_or_else(|| VitalRefused::NotATemperature(text.to_owned()))?;
        let (sign, least, most, range) = match unit {
            TemperatureUnit::Celsius => ("°C", "30.0", "45.0", 300..=450),
            TemperatureUnit::Fahrenheit => ("°F", "86.0", "113.0", 860..=1130),
        };
        match tenths {
            Tenths::Whole(tenths) if range.contains(&tenths) => Ok(Self { tenths, unit }),
            // 3.82 is out of range and has too many decimals; the range is what the person needs to hear.
            Tenths::Whole(_) | Tenths::Finer { outside: true } => {
                Err(VitalRefused::ImplausibleTemperature { typed: text.to_owned(), unit: sign, least, most })
            }
            Tenths::Finer { outside: false } => Err(VitalRefused::NotATemperature(text.to_owned())),
        }
    }

    /// Hundredths of a degree Celsius, rounded down: 100.4 °F is exactly 3800.
    #[must_use]
    pub const fn celsius_hundredths(self) -> i32 {
        match self.unit {
            TemperatureUnit::Celsius => self.tenths * 10,
            TemperatureUnit::Fahrenheit => (self.tenths - 320) * 50 / 9,
        }
    }

    /// At or above a limit in degrees Celsius.
    #[must_use]
    pub fn at_least(self, degc: f64) -> bool {
        f64::from(self.celsius_hundredths()) >= (degc * 100.0).round()
    }

    /// As entered: `38.2 °C` or `100.8 °F`.
    #[must_use]
    pub fn text(self) -> String {
        let sign = match self.unit {
            TemperatureUnit::Celsius => "°C",
            TemperatureUnit::Fahrenheit => "°F",
        };
        format!("{}.{} {sign}", self.tenths / 10, self.tenths % 10)
    }
}

enum Tenths {
    Whole(i32),
    Finer { outside: bool },
}

/// Tenths of a typed number; more than one decimal is told apart so that the refusal can say what is wrong.
fn tenths(text: &str) -> Option<Tenths> {
    let text = text.replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = |text: &str| !text.is_empty() && text.len() <= 6 && text.bytes().all(|sign| sign.is_ascii_digit());
    if !digits(whole) || !digits(part) {
        return None;
    }
    let whole: i32 = whole.parse().ok()?;
    if part.len() > 1 {
        return Some(Tenths::Finer { outside: !(30..=113).contains(&whole) });
    }
    Some(Tenths::Whole(whole * 10 + part.parse::<i32>().ok()?))
}

impl TypedVitals {
    /// Reads what was typed; empty fields were not measured.
    ///
    /// # Errors
    /// Every field that cannot stand, each with why.
    pub fn read(&self, by: StaffId, at: Moment) -> Result<VitalSigns, Vec<FieldRefused>> {
        let mut refused = Vec::new();
        let mut note = |field, why| refused.push(FieldRefused { field, why });
        let temperature = match self.temperature.trim() {
            "" => None,
            text => Temperature::parse(text, self.temperature_unit).map_err(|why| note("temperature", why)).ok(),
        };
        let mut whole = |field, text: &str, what, least, most| match whole_number(text, what, least, most) {
            Ok(number) => number,
            Err(why) => {
                note(field, why);
                None
            }
        };
        let pulse = whole("pulse", &self.pulse, "a pulse", 20, 250);
        let systolic = whole("systolic", &self.systolic, "the upper pressure", 50, 280);
        let diastolic = whole("diastolic", &self.diastolic, "the lower pressure", 20, 180);
        let breaths = whole("breaths", &self.breaths, "breathing per minute", 4, 70);
        if refused.is_empty() {
            match (systolic, diastolic) {
                (Some(_), None) => note_pressure(&mut refused, "diastolic", VitalRefused::HalfAPressure),
                (None, Some(_)) => note_pressure(&mut refused, "systolic", VitalRefused::HalfAPressure),
                (Some(upper), Some(lower)) if lower >= upper => {
                    note_pressure(&mut refused, "diastolic", VitalRefused::PressuresSwapped);
                }
                _ => {}
            }
        }
        let signs = VitalSigns { at, by, temperature, pulse, systolic, diastolic, breaths };
        if refused.is_empty() && signs.is_empty() {
            note_pressure(&mut refused, "temperature", VitalRefused::Nothing);
        }
        if refused.is_empty() { Ok(signs) } else { Err(refused) }
    }
}

fn note_pressure(refused: &mut Vec<FieldRefused>, field: &'static str, why: VitalRefused) {
    refused.push(FieldRefused { field, why });
}

fn whole_number(text: &str, what: &'static str, least: u16, most: u16) -> Result<Option<u16>, VitalRefused> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let typed: u32 = text.parse().map_err(|_| VitalRefused::NotANumber(text.to_owned()))?;
    match u16::try_from(typed) {
        Ok(number) if (least..=most).contains(&number) => Ok(Some(number)),
        _ => Err(VitalRefused::Implausible { typed, what, least, most }),
    }
}

impl VitalSigns {
    /// Nothing was measured.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.temperature.is_none() && self.pulse.is_none() && self.systolic.is_none() && self.breaths.is_none()
    }

    /// What must be said to be right before it counts.
    #[must_use]
    pub fn unusual(&self) -> Vec<Unusual> {
        let mut unusual = Vec::new();
        let mut ask = |field: &str, question| unusual.push(Unusual { field: field.to_owned(), question });
        if let Some(temperature) = self.temperature {
            if temperature.at_least(38.0) {
                ask("temperature", format!("Fever, {}: right?", temperature.text()));
            } else if temperature.celsius_hundredths() < 3550 {
                ask("temperature", format!("Low, {}: right?", temperature.text()));
            }
        }
        for (field, value, range, name) in [
            ("pulse", self.pulse, 50..=110, "Pulse"),
            ("systolic", self.systolic, 100..=180, "Upper pressure"),
            ("diastolic", self.diastolic, 50..=110, "Lower pressure"),
            ("breaths", self.breaths, 9..=21, "Breathing"),
        ] {
            if let Some(value) = value.filter(|value| !range.contains(value)) {
                ask(field, format!("{name} {value}: right?"));
            }
        }
        unusual
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(temperature: &str, unit: TemperatureUnit) -> String {
        match Temperature::parse(temperature, unit) {
            Ok(temperature) => format!("{}, {} hundredths", temperature.text(), temperature.celsius_hundredths()),
            Err(refused) => refused.to_string(),
        }
    }

    #[test]
    fn a_temperature_stays_as_entered_and_fires_in_either_unit() {
        let check = |text, unit, expect: &str| assert_eq!(typed(text, unit), expect);
        check("38.2", TemperatureUnit::Celsius, "38.2 °C, 3820 hundredths");
        check("38,2", TemperatureUnit::Celsius, "38.2 °C, 3820 hundredths");
        check("37", TemperatureUnit::Celsius, "37.0 °C, 3700 hundredths");
        check("100.4", TemperatureUnit::Fahrenheit, "100.4 °F, 3800 hundredths");
        check("100.3", TemperatureUnit::Fahrenheit, "100.3 °F, 3794 hundredths");
        assert!(Temperature::parse("100.4", TemperatureUnit::Fahrenheit).unwrap().at_least(38.0));
        assert!(!Temperature::parse("100.3", TemperatureUnit::Fahrenheit).unwrap().at_least(38.0));
    }

    #[test]
    fn what_no_body_has_is_refused_in_words() {
        let out = |text: &str, unit: &str, least: &str, most: &str| {
            format!(
                "{text} {unit} cannot be: a temperature lies between {least} and {most}. Look at the thermometer and the unit again"
            )
        };
        for text in ["3.82", "382", "29.9", "45.1", "0"] {
            assert_eq!(typed(text, TemperatureUnit::Celsius), out(text, "°C", "30.0", "45.0"));
        }
        assert_eq!(typed("38.2", TemperatureUnit::Fahrenheit), out("38.2", "°F", "86.0", "113.0"));
        for text in ["warm", "38.25", "-38", "38.", "NaN", "1e2"] {
            let expect = format!("“{text}” is not a temperature; type it with one decimal, like 36.8");
            assert_eq!(typed(text, TemperatureUnit::Celsius), expect);
        }
    }

    /// What a person is asked about these vital signs, or why they are refused.
    fn check((temperature, pulse, upper, lower, breaths): (&str, &str, &str, &str, &str), expect: &str) {
        let typed = TypedVitals {
            temperature: temperature.into(),
            temperature_unit: TemperatureUnit::Celsius,
            pulse: pulse.into(),
            systolic: upper.into(),
            diastolic: lower.into(),
            breaths: breaths.into(),
        };
        let found = match typed.read(uuid::Uuid::from_u128(1).into(), "2026-11-20T09:00:00Z".parse().unwrap()) {
            Ok(signs) => signs.unusual().into_iter().map(|unusual| unusual.question).collect::<Vec<_>>().join(" "),
            Err(refused) => refused.iter().map(|r| format!("{}: {}", r.field, r.why)).collect::<Vec<_>>().join("; "),
        };
        assert_eq!(found, expect);
    }

    #[test]
    fn every_field_answers_for_itself() {
        check(("36.8", "72", "125", "80", ""), "");
        check(
            ("36.8", "7", "1250", "x", ""),
            "pulse: 7 cannot be: a pulse lies between 20 and 250; systolic: 1250 cannot be: the upper pressure lies between 50 and 280; diastolic: “x” is not a whole number",
        );
        check(("36.8", "72", "125", "", ""), "diastolic: type both pressures, like 125 and 80");
        check(("36.8", "72", "", "80", ""), "systolic: type both pressures, like 125 and 80");
        check(("36.8", "72", "80", "125", ""), "diastolic: the lower pressure is not below the upper one");
        check(("36.8", "72", "80", "80", ""), "diastolic: the lower pressure is not below the upper one");
        check(
            ("warm", "72", "", "", ""),
            "temperature: “warm” is not a temperature; type it with one decimal, like 36.8",
        );
    }

    #[test]
    fn one_value_is_enough_and_none_is_nothing() {
        check((" ", "", "", "", " "), "temperature: type the temperature");
        check(("36.8", "", "", "", ""), "");
        check(("", "72", "", "", ""), "");
        check(("", "", "125", "80", ""), "");
        check(("", "", "", "", "16"), "");
    }

    #[test]
    fn what_is_out_of_the_ordinary_is_asked_about() {
        check(("36.8", "128", "95", "60", ""), "Pulse 128: right? Upper pressure 95: right?");
        check(
            ("36.8", "111", "181", "111", "22"),
            "Pulse 111: right? Upper pressure 181: right? Lower pressure 111: right? Breathing 22: right?",
        );
        check(("38.0", "110", "180", "110", "21"), "Fever, 38.0 °C: right?");
        check(
            ("35.4", "49", "99", "49", "8"),
            "Low, 35.4 °C: right? Pulse 49: right? Upper pressure 99: right? Lower pressure 49: right? Breathing 8: right?",
        );
        check(("35.5", "50", "100", "50", "9"), "");
        check(("37.9", "72", "125", "80", ""), "");
    }
}
