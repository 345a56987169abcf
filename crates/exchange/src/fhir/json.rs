//! JSON as FHIR wants it: nothing empty is ever written, and a number keeps the digits it was given.

use serde::ser::{Error, SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use uuid::Uuid;

/// A value of JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// Text.
    Text(String),
    /// A number in the digits it was written with: `0.50` stays `0.50`.
    Number(String),
    /// Yes or no.
    Bool(bool),
    /// A list.
    List(Vec<Json>),
    /// Members in their order.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Number(text) => text.trim().is_empty(),
            Self::Bool(_) => false,
            Self::List(values) => values.is_empty(),
            Self::Object(members) => members.is_empty(),
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => out.serialize_str(text),
            Self::Number(digits) => RawValue::from_string(digits.clone()).map_err(S::Error::custom)?.serialize(out),
            Self::Bool(is) => out.serialize_bool(*is),
            Self::List(values) => {
                let mut list = out.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
            Self::Object(members) => {
                let mut object = out.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    object.serialize_entry(name, value)?;
                }
                object.end()
            }
        }
    }
}

/// An object in the making: a member without a value is left out.
#[derive(Debug, Clone, Default)]
pub(super) struct Object(Vec<(&'static str, Json)>);

impl Object {
    /// A resource with its type and id first.
    pub(super) fn resource(kind: &'static str, id: Uuid) -> Self {
        Self::default().with("resourceType", kind).with("id", id.to_string())
    }

    /// The same object with one more member; with nothing in it, the same object.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Json>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((name, value));
        }
        self
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object.0)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.trim().to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<bool> for Json {
    fn from(is: bool) -> Self {
        Self::Bool(is)
    }
}

impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::List(Vec::new()), Into::into)
    }
}

impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(values: Vec<T>) -> Self {
        Self::List(values.into_iter().map(Into::into).filter(|value: &Self| !value.is_empty()).collect())
    }
}

impl<T: Into<Json>, const N: usize> From<[T; N]> for Json {
    fn from(values: [T; N]) -> Self {
        Self::from(Vec::from(values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_empty_is_written_and_digits_stay() {
        let object = Object::default()
            .with("text", " ")
            .with("none", None::<&str>)
            .with("list", Vec::<String>::new())
            .with("inner", Object::default().with("text", ""))
            .with("value", Json::Number("0.50".to_owned()))
            .with("is", false)
            .with("names", vec!["a", "", "b"]);
        let written = serde_json::to_string(&Json::from(object)).unwrap();
        assert_eq!(written, r#"{"value":0.50,"is":false,"names":["a","b"]}"#);
    }

    #[test]
    fn what_is_no_number_is_an_error_and_not_a_number() {
        assert!(serde_json::to_string(&Json::Number("1; drop".to_owned())).is_err());
    }
}
