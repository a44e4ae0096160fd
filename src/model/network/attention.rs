//! Local attention: each slot attends to the slots of its own block and of the two adjacent blocks.

use rten_simd::SimdOp;
use rten_tensor::NdTensorView;
use rten_vecmath::Softmax;

use crate::model::network::linear::Kernels;

/// The length of a block, in slots.
pub(super) const BLOCK: usize = 32;
/// The length of a head's vectors.
const HEAD: usize = 32;

/// Writes to each row of `output` what it takes from the rows within its reach. A row of `input` is a query, a key and
/// a value of `width` numbers each; a row of `output` has `width` numbers.
pub(super) fn attend(kernels: &Kernels, input: &[f32], width: usize, output: &mut [f32]) {
    let rows = output.len() / width;
    let mut weights = vec![0.0; BLOCK * 3 * BLOCK];
    let mut taken = [0.0; BLOCK * HEAD];
    for first in (0..rows).step_by(BLOCK) {
        let count = BLOCK.min(rows - first);
        let reach = first.saturating_sub(BLOCK)..(first + 2 * BLOCK).min(rows);
        for head in (0..width).step_by(HEAD) {
            let projections = Projections { input, stride: 3 * width };
            let queries = projections.rows(first, count, head);
            let keys = projections.rows(reach.start, reach.len(), width + head);
            let values = projections.rows(reach.start, reach.len(), 2 * width + head);
            let Some(weights) = weights.get_mut(..count * reach.len()) else { continue };
            let Some(taken) = taken.get_mut(..count * HEAD) else { continue };
            kernels.multiply(queries, keys.transposed(), (HEAD as f32).sqrt().recip(), weights);
            for row in weights.chunks_exact_mut(reach.len()) {
                Softmax::new_mut(row).dispatch();
            }
            let weights = NdTensorView::from_data([count, reach.len()], &*weights);
            kernels.multiply(weights, values, 1.0, taken);
            let outputs = output.chunks_exact_mut(width).skip(first);
            for (to, from) in outputs.zip(taken.chunks_exact(HEAD)) {
                to.get_mut(head..head + HEAD).unwrap_or_default().copy_from_slice(from);
            }
        }
    }
}

/// The queries, keys and values of all rows, side by side.
struct Projections<'a> {
    input: &'a [f32],
    stride: usize,
}

impl<'a> Projections<'a> {
    /// One head's numbers in `count` rows from `first` on; the head begins at `column`.
    fn rows(&self, first: usize, count: usize, column: usize) -> NdTensorView<'a, f32, 2> {
        let data = self.input.get(first * self.stride + column..).unwrap_or_default();
        NdTensorView::from_slice_with_strides([count, HEAD], data, [self.stride, 1])
            .expect("the input has these rows")
    }
}
