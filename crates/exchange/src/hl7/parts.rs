//! The parts that messages share: who sends, who is meant, and the number a message is known by.

use super::writer::{Component, Field};

/// A hierarchic designator (HD): a name agreed between two systems, and the identifier that is unique in the world.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Designator {
    /// The agreed name.
    pub namespace: String,
    /// The OID, where there is one; empty otherwise.
    pub oid: String,
}

impl Designator {
    /// A designator of both halves.
    #[must_use]
    pub fn new(namespace: &str, oid: &str) -> Self {
        Self { namespace: namespace.to_owned(), oid: oid.to_owned() }
    }

    /// Whether neither half is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.namespace.trim().is_empty() && self.oid.trim().is_empty()
    }

    fn parts(&self) -> [&str; 3] {
        [&self.namespace, &self.oid, if self.oid.is_empty() { "" } else { "ISO" }]
    }

    pub(super) fn field(&self) -> Field {
        Field::components(&self.parts())
    }

    pub(super) fn component(&self) -> Component {
        Component::parts(&self.parts())
    }
}

/// A number within the space of `authority` as a field (EI).
pub(super) fn entity(number: &str, authority: &Designator) -> Field {
    let [namespace, oid, kind] = authority.parts();
    Field::components(&[number, namespace, oid, kind])
}

/// A person's name as laboratories file it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonName {
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Further given names.
    pub middle: String,
    /// Suffix, such as Jr.
    pub suffix: String,
    /// Prefix, such as Dr.
    pub prefix: String,
}

/// The number of a message (MSH-10): 1 to 20 visible ASCII characters, unique for ever and kept on every retry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ControlId(String);

/// Why a text cannot be the number of a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a message number has 1 to 20 letters or digits, “-” or “.”")]
pub struct NotAControlId;

impl ControlId {
    /// Reads a number that the caller promises never to use for another message.
    ///
    /// # Errors
    /// When it is empty, too long, or holds a sign that a receiver might cut or escape.
    pub fn parse(text: &str) -> Result<Self, NotAControlId> {
        let fits = (1..=20).contains(&text.len())
            && text.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-.".contains(&sign));
        if fits { Ok(Self(text.to_owned())) } else { Err(NotAControlId) }
    }

    /// The number as sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
