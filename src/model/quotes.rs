//! Quotes, out of the parts that the network found and out of the form of a paragraph.

pub mod assembly;
pub mod calibration;
pub mod forms;
pub mod nested;
pub mod saying;
