//! From nothing running to the passphrase prompt, in the real window, as its driver sees it.

use crate::table::Table;
use crate::unlock::system_clock;
use crate::{Outcome, said};
use practice::demo;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const TIMES: usize = 5;
const NAME: &str = "Cold start to the passphrase prompt";
/// The tiles of people; the prompt stands beneath the one that is chosen.
const PROMPT: &str = "main button[aria-pressed]";

pub(crate) async fn measure(table: &mut Table, program: &Path) -> Outcome {
    if std::env::var_os("DISPLAY").is_none() {
        table.skip(NAME, "there is no display");
        return Ok(());
    }
    let folder = tempfile::tempdir().map_err(said)?;
    let vault = folder.path().join("vault");
    demo::found(vault.clone(), system_clock(), 17).await.map_err(said)?;
    let mut times = Vec::new();
    for _ in 0..TIMES {
        let driver = match Driver::start(folder.path()) {
            Ok(driver) => driver,
            Err(why) => {
                table.skip(NAME, &format!("WebKitWebDriver did not start: {why}"));
                return Ok(());
            }
        };
        times.push(driver.open(program, &vault)?);
    }
    table.add(NAME, &times, "with the driver's own session, some 0.2 s; files warm");
    Ok(())
}

/// A driver in a process group of its own, ended with everything it started.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start(home: &Path) -> std::io::Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = Command::new("WebKitWebDriver");
        command.args(["--host=127.0.0.1", &format!("--port={port}")]);
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.env("TAURI_WEBVIEW_AUTOMATION", "true").env("HOME", home);
        let process = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        let driver = Self { process, port };
        for _ in 0..200 {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(driver);
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        Err(std::io::Error::new(std::io::ErrorKind::TimedOut, "its port stayed closed"))
    }

    /// Starts the program and waits until the tiles of people are there.
    fn open(&self, program: &Path, vault: &Path) -> Outcome<Duration> {
        let options = json!({ "binary": program, "args": ["--vault", vault] });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": options } } });
        let started = Instant::now();
        let session = self.ask("/session", &wanted)?;
        let id = session["value"]["sessionId"].as_str().ok_or_else(|| format!("no session: {session}"))?;
        let search = json!({ "using": "css selector", "value": PROMPT });
        while started.elapsed() < Duration::from_mins(1) {
            let found = self.ask(&format!("/session/{id}/element"), &search)?;
            if found["value"]["error"].is_null() {
                return Ok(started.elapsed());
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Err("the prompt did not come within a minute".to_owned())
    }

    fn ask(&self, path: &str, body: &Value) -> Outcome<Value> {
        let body = body.to_string();
        let mut line = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).map_err(said)?;
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
        );
        write!(line, "{head}Content-Length: {}\r\n\r\n{body}", body.len()).map_err(said)?;
        let answer = read_answer(&mut line)?;
        serde_json::from_slice(&answer).map_err(said)
    }
}

/// The body of an answer; the driver keeps the line open whatever it is asked.
fn read_answer(line: &mut TcpStream) -> Outcome<Vec<u8>> {
    let mut answer = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let read = line.read(&mut piece).map_err(said)?;
        answer.extend_from_slice(&piece[..read]);
        let Some(head) = answer.windows(4).position(|end| end == b"\r\n\r\n") else {
            if read == 0 {
                return Err("the driver hung up".to_owned());
            }
            continue;
        };
        let length = String::from_utf8_lossy(&answer[..head]).lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
        });
        let body = &answer[head + 4..];
        if read == 0 || length.is_some_and(|length| body.len() >= length) {
            return Ok(body.to_vec());
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status().ok();
        self.process.wait().ok();
    }
}
