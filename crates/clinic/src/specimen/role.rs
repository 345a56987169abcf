//! The role of a container: which glass of a set it is, or what it is beside the set.

use crate::procedure::ProcedureKind;
use crate::words::words;

words! {
    /// The role a specimen has in its set; printed large on its label.
    pub enum SpecimenRole {
        /// First-void urine: the urethra.
        Vb1 = "vb1",
        /// Midstream urine: the bladder.
        Vb2 = "vb2",
        /// Expressed prostatic secretion.
        Eps = "eps",
        /// First urine after massage: the prostate.
        Vb3 = "vb3",
        /// Midstream urine before the massage of the two-glass test: the bladder.
        PreM = "pre-m",
        /// First urine after the massage of the two-glass test: the prostate.
        PostM = "post-m",
        /// First-catch urine after the strokes of an examination, for biomarkers.
        Pdu = "pdu",
        /// First-catch urine for chlamydia and gonorrhoea, beside the glasses.
        FcuNaat = "fcu-naat",
        /// Midstream urine for an ordinary culture, beside the glasses: what a suspected acute prostatitis asks for.
        Msu = "msu",
        /// One bottle of a blood culture.
        BloodCulture = "blood-culture",
        /// Serum for PSA.
        PsaSerum = "psa-serum",
        /// Seminal fluid.
        Semen = "semen",
    }
}

impl SpecimenRole {
    /// The four glasses, in the order in which they are collected.
    pub const FOUR_GLASS: [Self; 4] = [Self::Vb1, Self::Vb2, Self::Eps, Self::Vb3];

    /// What a procedure plans to collect, in order; empty when it collects nothing that is guided here. Drops that the
    /// massage of a two-glass test brings are kept, so it says of them too whether there were any.
    #[must_use]
    pub const fn planned_for(kind: ProcedureKind) -> &'static [Self] {
        match kind {
            ProcedureKind::FourGlass => &Self::FOUR_GLASS,
            ProcedureKind::TwoGlass => &[Self::PreM, Self::Eps, Self::PostM],
            ProcedureKind::Eps => &[Self::Eps],
            ProcedureKind::PostDreUrine => &[Self::Pdu],
            ProcedureKind::Dre => &[],
        }
    }

    /// What can be taken beside the glasses of a procedure. None of it is an act on the gland.
    pub const FURTHER: [Self; 5] = [Self::Msu, Self::BloodCulture, Self::FcuNaat, Self::PsaSerum, Self::Semen];

    /// Whether it stands beside the glasses of a procedure and is planned by none.
    #[must_use]
    pub const fn is_further(self) -> bool {
        matches!(self, Self::FcuNaat | Self::Msu | Self::BloodCulture | Self::PsaSerum | Self::Semen)
    }

    /// Whether it is drawn from a vein.
    #[must_use]
    pub const fn is_blood(self) -> bool {
        matches!(self, Self::BloodCulture | Self::PsaSerum)
    }

    /// Whether it is kept at room temperature and cold would spoil it: it is put into no refrigerator with the others.
    #[must_use]
    pub const fn never_cold(self) -> bool {
        matches!(self, Self::BloodCulture | Self::Semen)
    }

    /// Whether it waits for an ordinary culture, whose clocks of room temperature and refrigerator it has.
    #[must_use]
    pub const fn waits_for_culture(self) -> bool {
        matches!(self, Self::Vb1 | Self::Vb2 | Self::Eps | Self::Vb3 | Self::PreM | Self::PostM | Self::Msu)
    }

    /// The code as labels print it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vb1 => "VB1",
            Self::Vb2 => "VB2",
            Self::Eps => "EPS",
            Self::Vb3 => "VB3",
            Self::PreM => "PRE-M",
            Self::PostM => "POST-M",
            Self::Pdu => "PDU",
            Self::FcuNaat => "FCU",
            Self::Msu => "MSU",
            Self::BloodCulture => "BC",
            Self::PsaSerum => "PSA",
            Self::Semen => "SEM",
        }
    }

    /// Whether it exists only because the prostate was massaged, or stroked.
    #[must_use]
    pub const fn follows_massage(self) -> bool {
        matches!(self, Self::Eps | Self::Vb3 | Self::PostM | Self::Pdu)
    }

    /// Whether it is the midstream urine before the massage, against which what follows is compared.
    #[must_use]
    pub const fn is_midstream(self) -> bool {
        matches!(self, Self::Vb2 | Self::PreM)
    }

    /// Whether it is the urine that is to be passed at once after the massage.
    #[must_use]
    pub const fn is_urine_after_massage(self) -> bool {
        matches!(self, Self::Vb3 | Self::PostM)
    }

    /// Whether it is the urine of a kit, whose own clocks and tubes it has.
    #[must_use]
    pub const fn is_of_a_kit(self) -> bool {
        matches!(self, Self::Pdu)
    }

    /// The digit of its container in an accession number, 1 to 7. None of what stands beside the glasses: it takes the
    /// digits that its set leaves free.
    #[must_use]
    pub const fn container(self) -> Option<u8> {
        match self {
            Self::Vb1 => Some(1),
            Self::Vb2 => Some(2),
            Self::Eps => Some(3),
            Self::Vb3 => Some(4),
            Self::PreM => Some(5),
            Self::PostM => Some(6),
            Self::Pdu => Some(7),
            Self::FcuNaat | Self::Msu | Self::BloodCulture | Self::PsaSerum | Self::Semen => None,
        }
    }
}
