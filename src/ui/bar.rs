//! Bars, in eighths of a column, and the columns of a strip.

/// Bars by eighths of a column.
const EIGHTHS: [char; 8] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
/// Columns by eighths of their height.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// A column of paraphrased words.
pub(super) const LIGHT: char = '░';

/// A bar for `number` where `most` fills all `columns`; it has an eighth at least.
pub(super) fn solid(number: usize, most: usize, columns: usize) -> String {
    eighths_of((number * columns * 8).div_ceil(most.max(1)).max(1))
}

fn eighths_of(eighths: usize) -> String {
    let mut bar = "█".repeat(eighths / 8);
    bar.extend((eighths % 8).checked_sub(1).and_then(|part| EIGHTHS.get(part)));
    bar
}

/// The two parts of a bar: a solid one in eighths, then a light one in whole columns.
///
/// The light part ends where their sum ends, so that bars can be compared by length. Each part shows at least a little
/// unless its number is 0.
pub(super) fn split(solid: usize, light: usize, most: usize, columns: usize) -> (String, String) {
    let most = most.max(1);
    let scaled = |number: usize, unit: usize| (number * columns * unit * 2 + most) / (most * 2);
    let least = usize::from(light > 0);
    let eighths =
        scaled(solid, 8).max(usize::from(solid > 0)).min(columns.saturating_sub(least) * 8);
    let filled = eighths.div_ceil(8);
    let end = scaled(solid + light, 1).min(columns);
    let light = if light > 0 { end.saturating_sub(filled).max(1) } else { 0 };
    (eighths_of(eighths), LIGHT.to_string().repeat(light))
}

/// A column of a strip: `number` in eighths of its height, which is `most`.
pub(super) fn height(number: usize, most: usize) -> char {
    let eighths = (number * 8).div_ceil(most.max(1));
    eighths.checked_sub(1).and_then(|part| HEIGHTS.get(part.min(7))).copied().unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(parts: (usize, usize), most: usize, expected: &str) {
        let (solid, light) = split(parts.0, parts.1, most, 8);
        assert_eq!(format!("{solid}{light}"), expected);
    }

    #[test]
    fn a_bar_has_both_its_parts() {
        check((40, 40), 80, "████░░░░");
        check((80, 0), 80, "████████");
        check((0, 80), 80, "░░░░░░░░");
        check((0, 0), 80, "");
    }

    #[test]
    fn the_solid_part_has_eighths_and_the_light_part_ends_where_both_do() {
        check((25, 15), 80, "██▌░");
        check((25, 40), 80, "██▌░░░░");
    }

    #[test]
    fn a_part_that_is_not_zero_shows() {
        check((1, 1), 8000, "▏░");
        check((79, 1), 80, "███████░");
        check((1, 0), 0, "████████");
    }

    #[test]
    fn numbers_are_rounded_to_the_nearest_eighth_and_column() {
        check((3, 0), 160, "▏");
        check((4, 0), 160, "▎");
        check((0, 29), 160, "░");
        check((0, 30), 160, "░░");
    }

    #[test]
    fn a_bar_without_a_light_part_is_filled_by_the_most() {
        let bars = [(80, 80), (40, 80), (1, 80), (11, 80), (0, 0)];
        let bars = bars.map(|(number, most)| solid(number, most, 8));
        assert_eq!(bars, ["████████", "████", "▏", "█▏", "▏"]);
    }

    #[test]
    fn a_column_has_eighths_of_its_height() {
        let heights = [0, 1, 10, 11, 40, 79, 80, 81].map(|words| height(words, 80));
        assert_eq!(heights, [' ', '▁', '▁', '▂', '▄', '█', '█', '█']);
        assert_eq!(height(0, 0), ' ');
    }
}
