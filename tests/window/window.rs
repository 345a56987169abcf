//! The open window, as a person sees it: by what things are and what they are called, waiting for things and never for
//! a time.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::hand::Hand;
use crate::people::founded_already;

/// What a step of a journey gives: nothing, or a sentence saying what was not there.
pub(crate) type Step<T = ()> = Result<T, String>;

/// A journey: what somebody does in the window.
pub(crate) type Journey<'w> = Pin<Box<dyn Future<Output = Step> + 'w>>;

/// How long anything may take to appear, on a machine that also compiles.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// Finds what people find: by role and by name, visible, in the front-most dialog.
const FIND: &str = include_str!("find.js");

/// The open window.
pub(crate) struct Window {
    pub(crate) client: Client,
    pub(crate) pictures: PathBuf,
    pub(crate) pictured: Cell<u32>,
    pub(crate) taps: Cell<u32>,
    pub(crate) hand: Cell<Hand>,
    pub(crate) posing: Cell<bool>,
    pub(crate) faults: RefCell<Vec<String>>,
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
        let window = Window {
            client,
            pictures,
            pictured: Cell::new(0),
            taps: Cell::new(0),
            hand: Cell::new(Hand::Both),
            posing: Cell::new(false),
            faults: RefCell::new(Vec::new()),
        };
        if let Err(why) = journey(&window).await {
            window.hand.set(Hand::Both);
            window.picture("where-it-failed").await.ok();
            let page = window.page().await.unwrap_or_default();
            panic!("{story}: {why}\n\nThe window shows:\n{page}\n");
        }
        window.client.close().await.ok();
        let faults = window.faults.into_inner();
        assert!(faults.is_empty(), "{story}: axe finds\n{}", faults.join("\n"));
    });
}

/// The same on the vault of a clinic that is founded already.
pub(crate) fn play_at_the_desk(story: &str, journey: impl for<'w> FnOnce(&'w Window) -> Journey<'w>) {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(founded_already(&vault)).unwrap();
    drop(runtime);
    play(story, &vault, journey);
}

/// Where pictures and papers are left: `target/walkthrough/` of the clone.
pub(crate) fn walkthrough() -> PathBuf {
    let told = std::env::var_os("FOURGLASS_WALKTHROUGH").map(PathBuf::from);
    told.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/walkthrough"))
}

impl Window {
    /// Waits until this stands somewhere in the window.
    pub(crate) async fn see(&self, words: &str) -> Step {
        self.until(&format!("the words “{words}”"), async || Ok(self.page().await?.contains(words).then_some(()))).await
    }

    /// Waits until the tile of this number no longer asks for its label.
    pub(crate) async fn see_no_waiting(&self, number: &str) -> Step {
        let waits = "return [...document.querySelectorAll('li[data-status=collected]')].some((one) => one.innerText.includes(arguments[0]))";
        let read = async || Ok((self.ask(waits, vec![json!(number)]).await? == Value::Bool(false)).then_some(()));
        self.until(&format!("the label {number} to be verified"), read).await
    }

    /// Says whether something of this role and name is there now. Ask only after waiting for what comes with it.
    pub(crate) async fn has(&self, role: &str, name: &str) -> Step<bool> {
        self.mark("", role, name).await
    }

    /// Waits for what has this role and name.
    pub(crate) async fn find(&self, role: &str, name: &str) -> Step<Element> {
        self.find_in("", role, name).await
    }

    /// The same within a group, row, dialog or section of that name.
    pub(crate) async fn find_in(&self, within: &str, role: &str, name: &str) -> Step<Element> {
        let place = if within.is_empty() { String::new() } else { format!(" in “{within}”") };
        self.until(&format!("the {role} “{name}”{place}"), async || self.look(within, role, name).await).await
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

    /// The folder of this journey's pictures.
    pub(crate) fn pictures(&self) -> &Path {
        &self.pictures
    }

    /// What has this role and name now, if anything has.
    pub(crate) async fn look(&self, within: &str, role: &str, name: &str) -> Step<Option<Element>> {
        if !self.mark(within, role, name).await? {
            return Ok(None);
        }
        // The page may have been drawn anew between the two questions.
        Ok(self.client.find(Locator::Css("[data-found-by-journey]")).await.ok())
    }

    /// Marks what has this role and name, and says whether anything has. Only this says that something is not there.
    async fn mark(&self, within: &str, role: &str, name: &str) -> Step<bool> {
        let brought = self.hand.get() == Hand::Both;
        let marked = self.ask(FIND, vec![json!(role), json!(name), json!(within), json!(brought)]).await?;
        Ok(marked == Value::Bool(true))
    }

    /// Waits for something, however long that takes on this machine, and says for what when it does not come.
    pub(crate) async fn until<T>(&self, what: &str, ready: impl AsyncFn() -> Step<Option<T>>) -> Step<T> {
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
