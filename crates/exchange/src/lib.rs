//! What is said to other systems: HL7 v2 and CSV.
