//! The members of a JSON object, taken out one by one; what is left at the end is not known.

use serde_json::{Map, Value};

use crate::formats::json::fault::{ExchangeError, Fault};

/// The members of an object, and where it stands.
pub(super) struct Members {
    path: String,
    map: Map<String, Value>,
}

impl Members {
    /// The members of a text that is one object.
    pub(super) fn parse(json: &str) -> Result<Self, ExchangeError> {
        let value = serde_json::from_str(json)
            .map_err(|error| ExchangeError::new("", Fault::Syntax(error)))?;
        Self::of(String::new(), value)
    }

    fn of(path: String, value: Value) -> Result<Self, ExchangeError> {
        match value {
            Value::Object(map) => Ok(Self { path, map }),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => Err(ExchangeError::new(path, Fault::NotA("an object"))),
        }
    }

    /// The path of a member.
    pub(super) fn path(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// The error that a member has this fault.
    pub(super) fn error(&self, name: &str, fault: Fault) -> ExchangeError {
        ExchangeError::new(self.path(name), fault)
    }

    fn take(&mut self, name: &str) -> Result<Value, ExchangeError> {
        self.map.shift_remove(name).ok_or_else(|| self.error(name, Fault::Missing))
    }

    /// A string.
    pub(super) fn text(&mut self, name: &str) -> Result<String, ExchangeError> {
        if let Value::String(text) = self.take(name)? {
            return Ok(text);
        }
        Err(self.error(name, Fault::NotA("a string")))
    }

    /// A string; nothing where it is null or not there.
    pub(super) fn optional_text(&mut self, name: &str) -> Result<Option<String>, ExchangeError> {
        match self.map.shift_remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.error(name, Fault::NotA("a string or null"))),
        }
    }

    /// A share, from 0 to 1.
    pub(super) fn share(&mut self, name: &str) -> Result<f32, ExchangeError> {
        let share = self.take(name)?.as_f64().filter(|share| (0.0..=1.0).contains(share));
        #[expect(clippy::cast_possible_truncation, reason = "from 0 to 1")]
        share
            .map(|share| share as f32)
            .ok_or_else(|| self.error(name, Fault::NotA("a number from 0 to 1")))
    }

    /// One of some words; gives what stands beside it.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        name: &str,
        words: &[(&'static str, T)],
        what: &'static str,
    ) -> Result<T, ExchangeError> {
        let given = self.text(name)?;
        let found = words.iter().find(|(word, _)| *word == given);
        found.map(|(_, value)| *value).ok_or_else(|| self.error(name, Fault::NotA(what)))
    }

    /// A list of pairs of whole numbers, each with its path; nothing where it is not there.
    pub(super) fn pairs(&mut self, name: &str) -> Result<Vec<(usize, usize)>, ExchangeError> {
        let Some(list) = self.map.shift_remove(name) else { return Ok(Vec::new()) };
        serde_json::from_value(list)
            .or(Err(self.error(name, Fault::NotA("a list of pairs of whole numbers"))))
    }

    /// A list of objects; nothing where it is not there.
    pub(super) fn list(&mut self, name: &str) -> Result<Vec<Self>, ExchangeError> {
        let path = self.path(name);
        match self.map.shift_remove(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => items
                .into_iter()
                .enumerate()
                .map(|(number, item)| Self::of(format!("{path}[{number}]"), item))
                .collect(),
            Some(_) => Err(ExchangeError::new(path, Fault::NotA("a list"))),
        }
    }

    /// What nobody asked for.
    pub(super) fn rest(self) -> Map<String, Value> {
        self.map
    }
}
