//! How sure a quote is: the share of quotes of its sort that are right.

use crate::annotation::quote::Confidence;
use crate::model::cast::Wording;
use crate::model::saying::Evidence;

/// For each evidence the share of quotes with the right words (IoU of at least one half) and source: where the source
/// is a name, a pronoun, a description, and where there is none. Counted on PolNeAR train with
/// `training/calibration.py`; sorts with fewer than twenty quotes are rounded towards one half.
const SHARES: &[(Evidence, [f32; 4])] = &[
    (Evidence::Cue, [0.94, 0.94, 0.74, 0.05]),
    (Evidence::Continued, [0.79, 0.82, 0.6, 0.05]),
    (Evidence::LeadIn, [0.92, 0.8, 0.55, 0.05]),
    (Evidence::Signed, [0.8, 0.6, 0.6, 0.05]),
    (Evidence::Turn, [0.65, 0.5, 0.22, 0.05]),
    (Evidence::CarriedOver, [0.24, 0.16, 0.04, 0.02]),
    (Evidence::Alone, [0.02, 0.02, 0.02, 0.01]),
    (Evidence::MixedClause, [0.75, 0.72, 0.47, 0.05]),
    (Evidence::Clause, [0.79, 0.67, 0.67, 0.05]),
    (Evidence::Phrase, [0.84, 0.6, 0.83, 0.05]),
];

/// The confidence of a quote with this evidence, whose source is worded in this way.
pub fn confidence(evidence: Evidence, wording: Wording) -> Confidence {
    let shares = SHARES.iter().find(|(sort, _)| *sort == evidence).map(|(_, shares)| shares);
    let [named, pronoun, nominal, missing] = shares.copied().unwrap_or_default();
    Confidence::new(match wording {
        Wording::Named => named,
        Wording::Pronoun => pronoun,
        Wording::Nominal => nominal,
        Wording::Missing => missing,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_beside_a_cue_is_surer_than_what_carries_over() {
        let beside = confidence(Evidence::Cue, Wording::Named);
        assert!(beside > confidence(Evidence::CarriedOver, Wording::Named));
    }
}
