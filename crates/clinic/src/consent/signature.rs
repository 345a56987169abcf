//! A signature as it was drawn: the pen's points in time, not a picture, so that strokes can be sealed and compared.

use serde::{Deserialize, Serialize};

/// One point of the pen: position in the signing box, and milliseconds since the first touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename = "InkPoint")]
pub struct Point {
    /// From the left edge, in box units.
    pub x: u16,
    /// From the top edge, in box units.
    pub y: u16,
    /// Milliseconds since the first touch.
    pub t: u32,
}

/// A drawn signature as the window sends it, not yet looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct DrawnSignature {
    /// Width of the signing box, in the units of the points.
    pub width: u16,
    /// Height of the signing box.
    pub height: u16,
    /// From pen down to pen up, in the order in which they were drawn.
    pub strokes: Vec<Vec<Point>>,
}

/// A drawn signature within its limits: neither empty nor a slip of the pen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "DrawnSignature", into = "DrawnSignature")]
#[specta(transparent)]
pub struct Signature(DrawnSignature);

/// Why a drawing is not a signature.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotASignature {
    /// Nothing was drawn.
    #[error("the signature box is empty; sign in it, or record the consent as witnessed")]
    Empty,
    /// A dot or a very short line.
    #[error("the line in the signature box is too short for a signature; clear it and sign again")]
    TooShort,
    /// More points than a person draws in one signature.
    #[error("the drawing is too large for a signature; clear it and sign again")]
    TooLarge,
    /// A point lies outside the box, or the box has no size.
    #[error("a part of the drawing lies outside the signature box; clear it and sign again")]
    OutsideTheBox,
    /// The times go backwards or run longer than ten minutes.
    #[error("the times of the pen’s points are not in order; clear the box and sign again")]
    TimesOutOfOrder,
}

impl Signature {
    /// Most points in all strokes together.
    pub const MOST_POINTS: usize = 8_000;
    /// Most strokes.
    pub const MOST_STROKES: usize = 200;
    /// Longest time from the first to the last point, in milliseconds.
    pub const LONGEST_MS: u32 = 600_000;

    /// Looks at a drawing.
    ///
    /// # Errors
    /// When it is empty, too short, too large, outside its box, or its times are out of order.
    pub fn parse(drawn: DrawnSignature) -> Result<Self, NotASignature> {
        let points: Vec<Point> = drawn.strokes.iter().flatten().copied().collect();
        if points.is_empty() {
            return Err(NotASignature::Empty);
        }
        if points.len() > Self::MOST_POINTS || drawn.strokes.len() > Self::MOST_STROKES {
            return Err(NotASignature::TooLarge);
        }
        if drawn.width == 0 || drawn.height == 0 || points.iter().any(|p| p.x > drawn.width || p.y > drawn.height) {
            return Err(NotASignature::OutsideTheBox);
        }
        if points.is_sorted_by_key(|p| p.t) && points.last().is_some_and(|p| p.t <= Self::LONGEST_MS) {
            // A cross by someone who does not write is a signature; a touch of the sleeve is not.
            let least = f64::from(drawn.width) / 10.0;
            if ink(&drawn) >= least { Ok(Self(drawn)) } else { Err(NotASignature::TooShort) }
        } else {
            Err(NotASignature::TimesOutOfOrder)
        }
    }

    /// Width and height of the signing box.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        (self.0.width, self.0.height)
    }

    /// The strokes, in the order in which they were drawn.
    #[must_use]
    pub fn strokes(&self) -> &[Vec<Point>] {
        &self.0.strokes
    }

    /// The drawing as an SVG path in box units, for papers and screens.
    #[must_use]
    pub fn svg_path(&self) -> String {
        let line = |stroke: &Vec<Point>| {
            let points: Vec<String> = stroke.iter().map(|point| format!("{} {}", point.x, point.y)).collect();
            format!("M{}", points.join("L"))
        };
        self.strokes().iter().filter(|stroke| !stroke.is_empty()).map(line).collect()
    }
}

/// Length of the drawn lines in box units.
fn ink(drawn: &DrawnSignature) -> f64 {
    let steps = drawn.strokes.iter().flat_map(|stroke| stroke.windows(2));
    steps
        .map(|pair| {
            let (dx, dy) = (f64::from(pair[1].x) - f64::from(pair[0].x), f64::from(pair[1].y) - f64::from(pair[0].y));
            dx.hypot(dy)
        })
        .sum()
}

impl TryFrom<DrawnSignature> for Signature {
    type Error = NotASignature;

    fn try_from(drawn: DrawnSignature) -> Result<Self, Self::Error> {
        Self::parse(drawn)
    }
}

impl From<Signature> for DrawnSignature {
    fn from(signature: Signature) -> Self {
        signature.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(strokes: &[&[(u16, u16, u32)]]) -> DrawnSignature {
        let strokes =
            strokes.iter().map(|stroke| stroke.iter().map(|&(x, y, t)| Point { x, y, t }).collect()).collect();
        DrawnSignature { width: 600, height: 200, strokes }
    }

    #[test]
    fn a_name_and_a_cross_are_signatures() {
        let cross = drawn(&[&[(100, 50, 0), (200, 150, 90)], &[(200, 50, 300), (100, 150, 400)]]);
        let signature = Signature::parse(cross).unwrap();
        assert_eq!(signature.svg_path(), "M100 50L200 150M200 50L100 150");
    }

    #[test]
    fn an_empty_box_a_dot_and_nonsense_are_not() {
        let check = |drawn| Signature::parse(drawn).unwrap_err();
        assert_eq!(check(drawn(&[])), NotASignature::Empty);
        assert_eq!(check(drawn(&[&[]])), NotASignature::Empty);
        assert_eq!(check(drawn(&[&[(10, 10, 0)]])), NotASignature::TooShort);
        assert_eq!(check(drawn(&[&[(10, 10, 0), (30, 10, 5)]])), NotASignature::TooShort);
        assert_eq!(check(drawn(&[&[(10, 10, 0), (700, 10, 5)]])), NotASignature::OutsideTheBox);
        assert_eq!(check(drawn(&[&[(10, 10, 9), (300, 10, 5)]])), NotASignature::TimesOutOfOrder);
        assert_eq!(check(drawn(&[&[(10, 10, 0), (300, 10, 600_001)]])), NotASignature::TimesOutOfOrder);
        let scribble: Vec<(u16, u16, u32)> = (0..8_001).map(|t| (10, 10, t)).collect();
        assert_eq!(check(drawn(&[&scribble])), NotASignature::TooLarge);
    }
}
