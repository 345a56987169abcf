//! The clinic day through the real window: the program as it ships, driven by `WebKitWebDriver` on a display of its own.

mod aftercare;
mod afterwards;
mod axe;
mod booked;
mod consent_languages;
mod content;
mod downtime;
mod dre;
mod driver;
mod emergency;
mod first_run;
mod four_glass;
mod further;
mod hand;
mod interrupted;
mod keyboard;
mod people;
mod picture;
mod presence;
mod procedures;
mod recovery;
mod result;
mod result_told;
mod safety;

mod visit;
mod window;
mod withdrawal;
mod wrong_patient;
