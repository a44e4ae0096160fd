//! What is on the screen, so that a frame is drawn only where something changed.

use crate::app::state::appearance::Appearance;
use crate::app::state::list::ListPosition;
use crate::app::state::overlay::Overlay;
use crate::app::state::page_view::PagePosition;
use crate::app::state::status::Status;
use crate::app::state::trail::{Stop, Trail};

/// All that decides what is drawn. Two equal scenes of one session look the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The visible part of the page.
    pub position: PagePosition,
    /// The visible part of the list.
    pub list: ListPosition,
    /// The first visible line of the card.
    pub card_top: usize,
    /// The trail, and the current stop.
    pub route: (Trail, Option<Stop>),
    /// The words of the search.
    pub query: Option<String>,
    /// What covers the panes.
    pub overlay: Option<Overlay>,
    /// What the status line says.
    pub status: Status,
    /// How the screen is drawn.
    pub appearance: Appearance,
}
