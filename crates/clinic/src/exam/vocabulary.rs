//! The words of an examination: each field and the values it may have.

use crate::words::words;

words! {
    /// What the gloves are of.
    pub enum Glove {
        /// Nitrile.
        Nitrile = "nitrile",
        /// Vinyl.
        Vinyl = "vinyl",
        /// Latex.
        Latex = "latex",
    }
}

words! {
    /// What the finger was covered with.
    pub enum Lubricant {
        /// Plain.
        Plain = "plain",
        /// With lidocaine.
        Lidocaine = "lidocaine",
        /// Another, named in the remarks.
        Other = "other",
    }
}

words! {
    /// How the patient lay or stood.
    pub enum Position {
        /// On the left side.
        LeftLateral = "left-lateral",
        /// On the right side.
        RightLateral = "right-lateral",
        /// Standing, bent forward.
        StandingFlexed = "standing-flexed",
        /// On knees and elbows.
        KneeElbow = "knee-elbow",
        /// On the back.
        Supine = "supine",
    }
}

words! {
    /// The tone of the sphincter.
    pub enum SphincterTone {
        /// Normal.
        Normal = "normal",
        /// Reduced.
        Reduced = "reduced",
        /// Absent.
        Absent = "absent",
        /// Increased, in spasm.
        Spasm = "spasm",
        /// Not assessed.
        NotAssessed = "not-assessed",
    }
}

words! {
    /// Pain at the anus.
    pub enum AnalPain {
        /// None.
        None = "none",
        /// Mild.
        Mild = "mild",
        /// Moderate.
        Moderate = "moderate",
        /// Severe.
        Severe = "severe",
    }
}

words! {
    /// How much of the gland the finger reached.
    pub enum Reached {
        /// All of it.
        Whole = "whole",
        /// Not the base.
        BaseNotReached = "base-not-reached",
        /// The apex only.
        ApexOnly = "apex-only",
        /// Not palpable.
        NotPalpable = "not-palpable",
    }
}

words! {
    /// The two lobes compared.
    pub enum Symmetry {
        /// Alike.
        Symmetric = "symmetric",
        /// The right is larger.
        RightLarger = "right-larger",
        /// The left is larger.
        LeftLarger = "left-larger",
    }
}

words! {
    /// The median sulcus.
    pub enum Sulcus {
        /// Present.
        Present = "present",
        /// Shallow.
        Shallow = "shallow",
        /// Absent.
        Absent = "absent",
    }
}

words! {
    /// The edges of the gland.
    pub enum Margins {
        /// Distinct.
        Distinct = "distinct",
        /// Indistinct on the right.
        IndistinctRight = "indistinct-right",
        /// Indistinct on the left.
        IndistinctLeft = "indistinct-left",
        /// Indistinct on both sides.
        IndistinctBoth = "indistinct-both",
    }
}

words! {
    /// Whether the gland moves.
    pub enum Mobility {
        /// Mobile.
        Mobile = "mobile",
        /// Reduced.
        Reduced = "reduced",
        /// Fixed.
        Fixed = "fixed",
    }
}

words! {
    /// The seminal vesicles.
    pub enum SeminalVesicles {
        /// Not palpable, as is normal.
        NotPalpable = "not-palpable",
        /// Palpable, on the side that is stated.
        Palpable = "palpable",
        /// Indurated, on the side that is stated.
        Indurated = "indurated",
        /// Not reached.
        NotReached = "not-reached",
    }
}

words! {
    /// A mass in the rectum.
    pub enum RectalMass {
        /// None.
        None = "none",
        /// Present: refer.
        Present = "present",
    }
}

words! {
    /// What the glove showed.
    pub enum BloodOnGlove {
        /// None.
        None = "none",
        /// A streak.
        Streak = "streak",
        /// Frank blood.
        Frank = "frank",
        /// Melaena.
        Melaena = "melaena",
    }
}

words! {
    /// The examiner's summary.
    pub enum Impression {
        /// Benign, normal.
        Normal = "normal",
        /// Enlarged, feels benign.
        EnlargedBenign = "enlarged-benign",
        /// Inflamed.
        Inflamed = "inflamed",
        /// Abnormal, suspicious.
        Suspicious = "suspicious",
        /// Indeterminate.
        Indeterminate = "indeterminate",
    }
}

words! {
    /// By which way the gland was reached.
    pub enum Route {
        /// By the rectum.
        Rectal = "rectal",
        /// By the vagina, after vaginoplasty; the sector map is optional then.
        Vaginal = "vaginal",
    }
}

words! {
    /// What was seen around the anus before the finger went in.
    pub enum Perianal {
        /// Skin tags.
        SkinTags = "skin-tags",
        /// External haemorrhoids.
        ExternalHemorrhoids = "external-haemorrhoids",
        /// A thrombosed haemorrhoid.
        ThrombosedHemorrhoid = "thrombosed-haemorrhoid",
        /// A fissure.
        Fissure = "fissure",
        /// A fistula.
        Fistula = "fistula",
        /// An abscess.
        Abscess = "abscess",
        /// Dermatitis or cellulitis.
        Dermatitis = "dermatitis",
        /// Warts.
        Warts = "warts",
        /// Prolapse.
        Prolapse = "prolapse",
        /// A mass.
        Mass = "mass",
        /// A scar.
        Scar = "scar",
    }
}

words! {
    /// The floor of the pelvis.
    pub enum PelvicFloor {
        /// Not assessed.
        NotAssessed = "not-assessed",
        /// Normal.
        Normal = "normal",
        /// Tender or in spasm on the right.
        TenderRight = "tender-right",
        /// Tender or in spasm on the left.
        TenderLeft = "tender-left",
        /// Tender or in spasm on both sides.
        TenderBoth = "tender-both",
    }
}

words! {
    /// What the rectum held.
    pub enum Stool {
        /// None.
        None = "none",
        /// Soft.
        Soft = "soft",
        /// Impacted.
        Impacted = "impacted",
    }
}
