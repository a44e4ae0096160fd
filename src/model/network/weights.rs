//! The file of weights, in the safetensors format.
//!
//! Each part of the network asks for its tensors by name and shape, so a file that does not fit is rejected when it is
//! read.

use std::error::Error;
use std::fmt;

use safetensors::tensor::{Dtype, TensorView};
use safetensors::{SafeTensorError, SafeTensors};

/// A file of weights, used in place.
#[derive(Debug)]
pub(crate) struct Weights<'a> {
    tensors: SafeTensors<'a>,
}

/// Why a file of weights cannot be used.
#[derive(Debug)]
pub enum WeightsError {
    /// It is not a safetensors file.
    Format(SafeTensorError),
    /// It lacks this tensor.
    Missing(String),
    /// This tensor has the wrong type or shape, described by the second string.
    Shape(String, String),
}

impl fmt::Display for WeightsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(_) => f.write_str("the weights are damaged"),
            Self::Missing(name) => write!(f, "the weights have no “{name}”"),
            Self::Shape(name, found) => {
                write!(f, "the weights have a “{name}” that does not fit: it is {found}")
            }
        }
    }
}

impl Error for WeightsError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Format(error) => Some(error),
            Self::Missing(_) | Self::Shape(..) => None,
        }
    }
}

impl<'a> Weights<'a> {
    /// Reads the directory of a file.
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self, WeightsError> {
        Ok(Self { tensors: SafeTensors::deserialize(bytes).map_err(WeightsError::Format)? })
    }

    /// Whether the file has a tensor.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.tensors.tensor(name).is_ok()
    }

    /// A tensor of 32-bit floats.
    pub(crate) fn floats(&self, name: &str) -> Result<Vec<f32>, WeightsError> {
        let tensor = self.tensor(name, Dtype::F32)?;
        let (numbers, _) = tensor.data().as_chunks::<4>();
        Ok(numbers.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
    }

    /// A matrix as 32-bit floats; one of 8-bit integers is scaled.
    pub(crate) fn matrix(
        &self,
        name: &str,
        rows: usize,
        columns: usize,
    ) -> Result<Vec<f32>, WeightsError> {
        let numbers = match self.tensors.tensor(name).map(|tensor| tensor.dtype()) {
            Ok(Dtype::I8) => self.scaled(name, columns)?,
            _ => self.floats(name)?,
        };
        if numbers.len() == rows * columns { Ok(numbers) } else { Err(self.misfit(name)) }
    }

    /// 8-bit integers, each times the scale of its column.
    fn scaled(&self, name: &str, columns: usize) -> Result<Vec<f32>, WeightsError> {
        let (bytes, _) = self.bytes(name)?;
        let scales = self.scales(name, columns)?;
        let rows = bytes.chunks_exact(columns.max(1));
        Ok(rows
            .flat_map(|row| row.iter().zip(&scales).map(|(&byte, scale)| f32::from(byte) * scale))
            .collect())
    }

    /// The value of a step of a tensor's integers: `NAME.scale`.
    pub(crate) fn scales(&self, name: &str, count: usize) -> Result<Vec<f32>, WeightsError> {
        self.matrix(&format!("{name}.scale"), 1, count)
    }

    /// A matrix of signed 8-bit integers, and its numbers of rows and columns.
    pub(crate) fn bytes(&self, name: &str) -> Result<(Vec<i8>, [usize; 2]), WeightsError> {
        let tensor = self.tensor(name, Dtype::I8)?;
        let [rows, columns] = tensor.shape() else { return Err(self.misfit(name)) };
        Ok((tensor.data().iter().map(|byte| byte.cast_signed()).collect(), [*rows, *columns]))
    }

    /// A matrix of bytes, and its numbers of rows and columns.
    pub(crate) fn packed(&self, name: &str) -> Result<(&'a [u8], [usize; 2]), WeightsError> {
        let tensor = self.tensor(name, Dtype::U8)?;
        let [rows, columns] = tensor.shape() else { return Err(self.misfit(name)) };
        Ok((tensor.data(), [*rows, *columns]))
    }

    /// The error for a tensor with the wrong type or shape.
    pub(crate) fn misfit(&self, name: &str) -> WeightsError {
        let found = self.tensors.tensor(name).map_or_else(
            |_| "missing".to_owned(),
            |tensor| format!("{:?} of shape {:?}", tensor.dtype(), tensor.shape()),
        );
        WeightsError::Shape(name.to_owned(), found)
    }

    fn tensor(&self, name: &str, dtype: Dtype) -> Result<TensorView<'a>, WeightsError> {
        let missing = |_| WeightsError::Missing(name.to_owned());
        let tensor = self.tensors.tensor(name).map_err(missing)?;
        if tensor.dtype() == dtype { Ok(tensor) } else { Err(self.misfit(name)) }
    }
}
