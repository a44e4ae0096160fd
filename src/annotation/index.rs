//! Numbers of things in a document. Each has its own type, so that one of a speaker cannot be used for a quote.

/// Defines the type of an index.
macro_rules! index {
    ($(#[$docs:meta])* $name:ident) => {
        $(#[$docs])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The number of the thing at `index` in its list.
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// Its index in the list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

pub(crate) use index;
