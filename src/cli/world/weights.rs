//! The model, with the embedded weights or those of a file.

use std::fs;
use std::path::Path;

use crate::cli::error::Error;
use crate::model::Model;

/// Loads the model.
pub(crate) fn load(weights: Option<&Path>) -> Result<Model, Error> {
    let Some(path) = weights else { return Ok(Model::embedded()) };
    let name = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| Error::Read(name.clone(), error))?;
    Model::with_weights(&bytes).map_err(|error| Error::Weights(name, error))
}
