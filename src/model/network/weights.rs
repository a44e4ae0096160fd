//! The weights from bytes: parsing and checking.
//!
//! A file of weights is in the safetensors format. Whoever builds a part of the network asks for its tensors by name
//! and with the shape that it needs, so that a file that does not fit is refused before it is used.

use std::error::Error;
use std::fmt;

use safetensors::tensor::{Dtype, TensorView};
use safetensors::{SafeTensorError, SafeTensors};

/// A file of weights, read in place.
#[derive(Debug)]
pub struct Weights<'a> {
    tensors: SafeTensors<'a>,
}

/// Why a file of weights cannot be used.
#[derive(Debug)]
pub enum WeightsError {
    /// It is not in the format.
    Format(SafeTensorError),
    /// A tensor is not there.
    Missing(String),
    /// A tensor has another type or shape.
    Shape(String, String),
}

impl fmt::Display for WeightsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(_) => f.write_str("the weights are damaged"),
            Self::Missing(name) => write!(f, "the weights have no “{name}”"),
            Self::Shape(name, found) => {
                write!(f, "“{name}” of the weights does not fit: it is {found}")
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
    /// Reads a file.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, WeightsError> {
        Ok(Self { tensors: SafeTensors::deserialize(bytes).map_err(WeightsError::Format)? })
    }

    /// Whether there is a tensor of that name.
    pub fn has(&self, name: &str) -> bool {
        self.tensors.tensor(name).is_ok()
    }

    /// Numbers of 32 bits in a row.
    pub fn floats(&self, name: &str) -> Result<Vec<f32>, WeightsError> {
        let tensor = self.tensor(name, Dtype::F32)?;
        let (numbers, _) = tensor.data().as_chunks::<4>();
        Ok(numbers.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
    }

    /// Numbers of 32 bits, `rows` times `columns`; those of 8 bits are brought to it.
    pub fn matrix(
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

    /// Numbers of 8 bits, each times the scale of its column.
    fn scaled(&self, name: &str, columns: usize) -> Result<Vec<f32>, WeightsError> {
        let (bytes, _) = self.bytes(name)?;
        let scales = self.scales(name, columns)?;
        let rows = bytes.chunks_exact(columns.max(1));
        Ok(rows
            .flat_map(|row| row.iter().zip(&scales).map(|(&byte, scale)| f32::from(byte) * scale))
            .collect())
    }

    /// What a step of a tensor's whole numbers stands for: `NAME.scale`.
    pub fn scales(&self, name: &str, count: usize) -> Result<Vec<f32>, WeightsError> {
        self.matrix(&format!("{name}.scale"), 1, count)
    }

    /// Numbers of 8 bits with a sign, and how many rows and columns they have.
    pub fn bytes(&self, name: &str) -> Result<(Vec<i8>, [usize; 2]), WeightsError> {
        let tensor = self.tensor(name, Dtype::I8)?;
        let [rows, columns] = tensor.shape() else { return Err(self.misfit(name)) };
        Ok((tensor.data().iter().map(|byte| byte.cast_signed()).collect(), [*rows, *columns]))
    }

    /// Bytes as they are, and how many rows and columns they have.
    pub fn packed(&self, name: &str) -> Result<(&'a [u8], [usize; 2]), WeightsError> {
        let tensor = self.tensor(name, Dtype::U8)?;
        let [rows, columns] = tensor.shape() else { return Err(self.misfit(name)) };
        Ok((tensor.data(), [*rows, *columns]))
    }

    /// That a tensor has another shape than is needed.
    pub fn misfit(&self, name: &str) -> WeightsError {
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
