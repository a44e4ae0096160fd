//! What several tests share: the program as another program runs it, a terminal, and a reader without one.

pub(crate) mod controls;
pub(crate) mod home;
pub(crate) mod marked;
pub(crate) mod program;
pub(crate) mod pseudo_terminal;
pub(crate) mod reader;
pub(crate) mod sources;
