//! Reading what was typed: every field is tried, so that all refusals stand beside their fields at once.

use crate::Refusal;
use crate::refusal::FieldRefusal;
use clinic::patient::is_misleading;
use std::fmt::Display;

/// The refusals of one request so far.
#[derive(Debug, Default)]
pub struct Form {
    fields: Vec<FieldRefusal>,
}

impl Form {
    /// Reads one field; a refusal is kept for [`Form::refusal`].
    pub fn read<T, E: Display>(&mut self, field: &str, read: Result<T, E>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(problem) => {
                self.refuse(field, problem);
                None
            }
        }
    }

    /// Optional text of at most `most` characters: what stands in the band or in a line of a list has no room for more.
    pub fn line(&mut self, field: &str, text: Option<String>, most: usize) -> Option<String> {
        let text = optional(text)?;
        if text.chars().count() > most {
            self.refuse(field, format!("use at most {most} characters"));
        }
        Some(text)
    }

    /// Refuses a field.
    pub fn refuse(&mut self, field: &str, message: impl Display) {
        let message = sentence(&message.to_string());
        self.fields.push(FieldRefusal { field: field.to_owned(), message });
    }

    /// Whether every field could be read.
    pub fn is_clean(&self) -> bool {
        self.fields.is_empty()
    }

    /// Goes on only when every field could be read.
    pub fn check(self) -> Result<(), Refusal> {
        if self.is_clean() { Ok(()) } else { Err(self.refusal()) }
    }

    /// All that was refused.
    pub fn refusal(self) -> Refusal {
        let message = match self.fields.as_slice() {
            [only] => only.message.clone(),
            _ => "Some fields need another look; each says what to do.".to_owned(),
        };
        Refusal { code: "fields".to_owned(), message, fields: self.fields, incident: None }
    }
}

/// Text that is optional: trimmed, without signs that turn or hide others on paper, and nothing when empty.
pub fn optional(text: Option<String>) -> Option<String> {
    text.map(|text| text.replace(is_misleading, "").trim().to_owned()).filter(|text| !text.is_empty())
}

pub(crate) fn sentence(text: &str) -> String {
    let mut signs = text.chars();
    let first = signs.next().map(|sign| sign.to_uppercase().to_string()).unwrap_or_default();
    let end = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{first}{}{end}", signs.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_answered_at_once() {
        let mut form = Form::default();
        assert_eq!(form.read::<u8, _>("pulse", "72".parse::<u8>()), Some(72));
        form.refuse("mrn", "that number is taken");
        form.refuse("birthDate", "it lies after today");
        let refusal = form.refusal();
        let fields: Vec<_> = refusal.fields.iter().map(|beside| beside.field.as_str()).collect();
        assert_eq!(fields, ["mrn", "birthDate"]);
        assert_eq!(refusal.fields[0].message, "That number is taken.");
    }
}
