//! The screen: draws the state in as few bytes as possible.

use std::io::{self, Write};

use ratatui::backend::Backend;
use ratatui::layout;
use ratatui::{Terminal, TerminalOptions, Viewport};

use crate::app::state::State;
use crate::app::state::panes::Size;
use crate::terminal::pen::Pen;
use crate::ui;
use crate::ui::theme::{Depth, Theme};

/// A screen to draw frames on.
#[derive(Debug)]
pub struct Screen<W: Write> {
    terminal: Terminal<Pen<W>>,
    depth: Depth,
    redraws: usize,
}

impl<W: Write> Screen<W> {
    /// A blank screen of this size that is drawn to `out`.
    pub fn new(out: W, size: Size, depth: Depth) -> io::Result<Self> {
        let options = TerminalOptions { viewport: Viewport::Fullscreen };
        let terminal = Terminal::with_options(Pen::new(out, extent(size)), options)?;
        Ok(Self { terminal, depth, redraws: 0 })
    }

    /// Sends an invisible sequence with the next frame.
    pub fn add(&mut self, sequence: &str) {
        self.terminal.backend_mut().add(sequence);
    }

    /// Sends an invisible sequence at once.
    pub fn send(&mut self, sequence: &str) -> io::Result<()> {
        self.add(sequence);
        self.terminal.backend_mut().flush()
    }

    /// Draws what changed, in one write; without a change there is none.
    pub fn draw(&mut self, state: &State) -> io::Result<()> {
        self.terminal.backend_mut().resize(extent(state.page_view.arrangement().size));
        if self.redraws != state.appearance.redraws {
            self.redraws = state.appearance.redraws;
            self.terminal.clear()?;
        }
        let theme = Theme::new(state.appearance.theme, self.depth);
        self.terminal.draw(|frame| ui::draw(frame, state, &theme))?;
        Ok(())
    }
}

fn extent(size: Size) -> layout::Size {
    layout::Size::new(size.width, size.height)
}
