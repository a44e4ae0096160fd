//! A document with everything that is derived from it alone.
//!
//! The thread that annotates derives it, so that a very long article does not hold up the screen.

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::marks::Marks;
use crate::annotation::shares::Overview;

/// What is known about an article, ready to be shown.
#[derive(Clone, Debug)]
pub struct Known {
    /// The article with all that is known about it.
    pub document: Document,
    /// The speakers in their order.
    pub billing: Billing,
    /// How much the speakers say, and where.
    pub overview: Overview,
    /// Where quotes and names are.
    pub marks: Marks,
}

impl Known {
    /// Derives the rest from a document.
    pub fn of(document: Document) -> Self {
        let billing = Billing::of(&document);
        let overview = Overview::of(&document, &billing);
        let marks = Marks::of(&document);
        Self { document, billing, overview, marks }
    }
}
