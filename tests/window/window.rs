//! Working the window as a person does: by what things are and what they are called, waiting for things and never for
//! a time, and counting the taps.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource as _, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::people::founded_already;

/// What a step of a journey gives: nothing, or a sentence saying what was not there.
pub(crate) type Step<T = ()> = Result<T, String>;

/// A journey: what somebody does in the window.
pub(crate) type Journey<'w> = Pin<Box<dyn Future<Output = Step> + 'w>>;

/// How long anything may take to appear, on a machine that also compiles.
const PATIENCE: Duration = Duration::from_secs(20);

/// Finds what people find: by role and by name, visible, in the front-most dialog.
const FIND: &str = include_str!("find.js");

/// What the page says, or nothing while it is empty or something on it moves.
const AT_REST: &str = "
    const moves = document.getAnimations().some((one) => one.playState === 'running');
    const ready = !moves && document.fonts.status === 'loaded' && !document.querySelector('[aria-busy=true]');
    return (ready && document.body.innerText.trim()) || null;";

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
    /// Presses what has this role and name.
    pub(crate) async fn tap(&self, role: &str, name: &str) -> Step {
        self.tap_in("", role, name).await
    }

    /// Takes one answer of a question, by the question's words and the answer's.
    pub(crate) async fn choose(&self, question: &str, answer: &str) -> Step {
        self.tap_in(question, "radio", answer).await?;
        let stands = "const label = document.querySelector('[data-found-by-journey]'); \
                      return label === null || label.hasAttribute('data-selected') || label.control?.checked === true";
        let read = async || Ok((self.ask(stands, vec![]).await? == Value::Bool(true)).then_some(()));
        self.until(&format!("“{answer}” to stand for “{question}”"), read).await
    }

    /// Presses a button that answers for a whole list and leaves when it has.
    pub(crate) async fn press_away(&self, name: &str) -> Step {
        self.press(name).await?;
        let gone = async || Ok(self.look("", "button", name).await?.is_none().then_some(()));
        self.until(&format!("the button “{name}” to have answered"), gone).await
    }

    /// Ticks one box of a group.
    pub(crate) async fn tick(&self, group: &str, words: &str) -> Step {
        self.tap_in(group, "checkbox", words).await
    }

    /// Presses what has this role and name within a group, row, dialog or section of that name.
    pub(crate) async fn tap_in(&self, within: &str, role: &str, name: &str) -> Step {
        self.taps.set(self.taps.get() + 1);
        let start = Instant::now();
        loop {
            let element = self.find_in(within, role, name).await?;
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
        self.taps.set(self.taps.get() + 1);
        self.keys(&format!("{code}{}", char::from(Key::Enter))).await
    }

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
        Ok(self.look("", role, name).await?.is_some())
    }

    /// Waits for what has this role and name.
    pub(crate) async fn find(&self, role: &str, name: &str) -> Step<Element> {
        self.find_in("", role, name).await
    }

    async fn find_in(&self, within: &str, role: &str, name: &str) -> Step<Element> {
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

    /// Draws a signature in the box that waits for one: two strokes of the pen.
    pub(crate) async fn sign(&self) -> Step {
        let box_of = self.client.find(Locator::Css("[data-signature]")).await;
        let pad = box_of.map_err(|why| format!("there is no box to sign in: {why}"))?;
        let (left, top, width, height) = pad.rectangle().await.map_err(|why| format!("the box has no place: {why}"))?;
        let at = |x: f64, y: f64| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(40)),
            x: left + width * x,
            y: top + height * y,
        };
        let down = || PointerAction::Down { button: MOUSE_BUTTON_LEFT };
        let up = || PointerAction::Up { button: MOUSE_BUTTON_LEFT };
        let mut pen = MouseActions::new("pen".to_owned());
        for stroke in [[(0.2, 0.6), (0.3, 0.2), (0.4, 0.7)], [(0.45, 0.5), (0.6, 0.3), (0.75, 0.6)]] {
            for (place, (x, y)) in stroke.into_iter().enumerate() {
                pen = pen.then(at(x, y));
                if place == 0 {
                    pen = pen.then(down());
                }
            }
            pen = pen.then(up());
        }
        self.client.perform_actions(pen).await.map_err(|why| format!("the pen did not write: {why}"))
    }

    /// Keeps a picture of the page at rest, numbered in the order of the journey.
    pub(crate) async fn picture(&self, name: &str) -> Step {
        self.come_to_rest().await?;
        let bytes = self.client.screenshot().await.map_err(|why| format!("no picture could be taken: {why}"))?;
        self.pictured.set(self.pictured.get() + 1);
        let file = self.pictures.join(format!("{:02}-{name}.png", self.pictured.get()));
        std::fs::write(&file, bytes).map_err(|why| format!("the picture {name} was not kept: {why}"))
    }

    /// Waits until nothing on the page moves and it says the same several times in a row.
    async fn come_to_rest(&self) -> Step {
        let last = RefCell::new((String::new(), 0));
        self.until("a page at rest", async || {
            let said = self.ask(AT_REST, vec![]).await?;
            let mut last = last.borrow_mut();
            match said.as_str() {
                Some(said) if said == last.0 => last.1 += 1,
                Some(said) => *last = (said.to_owned(), 0),
                None => last.1 = 0,
            }
            Ok((last.1 >= 6).then_some(()))
        })
        .await
    }

    /// The folder of this journey's pictures.
    pub(crate) fn pictures(&self) -> &Path {
        &self.pictures
    }

    /// Notes how many taps an act took, against its limit.
    pub(crate) fn count(&self, act: &str, limit: u32) {
        let taps = self.taps();
        println!("{act:<32} {taps:>3} taps of {limit}");
        assert!(taps <= limit, "{act} took {taps} taps; {limit} are allowed");
    }

    /// Adds taps that were made earlier for the act that goes on now.
    pub(crate) fn taps_before(&self, taps: u32) {
        self.taps.set(self.taps.get() + taps);
    }

    /// The taps since this was asked last.
    pub(crate) fn taps(&self) -> u32 {
        self.taps.replace(0)
    }

    async fn look(&self, within: &str, role: &str, name: &str) -> Step<Option<Element>> {
        let mark = self.ask(FIND, vec![json!(role), json!(name), json!(within)]).await?;
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
