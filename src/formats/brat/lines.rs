//! The lines of an `.ann` file, and the names in them.

use std::collections::HashMap;

use crate::annotation::entity::EntityKind;
use crate::annotation::kinds::value_of;
use crate::formats::brat::fault::{LineFault, StandoffError};

/// The type of events that are quotes starts with this: `PolNeAR` also has `Attribution-no-source`.
pub(super) const ATTRIBUTION: &str = "Attribution";
/// The roles of an event's arguments, and the labels of the texts in these roles.
pub(super) const CONTENT: &str = "Content";
pub(super) const CUE: &str = "Cue";
pub(super) const SOURCE: &str = "Source";
/// The label of a mention of a speaker.
pub(super) const MENTION: &str = "Speaker";
/// The names of attributes.
pub(super) const VOICE: &str = "Voice";
pub(super) const KIND: &str = "Kind";
pub(super) const UNATTRIBUTED: &str = "Unattributed";
/// The names of notes.
pub(super) const CONFIDENCE: &str = "Confidence";
pub(super) const ROLE: &str = "Role";
/// The name of references.
pub(super) const REFERENCE: &str = "Reference";
/// The resources of references.
pub(super) const SPEAKER: &str = "speaker";
pub(super) const ENTITY: &str = "entity";

/// The labels of entities. The first of a kind is written; the short ones are from CoNLL-2003 and `OntoNotes`.
pub(super) const NAMES: &[(&str, EntityKind)] = &[
    ("Person", EntityKind::Person),
    ("Organization", EntityKind::Organization),
    ("Place", EntityKind::Place),
    ("Event", EntityKind::Event),
    ("PER", EntityKind::Person),
    ("ORG", EntityKind::Organization),
    ("LOC", EntityKind::Place),
    ("GPE", EntityKind::Place),
    ("Location", EntityKind::Place),
];

/// Words of the text: a `T` line.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) line: usize,
    pub(super) label: &'a str,
    /// In code points.
    pub(super) places: Vec<(usize, usize)>,
    pub(super) words: &'a str,
}

/// An `E` line.
#[derive(Debug)]
pub(super) struct Event<'a> {
    pub(super) line: usize,
    pub(super) id: &'a str,
    pub(super) kind: &'a str,
    /// Roles, each with the id of the line in it; the trigger is the first.
    pub(super) arguments: Vec<(&'a str, &'a str)>,
}

/// An `A`, `N` or `#` line.
#[derive(Debug)]
pub(super) struct Remark<'a> {
    pub(super) line: usize,
    pub(super) name: &'a str,
    pub(super) of: &'a str,
    /// The value of an attribute, or the target of a reference.
    pub(super) value: &'a str,
    /// The words of a note, or the name of the target.
    pub(super) words: &'a str,
}

/// All lines, by kind.
#[derive(Debug, Default)]
pub(super) struct AnnLines<'a> {
    pub(super) texts: HashMap<&'a str, Text<'a>>,
    /// The ids of the texts, in the order of their lines.
    pub(super) order: Vec<&'a str>,
    pub(super) events: Vec<Event<'a>>,
    pub(super) remarks: Vec<Remark<'a>>,
    pub(super) passed_over: Vec<usize>,
}

impl Remark<'_> {
    /// The value with one of these names.
    pub(super) fn value_in<T: Copy>(&self, names: &[(&str, T)]) -> Result<T, StandoffError> {
        let value = value_of(names, self.value);
        value.ok_or_else(|| {
            LineFault::NoValue(self.name.to_owned(), self.value.to_owned()).on(self.line)
        })
    }
}

impl<'a> AnnLines<'a> {
    /// Parses all lines.
    pub(super) fn parse(standoff: &'a str) -> Result<Self, StandoffError> {
        let mut lines = Self::default();
        for (number, line) in (1..).zip(standoff.split('\n')) {
            let line = line.strip_suffix('\r').unwrap_or(line);
            lines.push(number, line).map_err(|fault| fault.on(number))?;
        }
        Ok(lines)
    }

    fn push(&mut self, number: usize, line: &'a str) -> Result<(), LineFault> {
        let mut columns = line.splitn(3, '\t');
        let id = columns.next().unwrap_or_default();
        let (middle, words) = (columns.next(), columns.next().unwrap_or_default());
        match (id.chars().next(), middle) {
            (None, None) => {}
            (Some('T'), Some(middle)) => self.push_text(number, id, middle, words)?,
            (Some('E'), Some(middle)) => self.events.push(event(number, id, middle)?),
            (Some('A' | 'N' | '#'), Some(middle)) => {
                self.remarks.push(remark(number, middle, words)?);
            }
            (Some('T' | 'E' | 'A' | 'N'), None) => return Err(LineFault::NoColumns),
            (Some(_), _) | (None, Some(_)) => self.passed_over.push(number),
        }
        Ok(())
    }

    fn push_text(
        &mut self,
        line: usize,
        id: &'a str,
        middle: &'a str,
        words: &'a str,
    ) -> Result<(), LineFault> {
        let (label, places) = middle.split_once(' ').ok_or(LineFault::NoPlace)?;
        let places = places.split(';').map(place).collect::<Result<Vec<_>, LineFault>>()?;
        if self.texts.insert(id, Text { line, label, places, words }).is_some() {
            return Err(LineFault::Twice(id.to_owned()));
        }
        self.order.push(id);
        Ok(())
    }
}

/// `12 20`
fn place(numbers: &str) -> Result<(usize, usize), LineFault> {
    let (start, end) = numbers.trim().split_once(' ').ok_or(LineFault::NoPlace)?;
    match (start.parse(), end.parse()) {
        (Ok(start), Ok(end)) if start <= end => Ok((start, end)),
        (Ok(start), Ok(end)) => Err(LineFault::Reversed(start, end)),
        (Err(_), _) | (_, Err(_)) => Err(LineFault::NoPlace),
    }
}

/// `Attribution:T4 Content:T3 Cue:T2`
fn event<'a>(line: usize, id: &'a str, middle: &'a str) -> Result<Event<'a>, LineFault> {
    let arguments: Option<Vec<(&str, &str)>> =
        middle.split_whitespace().map(|argument| argument.split_once(':')).collect();
    let arguments = arguments.ok_or(LineFault::NoArguments)?;
    let kind = arguments.first().map(|(kind, _)| *kind).ok_or(LineFault::NoArguments)?;
    Ok(Event { line, id, kind, arguments })
}

/// `Voice E1 direct`
fn remark<'a>(line: usize, middle: &'a str, words: &'a str) -> Result<Remark<'a>, LineFault> {
    let mut parts = middle.splitn(3, ' ');
    match (parts.next(), parts.next()) {
        (Some(name), Some(of)) => {
            Ok(Remark { line, name, of, value: parts.next().unwrap_or_default(), words })
        }
        (None, _) | (_, None) => Err(LineFault::NoTarget),
    }
}
