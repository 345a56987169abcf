//! The cast of the journeys: fictional people, the same in the practice and in the window.
