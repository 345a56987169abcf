//! `WebKitWebDriver` in a process group of its own: a left-over driver would hold its port and the program's vault.

use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

/// A running driver; dropping it ends the driver, the program and the webview's own processes.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver on a free port. What the program writes about itself goes into `home`.
    pub(crate) async fn start(home: &Path) -> io::Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = Command::new("WebKitWebDriver");
        command.args(["--host=127.0.0.1", &format!("--port={port}")]).process_group(0);
        command.env("TAURI_WEBVIEW_AUTOMATION", "true").env("HOME", home).env("TZ", "Europe/Berlin");
        for folder in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
            command.env(folder, home.join(folder.to_lowercase()));
        }
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let driver = Self { process, port };
        for _ in 0..200 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(driver);
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        Err(io::Error::new(io::ErrorKind::TimedOut, "WebKitWebDriver did not open its port"))
    }

    /// Opens the program on a vault and returns the hand that works its window.
    pub(crate) async fn open(&self, vault: &Path) -> Result<Client, fantoccini::error::NewSessionError> {
        let options = json!({ "binary": program(), "args": ["--vault", vault] });
        let mut wanted = Capabilities::new();
        wanted.insert("webkitgtk:browserOptions".to_owned(), options);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted).connect(&format!("http://127.0.0.1:{}", self.port)).await
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The group, not the process: the driver's children outlive it otherwise.
        let group = format!("-{}", self.process.id());
        Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status().ok();
        self.process.wait().ok();
    }
}

/// The built program, told by `cargo xtask test`, or beside this test where a bare `cargo test` builds it.
fn program() -> PathBuf {
    std::env::var_os("FOURGLASS_PROGRAM").map_or_else(
        || {
            let own = std::env::current_exe().unwrap_or_default();
            own.ancestors().nth(2).unwrap_or(&own).join("fourglass")
        },
        PathBuf::from,
    )
}
