//! The names of the themes; drawing decides what they look like.

/// A choice of colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeName {
    /// The terminal's own sixteen colors, readable on any background.
    Terminal,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Without colors.
    Mono,
}

impl ThemeName {
    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Terminal => Self::Dark,
            Self::Dark => Self::Light,
            Self::Light => Self::Mono,
            Self::Mono => Self::Terminal,
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Mono => "mono",
        }
    }
}
