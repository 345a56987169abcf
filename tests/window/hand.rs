//! How the window is worked: with mouse and keys, or by the keys alone, and every tap is counted.

use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::Value;

use crate::window::{PATIENCE, Step, Window};

/// What a journey has in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    /// Mouse and keyboard, as most people work.
    Both,
    /// Keyboard and scanner. Nothing is clicked, and nothing is given the focus but by a key.
    Keys,
}

/// How far the focus is from what was found: whole steps of Tab, or of the arrows within one question.
const DISTANCE: &str = include_str!("distance.js");

/// Whether the answer that was found stands now.
const STANDS: &str = "const label = document.querySelector('[data-found-by-journey]'); \
     return label === null || label.hasAttribute('data-selected') || label.control?.checked === true";

/// More steps than any screen has stops: past this the focus goes in a circle.
const ENOUGH: usize = 60;

/// Notes whether a press reaches what was found.
const WATCH: &str = "
    const found = document.querySelector('[data-found-by-journey]');
    window.pressLanded = found === null;
    for (const kind of ['pointerdown', 'mousedown', 'click']) {
        found?.addEventListener(kind, () => { window.pressLanded = true; }, { capture: true, once: true });
    }";
const MISSED: &str = "return window.pressLanded === false";

impl Window {
    /// Puts the mouse away: from now on a click is an error of the journey.
    pub(crate) fn by_keys_alone(&self) {
        self.hand.set(Hand::Keys);
    }

    /// Presses what has this role and name.
    pub(crate) async fn tap(&self, role: &str, name: &str) -> Step {
        self.tap_in("", role, name).await
    }

    /// Presses a button.
    pub(crate) async fn press(&self, name: &str) -> Step {
        self.tap("button", name).await
    }

    /// Takes one answer of a question, by the question's words and the answer's.
    pub(crate) async fn choose(&self, question: &str, answer: &str) -> Step {
        let what = format!("“{answer}” to stand for “{question}”");
        self.tap_until(question, "radio", answer, &what, async || self.stands().await).await
    }

    /// Presses a button that answers for a whole list and leaves when it has.
    pub(crate) async fn press_away(&self, name: &str) -> Step {
        let gone = async || Ok(!self.has("button", name).await?);
        self.tap_until("", "button", name, &format!("the button “{name}” to have answered"), gone).await
    }

    /// Presses a button of which these words come.
    pub(crate) async fn press_for(&self, name: &str, words: &str) -> Step {
        let said = async || Ok(self.page().await?.contains(words));
        self.tap_until("", "button", name, &format!("the words “{words}”"), said).await
    }

    /// Presses, and presses again when nothing came of it: on a busy machine the page can move under the finger. It
    /// counts as one tap.
    async fn tap_until(
        &self,
        within: &str,
        role: &str,
        name: &str,
        what: &str,
        done: impl AsyncFn() -> Step<bool>,
    ) -> Step {
        let (start, taps) = (Instant::now(), self.taps.get());
        while start.elapsed() < PATIENCE {
            self.tap_in(within, role, name).await?;
            self.taps.set(taps + 1);
            let pressed = Instant::now();
            while pressed.elapsed() < PATIENCE / 4 {
                if done().await? {
                    return Ok(());
                }
                tokio::time::sleep(Duration::from_millis(40)).await;
            }
        }
        Err(format!("waited {} s for {what}", PATIENCE.as_secs()))
    }

    /// Ticks one box of a group.
    pub(crate) async fn tick(&self, group: &str, words: &str) -> Step {
        self.tap_in(group, "checkbox", words).await
    }

    /// Presses what has this role and name within a group, row, dialog or section of that name.
    pub(crate) async fn tap_in(&self, within: &str, role: &str, name: &str) -> Step {
        self.tapped();
        if self.hand.get() == Hand::Keys {
            self.reach(within, role, name).await?;
            // The arrows that lead to an answer give it.
            return match role {
                "radio" if self.stands().await? => Ok(()),
                "radio" | "checkbox" => self.keys(" ").await,
                _ => self.key(Key::Enter).await,
            };
        }
        let start = Instant::now();
        loop {
            let element = self.find_in(within, role, name).await?;
            self.ask(WATCH, vec![]).await?;
            match element.click().await {
                // The page may have moved from under the finger between looking and pressing: then nothing was pressed.
                Ok(()) if start.elapsed() < PATIENCE && self.missed().await => {}
                Ok(()) => return Ok(()),
                // Something is still moving over it; a person would wait too.
                Err(_) if start.elapsed() < PATIENCE => tokio::time::sleep(Duration::from_millis(50)).await,
                Err(why) => return Err(format!("the {role} “{name}” cannot be pressed: {why}")),
            }
        }
    }

    async fn missed(&self) -> bool {
        self.ask(MISSED, vec![]).await.is_ok_and(|missed| missed == Value::Bool(true))
    }

    /// Types into the field of this label, in place of what stood there.
    pub(crate) async fn fill(&self, label: &str, text: &str) -> Step {
        if self.hand.get() == Hand::Keys {
            self.reach("", "field", label).await?;
        } else {
            let field: Element = self.find("field", label).await?;
            field.click().await.map_err(|why| format!("the field “{label}” cannot be entered: {why}"))?;
        }
        self.chord(Key::Control, 'a').await?;
        self.keys(&format!("{}{text}", char::from(Key::Delete))).await
    }

    /// Presses keys one after the other, wherever the window's attention is.
    pub(crate) async fn keys(&self, keys: &str) -> Step {
        self.play_keys(keys.chars().flat_map(|key| [KeyAction::Down { value: key }, KeyAction::Up { value: key }]))
            .await
    }

    /// Presses one named key.
    pub(crate) async fn key(&self, key: Key) -> Step {
        self.keys(&char::from(key).to_string()).await
    }

    /// Presses a key while another is held.
    pub(crate) async fn chord(&self, held: Key, key: char) -> Step {
        let held = char::from(held);
        let (down, up) = (|value| KeyAction::Down { value }, |value| KeyAction::Up { value });
        self.play_keys([down(held), down(key), up(key), up(held)]).await
    }

    /// A barcode scanner: the code in one burst, ending in Enter.
    pub(crate) async fn scan(&self, code: &str) -> Step {
        self.tapped();
        self.keys(&format!("{code}{}", char::from(Key::Enter))).await
    }

    /// Draws a signature in the box that waits for one: two strokes of the pen.
    pub(crate) async fn sign(&self) -> Step {
        if self.hand.get() == Hand::Keys {
            return Err("keys draw no signature".to_owned());
        }
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

    fn tapped(&self) {
        self.taps.set(self.taps.get() + 1);
    }

    /// Walks the focus to what has this role and name, as somebody without a mouse does.
    async fn reach(&self, within: &str, role: &str, name: &str) -> Step {
        for _ in 0..ENOUGH {
            self.find_in(within, role, name).await?;
            // An act that loses the focus sends whoever works by keys back to the beginning of the page.
            let somewhere = async || {
                let far = self.ask(DISTANCE, vec![]).await?;
                Ok((far["by"] != "lost").then_some(far))
            };
            let far = self.until(&format!("the focus to be anywhere, on the way to “{name}”"), somewhere).await?;
            let steps = far["steps"].as_i64().unwrap_or_default();
            let (back, count) = (steps < 0, usize::try_from(steps.unsigned_abs()).unwrap_or(ENOUGH).min(ENOUGH));
            match far["by"].as_str() {
                Some("there") => return Ok(()),
                Some("arrows") => {
                    let arrow = if back { Key::Left } else { Key::Right };
                    self.keys(&char::from(arrow).to_string().repeat(count)).await?;
                }
                Some("tab") => self.tab(back, count).await?,
                _ => return Err(format!("no key leads to the {role} “{name}”: {far}")),
            }
        }
        Err(format!("{ENOUGH} keys did not lead to the {role} “{name}”"))
    }

    /// Presses Tab so many times, backwards with Shift.
    async fn tab(&self, back: bool, count: usize) -> Step {
        let [tab, shift] = [Key::Tab, Key::Shift].map(char::from);
        let steps = (0..count).flat_map(|_| [KeyAction::Down { value: tab }, KeyAction::Up { value: tab }]);
        if back {
            let held = [KeyAction::Down { value: shift }].into_iter().chain(steps);
            return self.play_keys(held.chain([KeyAction::Up { value: shift }])).await;
        }
        self.play_keys(steps).await
    }

    async fn stands(&self) -> Step<bool> {
        Ok(self.ask(STANDS, vec![]).await? == Value::Bool(true))
    }

    async fn play_keys(&self, keys: impl IntoIterator<Item = KeyAction>) -> Step {
        let keys = keys.into_iter().fold(KeyActions::new("keyboard".to_owned()), KeyActions::then);
        self.client.perform_actions(keys).await.map_err(|why| format!("the keys were not taken: {why}"))
    }
}
