//! From JSON to an object of any shape, with the place of the first fault.

use serde::de::DeserializeOwned;
use serde_json::Deserializer;
use serde_json::error::Category;

use crate::formats::json::fault::{ExchangeError, Fault};

/// Parses a text that is one object.
pub(crate) fn parse<T: DeserializeOwned>(json: &str) -> Result<T, ExchangeError> {
    // serde would take an array for the members of a struct
    if json.trim_start().starts_with('[') {
        return Err(ExchangeError::new("", Fault::NotAnObject));
    }
    let mut deserializer = Deserializer::from_str(json);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        // serde writes the path of the whole as a dot
        let path = error.path().to_string();
        fault(path.trim_start_matches('.'), error.into_inner())
    })?;
    deserializer.end().map_err(|error| fault("", error))?;
    Ok(value)
}

/// Text that is not JSON breaks off in the middle of a member, which is not to blame.
fn fault(path: &str, error: serde_json::Error) -> ExchangeError {
    match error.classify() {
        Category::Data => ExchangeError::new(path, Fault::Shape(error)),
        Category::Syntax | Category::Eof | Category::Io => {
            ExchangeError::new("", Fault::Syntax(error))
        }
    }
}
