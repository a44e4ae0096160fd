//! The size of the terminal.

use std::io;

use crate::app::state::panes::Size;

/// Asks the terminal for its size.
pub(super) fn current() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}
