//! Every vault that a landed version left behind still opens, migrates, and proves its trail.

use practice::demo::{self, NURSE, UROLOGIST};
use practice::{Station, audit, procedure};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const VAULTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/vaults");

#[tokio::test]
async fn every_landed_vault_opens_and_its_trail_is_whole() {
    let kept = kept_vaults();
    assert!(!kept.is_empty(), "no vault is kept in {VAULTS}");
    for vault in kept {
        let name = vault.file_name().unwrap().to_string_lossy().into_owned();
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("vault");
        copy_files(&vault, &copy);
        // Well after any of them was made: a clock that goes back would be another story.
        let later = || chrono::DateTime::from_timestamp(2_000_000_000, 0).unwrap_or_default();
        let station = Station::new(copy, Arc::new(later), 9);

        demo::play(&station, UROLOGIST).await.unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        let verdict = audit::verify(&station.desk().await.unwrap()).await.unwrap();
        assert!(verdict.whole, "{name}: {:?}", verdict.faults);

        demo::play(&station, NURSE).await.unwrap();
        let desk = station.desk().await.unwrap();
        let list = procedure::list(&desk).await.unwrap();
        let finished = list.iter().find(|row| row.status.as_str() == "finished").unwrap();
        let papers = procedure::papers(&desk, finished.id, &folder.path().join("papers")).await.unwrap();
        for paper in ["consent.pdf", "labels.pdf", "requisition.pdf", "order.hl7"] {
            assert!(papers.iter().any(|made| made == paper), "{name} makes no {paper}, only {papers:?}");
        }
    }
}

fn kept_vaults() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(VAULTS).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_dir()).collect()
}

fn copy_files(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
}
