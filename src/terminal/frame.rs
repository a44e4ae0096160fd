//! The bytes of one frame, kept together until the frame is whole.
//!
//! ratatui flushes several times while it draws; here that does nothing, so that a frame leaves in one write, between
//! the marks of a synchronized update (DEC mode 2026), which terminals that do not know them ignore.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

/// Begins a synchronized update.
const BEGIN: &[u8] = b"\x1b[?2026h";
/// Ends it.
const END: &[u8] = b"\x1b[?2026l";

/// A frame in the making; clones share it.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame(Rc<RefCell<Vec<u8>>>);

impl Frame {
    /// Writes the frame at once, if there is anything in it.
    pub(super) fn send(&self, out: &mut impl Write) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        if bytes.is_empty() {
            return Ok(());
        }
        let whole = [BEGIN, &bytes, END].concat();
        bytes.clear();
        out.write_all(&whole)?;
        out.flush()
    }
}

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_leaves_whole_and_once() {
        let mut frame = Frame::default();
        let mut out = Vec::new();
        frame.write_all(b"ab").unwrap();
        frame.flush().unwrap();
        frame.write_all(b"c").unwrap();
        frame.send(&mut out).unwrap();
        frame.send(&mut out).unwrap();
        assert_eq!(out, b"\x1b[?2026habc\x1b[?2026l");
    }
}
