//! Attention within reach: each token looks at the tokens of its block and of the blocks beside it.

use rten_simd::SimdOp;
use rten_tensor::NdTensorView;
use rten_vecmath::Softmax;

use crate::model::network::linear::Kernels;

/// Tokens of a block.
pub const BLOCK: usize = 32;
/// Numbers of a head's vectors.
const HEAD: usize = 32;

/// What each row takes from the rows within its reach: `input` holds the query, key and value of each row, `width`
/// numbers each; `output` has room for `width` numbers a row.
pub fn attend(kernels: &Kernels, input: &[f32], width: usize, output: &mut [f32]) {
    let rows = output.len() / width;
    let mut weights = vec![0.0; BLOCK * 3 * BLOCK];
    let mut taken = [0.0; BLOCK * HEAD];
    for first in (0..rows).step_by(BLOCK) {
        let count = BLOCK.min(rows - first);
        let reach = first.saturating_sub(BLOCK)..(first + 2 * BLOCK).min(rows);
        for head in (0..width).step_by(HEAD) {
            let part = Projections { input, stride: 3 * width };
            let queries = part.rows(first, count, head);
            let keys = part.rows(reach.start, reach.len(), width + head);
            let values = part.rows(reach.start, reach.len(), 2 * width + head);
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

/// Queries, keys and values side by side.
struct Projections<'a> {
    input: &'a [f32],
    stride: usize,
}

impl<'a> Projections<'a> {
    /// `count` rows from `first` on, of each the numbers of one head from `column` on.
    fn rows(&self, first: usize, count: usize, column: usize) -> NdTensorView<'a, f32, 2> {
        let data = self.input.get(first * self.stride + column..).unwrap_or_default();
        NdTensorView::from_slice_with_strides([count, HEAD], data, [self.stride, 1])
            .expect("the rows are there")
    }
}
