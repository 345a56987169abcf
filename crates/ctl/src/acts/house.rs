//! The house: conduct, the trail, clinical content, exports, incidents, and what somebody is typing.

use super::acts;
use practice::audit::{self, ReadTrail};
use practice::conduct::{self, ReviewConduct};
use practice::content::{self, AdoptContent};
use practice::draft::{self, LoadDraft, SaveDraft};
use practice::export::{self, MakeExport, PreviewExport};
use practice::incident::{self, ReviewIncident};

acts! { ACTS = Desk(desk) {
    conduct_figures { month: Option<String> } => conduct::figures(desk, month), "Conduct in figures.";
    review_conduct(request: ReviewConduct) => conduct::review(desk, request), "Somebody else reviews a month.";
    audit_trail(request: ReadTrail) => audit::trail(desk, request), "Reads the trail.";
    verify_audit {} => audit::verify(desk), "Checks every entry of the trail.";
    content {} => content::room(desk), "Clinical content with sources and versions.";
    adopt_content(request: AdoptContent) => content::adopt(desk, request), "A urologist adopts an edition.";
    preview_export(request: PreviewExport) => export::preview(desk, request), "What an export would hold.";
    make_export(request: MakeExport) => export::make(desk, request), "Writes an export.";
    exports {} => export::ledger(desk), "What was exported, by whom and what for.";
    incidents {} => incident::list(desk), "What went wrong.";
    review_incident(request: ReviewIncident) => incident::review(desk, request), "Somebody reviews an incident.";
    save_draft(request: SaveDraft) => draft::save(desk, request), "Keeps what is being typed.";
    load_draft(request: LoadDraft) => draft::load(desk, request), "Finds it again.";
} }
