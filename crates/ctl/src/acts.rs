//! The acts of the practice by the names that the window calls them by: what each needs, and how it is done. A test
//! compares this list with the window's, so that neither can do what the other cannot.

mod after;
mod booking;
mod front;
mod house;
mod laboratory;
mod procedure;

use practice::{Desk, Refusal, Station};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use specta::{Type, Types};
use specta_typescript::Typescript;
use std::pin::Pin;

/// An act under way.
type Running<'d> = Pin<Box<dyn Future<Output = Result<Value, Refusal>> + 'd>>;

/// One act.
pub(crate) struct Act {
    /// As the window calls it.
    pub(crate) name: &'static str,
    /// The request's type, or the fields of a request that has no name of its own.
    needs: &'static [&'static str],
    /// What it does, in one line.
    pub(crate) says: &'static str,
    /// The types of the request, written out.
    shape: fn() -> Result<String, Refusal>,
    run: Run,
}

/// Where an act is done.
enum Run {
    /// By whoever is signed on.
    Desk(for<'d> fn(&'d Desk, Value) -> Running<'d>),
    /// At the station itself, before anybody is.
    Station(for<'s> fn(&'s Station, Value) -> Running<'s>),
}

/// A list of acts. `name(Type)` takes the whole request as that type, `name { field: Type }` takes an object of these.
macro_rules! acts {
    ($list:ident = $place:ident($who:ident) {
        $($name:ident $(($asked:ident: $Request:ty))? $({ $($field:ident: $Type:ty),* })? => $does:expr, $says:literal;)*
    }) => {
        pub(super) const $list: &[$crate::acts::Act] = &[
            $($crate::acts::act!($name $(($asked: $Request))? $({ $($field: $Type),* })? => $place($who) $does, $says)),*
        ];
    };
}

macro_rules! act {
    ($name:ident ($asked:ident: $Request:ty) => $place:ident($who:ident) $does:expr, $says:literal) => {
        $crate::acts::Act {
            name: stringify!($name),
            needs: &[stringify!($Request)],
            says: $says,
            shape: $crate::acts::shape::<$Request>,
            run: $crate::acts::Run::$place(|$who, typed| {
                Box::pin(async move {
                    let $asked: $Request = $crate::acts::read(typed)?;
                    $crate::acts::told($does.await?)
                })
            }),
        }
    };
    ($name:ident { $($field:ident: $Type:ty),* } => $place:ident($who:ident) $does:expr, $says:literal) => {{
        #[derive(serde::Deserialize, specta::Type)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Request {
            $($field: $Type,)*
        }
        $crate::acts::Act {
            name: stringify!($name),
            needs: &[$(stringify!($field)),*],
            says: $says,
            shape: $crate::acts::shape::<Request>,
            run: $crate::acts::Run::$place(|$who, typed| {
                Box::pin(async move {
                    let Request { $($field),* } = $crate::acts::read(typed)?;
                    $crate::acts::told($does.await?)
                })
            }),
        }
    }};
}

use {act, acts};

/// Every act, in the order of a visit.
pub(crate) fn all() -> impl Iterator<Item = &'static Act> {
    [
        front::BEFORE_SIGN_ON,
        front::ACTS,
        booking::ACTS,
        procedure::CONSENT,
        procedure::CHECK,
        procedure::ROOM,
        laboratory::ACTS,
        after::ACTS,
        house::ACTS,
    ]
    .into_iter()
    .flatten()
}

/// The act of this name.
pub(crate) fn named(name: &str) -> Result<&'static Act, Refusal> {
    all().find(|act| act.name == name).ok_or_else(|| {
        Refusal::new("arguments", format!("There is no act called “{name}”; `fourglassctl acts` lists them."))
    })
}

impl Act {
    /// Done before anybody signs on.
    pub(crate) fn is_before_sign_on(&self) -> bool {
        matches!(self.run, Run::Station(_))
    }

    /// Can be done without a request.
    pub(crate) fn needs_nothing(&self) -> bool {
        self.needs.is_empty()
    }

    /// Does it.
    pub(crate) async fn run(&self, station: &Station, request: Value) -> Result<Value, Refusal> {
        match self.run {
            Run::Desk(run) => run(&station.desk().await?, request).await,
            Run::Station(run) => run(station, request).await,
        }
    }

    /// What it needs, as JSON names it.
    pub(crate) fn needs(&self) -> String {
        self.needs.iter().map(|name| camel(name)).collect::<Vec<_>>().join(", ")
    }

    /// The types of its request, as TypeScript.
    pub(crate) fn shape(&self) -> Result<String, Refusal> {
        (self.shape)()
    }

    /// For programs.
    pub(crate) fn json(&self) -> Value {
        json!({ "name": self.name, "needs": self.needs(), "says": self.says })
    }
}

fn shape<T: Type>() -> Result<String, Refusal> {
    let types = Types::default().register::<T>();
    let written = Typescript::default().header("").export(&types, specta_serde::Format);
    let written = written.map_err(|problem| Refusal::unexpected(&problem))?;
    let types = written.lines().filter(|line| !line.starts_with("//")).collect::<Vec<_>>().join("\n");
    Ok(types.replace("export type", "type").trim().to_owned())
}

fn read<T: DeserializeOwned>(typed: Value) -> Result<T, Refusal> {
    let typed = if typed.is_null() { json!({}) } else { typed };
    serde_json::from_value(typed)
        .map_err(|problem| Refusal::new("request", format!("The request does not fit: {problem}.")))
}

fn told<T: Serialize>(view: T) -> Result<Value, Refusal> {
    serde_json::to_value(view).map_err(|problem| Refusal::unexpected(&problem))
}

/// `visit_id` as JSON has it, `visitId`; a type's name stays as it is.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |said, word| said + &word[..1].to_uppercase() + &word[1..])
}
