//! Parses JSON into any type, and says where the first fault is.

use serde::de::DeserializeOwned;
use serde_json::Deserializer;
use serde_json::error::Category;

use crate::formats::json::fault::{ExchangeError, Fault};

/// Parses a text that is one JSON object.
pub(crate) fn parse<T: DeserializeOwned>(json: &str) -> Result<T, ExchangeError> {
    // serde would accept an array of the members in their order
    if json.trim_start().starts_with('[') {
        return Err(ExchangeError::new("", Fault::NotAnObject));
    }
    let mut deserializer = Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        // the path of the whole is a dot
        let path = error.path().to_string();
        fault(path.trim_start_matches('.'), error.into_inner())
    })?;
    deserializer.end().map_err(|error| fault("", error))?;
    Ok(value)
}

/// A syntax error gets no path: the member in which the parser stops is rarely the one at fault.
fn fault(path: &str, error: serde_json::Error) -> ExchangeError {
    match error.classify() {
        Category::Data => ExchangeError::new(path, Fault::Shape(error)),
        Category::Syntax | Category::Eof | Category::Io => {
            ExchangeError::new("", Fault::Syntax(error))
        }
    }
}
