//! Prints figures as tables, in the layout of the reference scorer.

use std::fmt::Write;

use crate::scoring::entities::{self, EntityScore};
use crate::scoring::quotes::{KINDS, LEAST_OVERLAP, QuoteScore};
use crate::scoring::tally::{Rate, Tally};

/// The tables for quotes.
pub fn of_quotes(score: &QuoteScore) -> String {
    let kinds = ["all", KINDS[0], KINDS[1], KINDS[2]];
    let mut out = format!("{} articles\n", score.articles);
    table(&mut out, "words", &["content", "cue", "source"], &score.words);
    table(&mut out, "quotes, same words", &kinds, &score.exact);
    table(&mut out, &format!("quotes, IoU of words >= {LEAST_OVERLAP}"), &kinds, &score.overlap);
    table(&mut out, "quote and source", &kinds, &score.attributed);
    rates(&mut out, "source, given the quote", &kinds, &score.source);
    rates(&mut out, "kind, given the quote", &kinds, &score.kind);
    if score.end_to_end.of > 0 {
        let names = ["same_name", "same_surname", "end_to_end_recall"];
        let speakers = [score.same_name, score.same_surname, score.end_to_end];
        rates(&mut out, "speaker's name", &names, &speakers);
    }
    out
}

/// The tables for entities.
pub fn of_entities(score: &EntityScore) -> String {
    let mut out = format!("{} texts\n", score.articles);
    table(&mut out, "same span and type", &entities::ROWS, &score.exact);
    table(&mut out, "span overlaps, same type", &entities::ROWS, &score.overlap);
    table(&mut out, "same span, any of these types", &["all"], &[score.untyped]);
    out
}

fn table(out: &mut String, title: &str, names: &[&str], tallies: &[Tally]) {
    let head = ["P", "R", "F1"].map(|name| format!("{name:>7}")).concat();
    let counts = ["right", "pred", "gold"].map(|name| format!("{name:>8}")).concat();
    let mut line = format!("\n{title:<34}{head}{counts}\n");
    for (name, tally) in names.iter().zip(tallies) {
        let shares = [tally.precision(), tally.recall(), tally.f1()].map(percent).concat();
        let counts = [tally.found, tally.predicted, tally.gold].map(|n| format!("{n:>8}")).concat();
        let _ = writeln!(line, "  {name:<32}{shares}{counts}");
    }
    out.push_str(&line);
}

fn rates(out: &mut String, title: &str, names: &[&str], rates: &[Rate]) {
    let mut line = format!("\n{title:<34}{:>14}{:>7}{:>8}{:>8}\n", "", "acc", "right", "of");
    for (name, rate) in names.iter().zip(rates) {
        let share = percent(rate.share());
        let _ = writeln!(line, "  {name:<46}{share}{:>8}{:>8}", rate.right, rate.of);
    }
    out.push_str(&line);
}

fn percent(share: f64) -> String {
    format!("{:>6.1}%", share * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tables: &str, expected: &[&str]) {
        let lines: Vec<&str> = tables.lines().collect();
        for line in expected {
            assert!(lines.contains(line), "{line:?} is not in\n{tables}");
        }
    }

    #[test]
    fn quotes_have_figures_by_part_and_by_kind() {
        let mut score = QuoteScore { articles: 2, ..QuoteScore::default() };
        score.words[1].add(1, 2, 4);
        score.overlap[3] = Tally { right: 2, predicted: 4, found: 3, gold: 3 };
        score.kind[0] = Rate { right: 1, of: 3 };
        check(
            &of_quotes(&score),
            &[
                "2 articles",
                "words                                   P      R     F1   right    pred    gold",
                "  cue                               50.0%  25.0%  33.3%       1       2       4",
                "quotes, IoU of words >= 0.5             P      R     F1   right    pred    gold",
                "  indirect                          50.0% 100.0%  66.7%       3       4       3",
                "kind, given the quote                               acc   right      of",
                "  all                                             33.3%       1       3",
            ],
        );
    }

    #[test]
    fn speakers_are_shown_only_if_gold_has_some() {
        let mut score = QuoteScore::default();
        assert!(!of_quotes(&score).contains("end_to_end"));
        score.end_to_end = Rate { right: 1, of: 2 };
        check(
            &of_quotes(&score),
            &["  end_to_end_recall                               50.0%       1       2"],
        );
    }

    #[test]
    fn entities_have_figures_by_kind() {
        let mut score = EntityScore { articles: 3, ..EntityScore::default() };
        score.exact[2].add(1, 1, 2);
        score.untyped.add(1, 4, 4);
        check(
            &of_entities(&score),
            &[
                "3 texts",
                "same span and type                      P      R     F1   right    pred    gold",
                "  organization                     100.0%  50.0%  66.7%       1       1       2",
                "  all                               25.0%  25.0%  25.0%       1       4       4",
            ],
        );
    }
}
