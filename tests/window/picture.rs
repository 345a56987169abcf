//! What a journey leaves to look at: pictures of the page at rest, with the focus in sight where the keys are worked, and nothing that axe finds wrong.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Mutex;

use serde_json::Value;

use crate::hand::Hand;
use crate::window::{Step, Window};

/// The screens that some journey has a picture of.
static PICTURED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// What the page says, or nothing while it is empty or something on it moves.
const AT_REST: &str = "
    const moves = document.getAnimations().some((one) => one.playState === 'running');
    const ready = !moves && document.fonts.status === 'loaded' && !document.querySelector('[aria-busy=true]');
    return (ready && document.body.innerText.trim()) || null;";

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
        self.keep(&format!("{:02}-{name}.png", self.pictured.get())).await?;
        if known {
            return Ok(());
        }
        self.note_faults(name).await
    }

    /// Writes what is shown now to a file of this journey's folder.
    async fn keep(&self, name: &str) -> Step {
        let bytes = self.client.screenshot().await.map_err(|why| format!("no picture could be taken: {why}"))?;
        std::fs::write(self.pictures.join(name), bytes).map_err(|why| format!("the picture {name} was not kept: {why}"))
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
