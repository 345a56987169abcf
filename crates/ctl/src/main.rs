//! fourglassctl.
fn main() {}
