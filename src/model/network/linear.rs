//! Layers that multiply by a matrix.
//!
//! [`Linear`] has seven-bit weights with a scale for each column, and rounds its input to eight bits row by row. With
//! seven bits, sums cannot overflow on processors that lack a dot product for bytes, so results are the same
//! everywhere. [`Dense`] is for small layers and calculates with 32-bit floats.

use std::fmt;

use rten_gemm::{BiasVector, GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::SimdOp;
use rten_tensor::{Matrix, NdTensorView};
use rten_vecmath::MinMax;

use crate::model::network::weights::{Weights, WeightsError};

/// Why a multiplication cannot fail.
const FIT: &str = "the shapes of checked weights fit";

/// Steps from the minimum to the maximum of a row: one fewer than a byte has, since the zero is rounded.
const STEPS: f32 = 254.0;
/// 1.5 times 2^23. Adding a number to it rounds the number to an integer, which is then in the lowest bits.
const ROUND: f32 = 12_582_912.0;

/// The matrix multiplications that suit this processor.
pub(crate) struct Kernels {
    /// For bytes.
    pub bytes: GemmExecutor<u8, i8, i32>,
    /// For 32-bit floats.
    pub floats: GemmExecutor,
}

impl Kernels {
    /// Detects what the processor supports.
    pub(crate) fn new() -> Self {
        Self { bytes: GemmExecutor::new(), floats: GemmExecutor::new() }
    }

    /// Writes `a` times `b` times `scale` to `out`.
    ///
    /// # Panics
    ///
    /// If the shapes do not fit.
    pub(crate) fn multiply(&self, a: Matrix<'_>, b: Matrix<'_>, scale: f32, out: &mut [f32]) {
        let options = GemmOptions { alpha: scale, ..GemmOptions::default() };
        let inputs = (GemmInputA::Unpacked(a), GemmInputB::Unpacked(b));
        self.floats.gemm(out, inputs.0, inputs.1, options).expect(FIT);
    }
}

/// A layer with seven-bit weights.
pub(super) struct Linear {
    weights: PackedBMatrix<i8>,
    columns: Vec<Column>,
    bias: Vec<f32>,
}

/// A column of weights.
#[derive(Clone, Copy, Debug)]
struct Column {
    /// The value of a weight of 1.
    scale: f32,
    /// The sum of its weights, needed to subtract the zero of a row's bytes. (rten-gemm 0.27 has an option for this,
    /// but it applies the zeros of the first rows to all rows.)
    sum: f32,
}

fn columns(scales: &[f32], bytes: &[i8]) -> Vec<Column> {
    let mut sums = vec![0_i32; scales.len()];
    for row in bytes.chunks_exact(scales.len()) {
        for (sum, byte) in sums.iter_mut().zip(row) {
            *sum += i32::from(*byte);
        }
    }
    scales.iter().zip(sums).map(|(&scale, sum)| Column { scale, sum: sum as f32 }).collect()
}

/// Intermediate results of a multiplication, reused by the next one.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    bytes: Vec<u8>,
    /// For each row, the value of a step of its bytes, and the byte that means zero.
    steps: Vec<(f32, f32)>,
    sums: Vec<i32>,
}

impl Linear {
    /// Takes `NAME.weight`, `inputs` by outputs, with its scales, and `NAME.bias`.
    pub(super) fn read(
        weights: &Weights<'_>,
        kernels: &Kernels,
        name: &str,
        inputs: usize,
    ) -> Result<Self, WeightsError> {
        let matrix = format!("{name}.weight");
        let (bytes, [rows, outputs]) = weights.bytes(&matrix)?;
        if rows != inputs {
            return Err(weights.misfit(&matrix));
        }
        let view = NdTensorView::from_data([rows, outputs], bytes.as_slice());
        Ok(Self {
            weights: kernels.bytes.prepack_b(view),
            columns: columns(&weights.scales(&matrix, outputs)?, &bytes),
            bias: weights.matrix(&format!("{name}.bias"), 1, outputs)?,
        })
    }

    /// The length of an output row.
    pub(super) fn outputs(&self) -> usize {
        self.bias.len()
    }

    /// Writes the outputs of all rows of `input`, one after the other.
    ///
    /// # Panics
    ///
    /// If a shape does not fit, which reading the weights has ruled out.
    pub(super) fn apply(
        &self,
        kernels: &Kernels,
        input: &[f32],
        scratch: &mut Scratch,
        output: &mut [f32],
    ) {
        let inputs = self.weights.rows();
        let rows = input.len() / inputs;
        scratch.quantize(input, inputs);
        scratch.sums.resize(rows * self.outputs(), 0);
        let bytes = NdTensorView::from_data([rows, inputs], scratch.bytes.as_slice());
        let inputs = (GemmInputA::Unpacked(bytes), GemmInputB::Packed(&self.weights));
        let options = GemmOptions::default();
        kernels.bytes.gemm(&mut scratch.sums, inputs.0, inputs.1, options).expect(FIT);
        let sums = scratch.sums.chunks_exact(self.outputs());
        let rows = output.chunks_exact_mut(self.outputs()).zip(sums);
        for ((row, sums), (step, zero)) in rows.zip(&scratch.steps) {
            let columns = self.columns.iter().zip(&self.bias);
            for ((to, sum), (column, bias)) in row.iter_mut().zip(sums).zip(columns) {
                *to = (*sum as f32 - zero * column.sum) * (step * column.scale) + bias;
            }
        }
    }
}

impl Scratch {
    /// Rounds rows of numbers to bytes, each row with its own step and zero.
    fn quantize(&mut self, input: &[f32], width: usize) {
        self.bytes.clear();
        self.steps.clear();
        for row in input.chunks_exact(width) {
            let (least, most) = MinMax::new(row).dispatch();
            let (least, most) = (least.min(0.0), most.max(0.0));
            let step = ((most - least) / STEPS).max(f32::MIN_POSITIVE);
            let zero = rounded_byte(ROUND - least / step);
            let shift = ROUND + f32::from(zero);
            let per_step = step.recip();
            self.bytes.extend(row.iter().map(|number| rounded_byte(number * per_step + shift)));
            self.steps.push((step, f32::from(zero)));
        }
    }
}

/// The last byte of a number near [`ROUND`]: what was added to it, rounded to an integer.
#[expect(clippy::cast_possible_truncation, reason = "the other bits are those of ROUND")]
fn rounded_byte(number: f32) -> u8 {
    number.to_bits() as u8
}

/// A small layer with 32-bit weights.
#[derive(Debug)]
pub(super) struct Dense {
    weights: Vec<f32>,
    bias: Vec<f32>,
    inputs: usize,
}

impl Dense {
    /// Takes `NAME.weight`, `inputs` by `outputs`, and `NAME.bias`.
    pub(super) fn read(
        weights: &Weights<'_>,
        name: &str,
        [inputs, outputs]: [usize; 2],
    ) -> Result<Self, WeightsError> {
        let bias = weights.matrix(&format!("{name}.bias"), 1, outputs)?;
        let matrix = weights.matrix(&format!("{name}.weight"), inputs, outputs)?;
        Ok(Self { weights: matrix, bias, inputs })
    }

    /// The outputs of all rows of `input`, one after the other.
    ///
    /// # Panics
    ///
    /// If a shape does not fit, which reading the weights has ruled out.
    pub(super) fn apply(&self, kernels: &Kernels, input: &[f32]) -> Vec<f32> {
        let rows = input.len() / self.inputs;
        let mut output = vec![0.0; rows * self.bias.len()];
        let a = NdTensorView::from_data([rows, self.inputs], input);
        let b = NdTensorView::from_data([self.inputs, self.bias.len()], self.weights.as_slice());
        let options =
            GemmOptions { bias: Some(BiasVector::Row(&self.bias)), ..GemmOptions::default() };
        let inputs = (GemmInputA::Unpacked(a), GemmInputB::Unpacked(b));
        kernels.floats.gemm(&mut output, inputs.0, inputs.1, options).expect(FIT);
        output
    }
}

impl Default for Kernels {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Kernels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = [self.bytes.kernel_name(), self.floats.kernel_name()];
        f.debug_tuple("Kernels").field(&names).finish()
    }
}

impl fmt::Debug for Linear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shape = [self.weights.rows(), self.outputs()];
        f.debug_struct("Linear").field("shape", &shape).finish_non_exhaustive()
    }
}
