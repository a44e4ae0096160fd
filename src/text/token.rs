//! Words, numbers and punctuation marks.
