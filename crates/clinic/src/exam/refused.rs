//! Why findings cannot stand, each beside its field.

use super::induration::IndurationRefused;
use super::nodule::NoduleRefused;

/// Why findings cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExamRefused {
    /// A finding is open, and nobody said that the unstated is normal.
    #[error("state it, or press “all unstated findings normal”")]
    Open(&'static str),
    /// The size is never taken for granted.
    #[error("state the size as felt, 5 to 300 mL, in mL or in g")]
    Size,
    /// A size, and no gland.
    #[error("the gland was not palpable; take the size back")]
    SizeOfNothing,
    /// A nodule or an indurated area, and no gland.
    #[error("the gland was not palpable; take the nodules and indurated areas back")]
    LesionOfNothing,
    /// Tender, and nobody said where.
    #[error("say where the gland is tender")]
    TenderSide,
    /// Not tender, and a side all the same.
    #[error("the gate says that the gland is not tender; take the side back or correct the gate")]
    SideWithoutTenderness,
    /// Beyond the scale.
    #[error("pain is a number from 0 to 10")]
    Pain,
    /// A nodule that cannot be.
    #[error("nodule {}: {}", .0 + 1, .1)]
    Nodule(usize, NoduleRefused),
    /// An indurated area that cannot be.
    #[error("indurated area {}: {}", .0 + 1, .1)]
    Induration(usize, IndurationRefused),
    /// The gate saw something around the anus that the findings do not tell.
    #[error("the gate saw something at inspection; tick it here too")]
    Perianal,
    /// A vesicle is felt, and nobody said which.
    #[error("say on which side the vesicle is felt: right, left or both")]
    VesicleSide,
    /// No vesicle is felt, and a side all the same.
    #[error("no vesicle is stated as felt; take the side back")]
    SideWithoutVesicle,
    /// A mass, and not where.
    #[error("say where the mass lies: 1 to 15 cm from the anal verge, at 1 to 12 o'clock, 1 to 150 mm across")]
    Mass,
    /// A place, and no mass.
    #[error("no rectal mass is stated; take its place back")]
    PlaceWithoutMass,
    /// Another lubricant without its name.
    #[error("name the lubricant")]
    LubricantName,
    /// Suspicious, and nobody said why.
    #[error("write what makes it suspicious")]
    Rationale,
    /// A category where none belongs.
    #[error("a T category is stated when the summary is suspicious or cancer is known; take it back")]
    CategoryNotAsked,
    /// A nodule, and nothing said of the other sectors.
    #[error("say that all other sectors are normal, or place the other findings")]
    OtherSectors,
    /// The summary says normal over a finding that is not.
    #[error("the summary says normal, but something abnormal is recorded; choose another summary")]
    ImpressionContradicts,
    /// Too long.
    #[error("keep each text under 2000 characters")]
    Remarks,
}

impl ExamRefused {
    /// The field it stands beside.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::Open(field) => field,
            Self::Size | Self::SizeOfNothing => "sizeMl",
            Self::TenderSide | Self::SideWithoutTenderness => "tenderSide",
            Self::Pain => "painNrs",
            Self::Nodule(..) | Self::LesionOfNothing => "nodules",
            Self::Induration(..) => "indurations",
            Self::Perianal => "perianal",
            Self::VesicleSide | Self::SideWithoutVesicle => "vesicleSide",
            Self::Mass | Self::PlaceWithoutMass => "mass",
            Self::LubricantName => "lubricantName",
            Self::Rationale => "rationale",
            Self::CategoryNotAsked => "suspectedT",
            Self::OtherSectors => "otherSectorsNormal",
            Self::ImpressionContradicts => "impression",
            Self::Remarks => "remarks",
        }
    }
}
