//! What a journey leaves to look at: pictures of the page at rest, with the focus in sight where the keys are worked, and nothing that axe finds wrong.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;

use serde_json::{Value, json};

use crate::hand::Hand;
use crate::window::{Step, Window, walkthrough};

/// The screens that some journey has a picture of.
static PICTURED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// What the page says, or nothing while it is empty or something on it moves.
const AT_REST: &str = "
    const moves = document.getAnimations().some((one) => one.playState === 'running');
    const ready = !moves && document.fonts.status === 'loaded' && !document.querySelector('[aria-busy=true]');
    return (ready && document.body.innerText.trim()) || null;";

/// The screens that are looked at one by one before a release, by the names of their pictures.
const MAIN: [&str; 12] = [
    "today",
    "chart",
    "check-in-answered",
    "consent",
    "what-the-patient-reads",
    "time-out",
    "findings",
    "massage",
    "stop",
    "order",
    "handoff",
    "note-signed",
];

/// The window as it opens, and over a whole large screen.
const SMALL: (u32, u32) = (1280, 800);
const LARGE: (u32, u32) = (1920, 1080);

/// Says why nobody can see where the focus is, or nothing when they can.
const FOCUS: &str = include_str!("focus.js");

impl Window {
    /// Keeps a picture of the page at rest, numbered in the order of the journey, and asks axe about it.
    pub(crate) async fn picture(&self, name: &str) -> Step {
        // The next man at the same screen tells nothing new, except where the focus is.
        let known = !PICTURED.lock().unwrap().insert(name.to_owned());
        if known && self.hand.get() == Hand::Both {
            return Ok(());
        }
        self.come_to_rest().await?;
        if self.hand.get() == Hand::Keys {
            self.see_the_focus(name).await?;
        }
        self.pictured.set(self.pictured.get() + 1);
        self.keep(&self.pictures.join(format!("{:02}-{name}.png", self.pictured.get()))).await?;
        if !known {
            self.note_faults(name).await?;
        }
        if self.posing.get() && MAIN.contains(&name) {
            self.screen(name).await?;
        }
        Ok(())
    }

    /// From now on the main screens of this journey are kept in every theme and size.
    pub(crate) fn pose(&self) {
        self.posing.set(true);
    }

    /// Keeps a screen as a designer looks at it: in both themes, in a small window and in a large one.
    pub(crate) async fn screen(&self, name: &str) -> Step {
        let folder = walkthrough().join("screens");
        std::fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
        for (width, height) in [LARGE, SMALL] {
            let sized = self.client.set_window_size(width, height).await;
            sized.map_err(|why| format!("the window took no other size: {why}"))?;
            for theme in ["dark", "light"] {
                self.ask("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]).await?;
                self.until("the window to have its size", async || {
                    Ok((self.ask("return [innerWidth, innerHeight]", vec![]).await? == json!([width, height]))
                        .then_some(()))
                })
                .await?;
                self.come_to_rest().await?;
                self.keep(&folder.join(format!("{name}-{width}-{theme}.png"))).await?;
            }
        }
        Ok(())
    }

    /// Writes what is shown now to a file.
    async fn keep(&self, file: &Path) -> Step {
        let bytes = self.client.screenshot().await.map_err(|why| format!("no picture could be taken: {why}"))?;
        std::fs::write(file, bytes).map_err(|why| format!("{} was not kept: {why}", file.display()))
    }

    /// Who works by keys must see where they are.
    async fn see_the_focus(&self, picture: &str) -> Step {
        match self.ask(FOCUS, vec![]).await? {
            Value::Null => Ok(()),
            why => Err(format!("where the focus is cannot be seen in “{picture}”: {why}")),
        }
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
}
