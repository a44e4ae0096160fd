//! A document with all that follows from it alone.
//!
//! It is made on the thread that annotates, so that the reader of a very long article does not wait for it.

use crate::annotation::billing::Billing;
use crate::annotation::document::Document;
use crate::annotation::marks::Marks;
use crate::annotation::shares::Overview;

/// What is known of an article, made ready to be shown.
#[derive(Clone, Debug)]
pub struct Known {
    /// The article with all that is known about it.
    pub document: Document,
    /// The speakers in their order.
    pub billing: Billing,
    /// How much the speakers say, and where.
    pub overview: Overview,
    /// Where quotes and names stand.
    pub marks: Marks,
}

impl Known {
    /// Makes a document ready.
    pub fn of(document: Document) -> Self {
        let billing = Billing::of(&document);
        let overview = Overview::of(&document, &billing);
        let marks = Marks::of(&document);
        Self { document, billing, overview, marks }
    }
}
