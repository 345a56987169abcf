//! A spooler of the test's own, which writes down what it is given.

use super::*;
use std::os::unix::fs::PermissionsExt;
use std::sync::{Mutex, MutexGuard};
use tempfile::TempDir;

/// A program that is written while another thread starts one may be "busy"; the tests take turns.
static TURN: Mutex<()> = Mutex::new(());

struct Fake {
    folder: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Fake {
    fn new(program: &str, script: &str) -> Self {
        let turn = TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(program);
        std::fs::write(&path, format!("#!/bin/sh\ncd {}\n{script}\n", folder.path().display())).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        Self { folder, _turn: turn }
    }

    fn print(&self, job: Job, bytes: &[u8]) -> Result<HandedToQueue, PrinterRefusal> {
        let spooler = Spooler::at(self.folder.path(), Duration::from_secs(5));
        let queue = QueueName::parse("ZEBRA").unwrap();
        run(spooler.hand_over(&queue, job, "Fourglass label", bytes))
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(name)).unwrap()
    }
}

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

#[test]
fn zpl_passes_through_untouched_and_the_job_has_a_number() {
    let fake = Fake::new("lp", "printf '%s|' \"$@\" > args; cat > job; echo 'request id is ZEBRA-12 (0 file(s))'");
    let handed = fake.print(Job::Zpl, b"^XA^FD$(rm -rf /)^FS^XZ").unwrap();
    assert_eq!(handed.job.as_deref(), Some("ZEBRA-12"));
    assert_eq!(fake.read("args"), "-d|ZEBRA|-t|Fourglass label|-o|raw|");
    assert_eq!(fake.read("job"), "^XA^FD$(rm -rf /)^FS^XZ");
}

#[test]
fn a_pdf_goes_to_the_queues_driver() {
    let fake = Fake::new("lp", "printf '%s|' \"$@\" > args; cat > /dev/null");
    assert_eq!(fake.print(Job::Pdf, b"%PDF-1.7").unwrap().job, None);
    assert_eq!(fake.read("args"), "-d|ZEBRA|-t|Fourglass label|");
}

#[test]
fn a_queue_that_is_not_there_is_said_in_the_spoolers_words() {
    let fake = Fake::new("lp", "echo 'lp: The printer or class does not exist.' >&2; exit 1");
    let refusal = fake.print(Job::Pdf, &vec![0; 1 << 20]).unwrap_err();
    assert_eq!(refusal.to_string(), "the printing system refused: lp: The printer or class does not exist.");
}

#[test]
fn a_spooler_that_hangs_or_is_missing_holds_nobody_up() {
    let fake = Fake::new("lp", "exec sleep 60");
    let spooler = Spooler::at(fake.folder.path(), Duration::from_millis(100));
    let queue = QueueName::parse("ZEBRA").unwrap();
    assert!(matches!(run(spooler.hand_over(&queue, Job::Pdf, "t", b"x")), Err(PrinterRefusal::NoAnswer)));
    let empty = tempfile::tempdir().unwrap();
    let missing = Spooler::at(empty.path(), Duration::from_secs(5));
    assert!(matches!(run(missing.hand_over(&queue, Job::Pdf, "t", b"x")), Err(PrinterRefusal::NoSpooler)));
}

#[test]
fn the_queues_are_listed_and_none_is_no_fault() {
    let fake = Fake::new("lpstat", "printf 'ZEBRA\\nOffice_2\\n'");
    let names = run(Spooler::at(fake.folder.path(), Duration::from_secs(5)).queues()).unwrap();
    assert_eq!(names.iter().map(QueueName::as_str).collect::<Vec<_>>(), ["ZEBRA", "Office_2"]);
    drop(fake);
    let fake = Fake::new("lpstat", "echo 'lpstat: No destinations added.' >&2; exit 1");
    assert_eq!(run(Spooler::at(fake.folder.path(), Duration::from_secs(5)).queues()).unwrap(), []);
}

#[test]
fn a_queue_name_is_never_an_option() {
    for name in ["-o", "", "a b", "a;b", "$(x)", "a/b"] {
        assert!(QueueName::parse(name).is_err(), "{name:?}");
    }
}
