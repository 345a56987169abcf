//! Files that arrive whole, once, and nowhere else.

use super::*;

fn name(text: &str) -> FileName {
    FileName::parse(text).unwrap()
}

fn listing(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn an_order_arrives_whole_and_alone() {
    let folder = tempfile::tempdir().unwrap();
    let delivered = deliver(folder.path(), &name("order-G26-000077.hl7"), b"MSH|^~\\&\r").unwrap();
    assert_eq!(delivered, Delivered::Written(folder.path().join("order-G26-000077.hl7")));
    assert_eq!(fs::read(delivered.path()).unwrap(), b"MSH|^~\\&\r");
    assert_eq!(listing(folder.path()), ["order-G26-000077.hl7"]);
}

#[cfg(unix)]
#[test]
fn only_this_user_reads_what_was_written() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("laboratory").join("orders");
    make_folder(&inner).unwrap();
    make_folder(&inner).unwrap();
    let delivered = deliver(&inner, &name("a.pdf"), b"x").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&inner), mode(delivered.path())), (0o700, 0o600));
}

#[test]
fn a_file_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    deliver(folder.path(), &name("a.hl7"), b"first").unwrap();
    let again = deliver(folder.path(), &name("a.hl7"), b"first").unwrap();
    assert!(matches!(again, Delivered::AlreadyThere(_)), "the same act twice is one file");
    let other = deliver(folder.path(), &name("a.hl7"), b"second");
    assert!(matches!(other, Err(FolderRefusal::NameTaken(_))));
    assert_eq!(fs::read(folder.path().join("a.hl7")).unwrap(), b"first");
    assert_eq!(listing(folder.path()), ["a.hl7"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = folder.path().join("elsewhere");
    std::os::unix::fs::symlink(&elsewhere, folder.path().join("a.hl7")).unwrap();
    assert!(matches!(deliver(folder.path(), &name("a.hl7"), b"x"), Err(FolderRefusal::NameTaken(_))));
    assert!(!elsewhere.exists());
}

#[test]
fn a_name_cannot_leave_its_folder() {
    for text in ["../a", "a/b", "a\\b", ".hidden", "", "nul", "COM1.txt", "a b", "-rf", "a.", "é.pdf", "a\0"] {
        assert!(FileName::parse(text).is_err(), "{text:?}");
    }
    assert!(FileName::parse(&"a".repeat(101)).is_err());
    assert_eq!(name("Label_U26-000123-3.zpl").as_str(), "Label_U26-000123-3.zpl");
}

#[test]
fn a_missing_folder_is_said_and_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing");
    assert!(matches!(deliver(&missing, &name("a.pdf"), b"x"), Err(FolderRefusal::NoFolder(_))));
    assert!(!missing.exists());
}
