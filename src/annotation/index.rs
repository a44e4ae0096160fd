//! Numbers of things in a document, each with a type of its own: a speaker's number cannot stand for a quote's.

/// Makes the type of an index.
macro_rules! index {
    ($(#[$docs:meta])* $name:ident) => {
        $(#[$docs])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// What stands at `index` in its document.
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// Where it stands in its document.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

pub(crate) use index;
