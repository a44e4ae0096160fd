//! Quotes, out of the parts that the network found and out of the form of a paragraph.

pub(super) mod assembly;
pub(super) mod calibration;
pub(super) mod forms;
pub(super) mod nested;
pub(super) mod saying;
