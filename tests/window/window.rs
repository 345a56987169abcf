//! Working the window as a person does: by what things are and what they are called, waiting for things and never for
//! a time, and counting the taps.

use std::cell::Cell;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::driver::Driver;

/// What a step of a journey gives: nothing, or a sentence saying what was not there.
pub(crate) type Step<T = ()> = Result<T, String>;

/// A journey: what somebody does in the window.
pub(crate) type Journey<'w> = Pin<Box<dyn Future<Output = Step> + 'w>>;

/// How long anything may take to appear, on a machine that also compiles.
const PATIENCE: Duration = Duration::from_secs(20);

/// Finds what people find: by role and by name, visible, in the front-most dialog.
const FIND: &str = include_str!("find.js");

/// The open window.
pub(crate) struct Window {
    client: Client,
    pictures: PathBuf,
    pictured: Cell<u32>,
    taps: Cell<u32>,
}

/// Opens the window on the vault, plays the journey, and ends every process of it, also when the journey fails.
pub(crate) fn play(story: &str, vault: &Path, journey: impl for<'w> FnOnce(&'w Window) -> Journey<'w>) {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let home = tempfile::tempdir().unwrap();
        let driver = Driver::start(home.path()).await.expect("WebKitWebDriver starts: `cargo xtask setup` installs it");
        let client = driver.open(vault).await.expect("the window opens");
        let pictures = walkthrough().join(story);
        std::fs::create_dir_all(&pictures).unwrap();
        let window = Window { client, pictures, pictured: Cell::new(0), taps: Cell::new(0) };
        if let Err(why) = journey(&window).await {
            window.picture("where-it-failed").await.ok();
            let page = window.page().await.unwrap_or_default();
            panic!("{story}: {why}\n\nThe window shows:\n{page}\n");
        }
        window.client.close().await.ok();
    });
}

/// Where pictures and papers are left: `target/walkthrough/` of the clone.
pub(crate) fn walkthrough() -> PathBuf {
    let told = std::env::var_os("FOURGLASS_WALKTHROUGH").map(PathBuf::from);
    told.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/walkthrough"))
}

impl Window {
    /// Presses what has this role and name.
    pub(crate) async fn tap(&self, role: &str, name: &str) -> Step {
        self.taps.set(self.taps.get() + 1);
        let start = Instant::now();
        loop {
            let element = self.find(role, name).await?;
            match element.click().await {
                Ok(()) => return Ok(()),
                // Something is still moving over it; a person would wait too.
                Err(_) if start.elapsed() < PATIENCE => tokio::time::sleep(Duration::from_millis(50)).await,
                Err(why) => return Err(format!("the {role} “{name}” cannot be pressed: {why}")),
            }
        }
    }

    /// Presses a button.
    pub(crate) async fn press(&self, name: &str) -> Step {
        self.tap("button", name).await
    }

    /// Types into the field of this label, in place of what stood there.
    pub(crate) async fn fill(&self, label: &str, text: &str) -> Step {
        let field = self.find("field", label).await?;
        field.click().await.map_err(|why| format!("the field “{label}” cannot be entered: {why}"))?;
        self.keys(&format!("{}a{}{}", char::from(Key::Control), char::from(Key::Null), char::from(Key::Delete)))
            .await?;
        self.keys(text).await
    }

    /// Presses keys, wherever the window's attention is.
    pub(crate) async fn keys(&self, keys: &str) -> Step {
        let focused = self.client.active_element().await.map_err(|why| format!("nothing has the focus: {why}"))?;
        focused.send_keys(keys).await.map_err(|why| format!("the keys were not taken: {why}"))
    }

    /// Presses one named key.
    pub(crate) async fn key(&self, key: Key) -> Step {
        self.keys(&char::from(key).to_string()).await
    }

    /// A barcode scanner: the code in one burst, ending in Enter.
    pub(crate) async fn scan(&self, code: &str) -> Step {
        self.keys(&format!("{code}{}", char::from(Key::Enter))).await
    }

    /// Waits until this stands somewhere in the window.
    pub(crate) async fn see(&self, words: &str) -> Step {
        self.until(&format!("the words “{words}”"), async || Ok(self.page().await?.contains(words).then_some(()))).await
    }

    /// Waits until this stands nowhere in the window.
    pub(crate) async fn see_no(&self, words: &str) -> Step {
        let gone = async || Ok((!self.page().await?.contains(words)).then_some(()));
        self.until(&format!("the words “{words}” to be gone"), gone).await
    }

    /// Says whether something of this role and name is there now. Ask only after waiting for what comes with it.
    pub(crate) async fn has(&self, role: &str, name: &str) -> Step<bool> {
        Ok(self.look(role, name).await?.is_some())
    }

    /// Waits for what has this role and name.
    pub(crate) async fn find(&self, role: &str, name: &str) -> Step<Element> {
        self.until(&format!("the {role} “{name}”"), async || self.look(role, name).await).await
    }

    /// Everything that can be read in the window now, as one line with single spaces.
    pub(crate) async fn page(&self) -> Step<String> {
        let text = self.ask("return document.body.innerText", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Runs a script in the page.
    pub(crate) async fn ask(&self, script: &str, words: Vec<Value>) -> Step<Value> {
        self.client.execute(script, words).await.map_err(|why| format!("the page did not answer: {why}"))
    }

    /// Keeps a picture, numbered in the order of the journey.
    pub(crate) async fn picture(&self, name: &str) -> Step {
        let bytes = self.client.screenshot().await.map_err(|why| format!("no picture could be taken: {why}"))?;
        self.pictured.set(self.pictured.get() + 1);
        let file = self.pictures.join(format!("{:02}-{name}.png", self.pictured.get()));
        std::fs::write(&file, bytes).map_err(|why| format!("the picture {name} was not kept: {why}"))
    }

    /// The taps since this was asked last.
    pub(crate) fn taps(&self) -> u32 {
        self.taps.replace(0)
    }

    async fn look(&self, role: &str, name: &str) -> Step<Option<Element>> {
        let mark = self.ask(FIND, vec![json!(role), json!(name)]).await?;
        if mark == Value::Bool(false) {
            return Ok(None);
        }
        // The page may have been drawn anew between the two questions.
        Ok(self.client.find(Locator::Css("[data-found-by-journey]")).await.ok())
    }

    async fn until<T>(&self, what: &str, ready: impl AsyncFn() -> Step<Option<T>>) -> Step<T> {
        let start = Instant::now();
        loop {
            if let Some(found) = ready().await? {
                return Ok(found);
            }
            if start.elapsed() > PATIENCE {
                return Err(format!("waited {} s for {what}", PATIENCE.as_secs()));
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }
}
