//! The program ends in the middle of a massage: the next start asks what happened, and nothing is made up.

use tests::UROLOGIST;

use crate::people::{founded_already, sign_on};
use crate::safety::come_to_the_room;
use crate::visit::{self, Man};
use crate::window::play;

const MAN: Man = Man { family: "Große", given: "Uwe", born: "09041961" };

#[test]
fn the_next_start_asks_what_happened() {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    runtime.block_on(founded_already(&vault)).unwrap();
    drop(runtime);
    play("interrupted", &vault, |window| {
        Box::pin(async move {
            come_to_the_room(window, &MAN).await?;
            visit::receive_first_urines(window).await?;
            window.press("Go to the examination").await?;
            visit::examine(window).await?;
            window.press("Start the massage").await?;
            window.find("button", "Stop: massage complete").await?;
            // Another man's number would take the running massage off the screen.
            window.scan("FG000002").await?;
            window.see("A massage is running. Stop it first, then scan again.").await?;
            window.find("button", "Stop: massage complete").await?;
            window.picture("scan-during-the-massage").await
        })
    });
    play("interrupted-asked", &vault, |window| {
        Box::pin(async move {
            window.pose();
            sign_on(window, &UROLOGIST).await?;
            window.see("The station stopped during the massage of GROẞE, Uwe. What happened?").await?;
            window.screen("interrupted").await?;
            window.press("Say what happened").await?;
            window.see("nobody measured it").await?;
            window.screen("what-happened").await?;
            window.press("It was completed").await?;
            window.press("Stamp VB3: enough").await?;
            window.picture("after-the-answer").await?;
            window.press("Today").await?;
            window.find("heading", "Today").await?;
            // The list shows what it knew before until it is asked anew.
            let settled = async || Ok((!window.has("button", "Say what happened").await?).then_some(()));
            window.until("the question not to be asked a second time", settled).await
        })
    });
}
