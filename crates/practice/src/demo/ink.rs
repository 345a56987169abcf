//! The signature that every fictional patient draws: one wave, which nobody could take for a name.

use clinic::consent::signature::{DrawnSignature, Point};

/// A wave across the box.
pub(super) fn signature() -> DrawnSignature {
    const HEIGHTS: [u16; 8] = [80, 50, 40, 60, 90, 110, 100, 80];
    let stroke = HEIGHTS.iter().cycle().take(33).zip(0_u16..).map(|(height, step)| Point {
        x: 30 + step * 10,
        y: *height,
        t: u32::from(step) * 25,
    });
    DrawnSignature { width: 400, height: 160, strokes: vec![stroke.collect()] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wave_counts_as_a_signature() {
        assert!(clinic::consent::signature::Signature::parse(signature()).is_ok());
    }
}
