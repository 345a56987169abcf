//! The clinic day through the practice itself, without a window.
