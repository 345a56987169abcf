//! What axe finds wrong with the screens in the real window, where colours are real, in both themes: nothing.

use std::path::Path;
use std::sync::LazyLock;

use serde_json::json;

use crate::window::{Step, Window};

/// From the packages that the page tests use; it comes into the page by the driver, and nothing of it ships.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path)
        .unwrap_or_else(|why| panic!("{}: {why}; `cargo xtask setup` brings it", path.display()))
});

/// Asks axe in both themes and leaves the theme as it was. All rules in light; in dark, where only colours differ, contrast.
const FAULTS: &str = include_str!("axe.js");

impl Window {
    /// Notes every rule that this screen breaks in either theme; they fail the journey at its end, all at once.
    pub(crate) async fn note_faults(&self, screen: &str) -> Step {
        if self.ask("return typeof window.axe === 'undefined'", vec![]).await? == json!(true) {
            self.ask(&AXE, vec![]).await?;
        }
        let found = self.client.execute_async(FAULTS, vec![]).await;
        let found = found.map_err(|why| format!("axe did not answer on “{screen}”: {why}"))?;
        let faults = found.as_array().into_iter().flatten();
        self.faults
            .borrow_mut()
            .extend(faults.map(|fault| format!("{screen}, {}", fault.as_str().unwrap_or_default())));
        Ok(())
    }
}
