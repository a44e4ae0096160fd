//! Short forms that the article explains: `Alliance to Reclaim Our Schools (AROS)`.

use std::ops::Range;

use crate::text::reading::Reading;
use crate::text::token::TokenKind;

/// How many letters a short form has.
const LETTERS: Range<usize> = 2..9;
/// The most small words between two capitals of a long form: `Friends of the Earth`.
const SMALL_BETWEEN: usize = 2;

/// The tokens of all long forms that are followed by a short form in brackets, in text order.
pub(crate) fn explained(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let brackets = (1..reading.tokens.len()).filter(|&at| reading.word(at) == "(");
    brackets.filter_map(|at| long_form(reading, at)).collect()
}

/// The words before a bracket whose initials are the letters inside it.
fn long_form(reading: &Reading<'_>, bracket: usize) -> Option<Range<usize>> {
    let short = reading.word(bracket + 1);
    let letters = short.chars().all(char::is_uppercase) && LETTERS.contains(&short.len());
    if !letters || reading.word(bracket + 2) != ")" {
        return None;
    }
    let sentence = reading.sentence(bracket);
    let (mut start, mut small) = (bracket, 0);
    for letter in short.chars().rev() {
        loop {
            start = start.checked_sub(1).filter(|&at| at >= sentence.start)?;
            if reading.kind(start) != TokenKind::Word {
                return None;
            }
            if reading.word(start).starts_with(letter) {
                small = 0;
                break;
            }
            small += 1;
            if reading.is_capitalized(start) || small > SMALL_BETWEEN {
                return None;
            }
        }
    }
    (start + 1 < bracket).then_some(start..bracket)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::article::Article;
    use crate::text::sentence::split_sentences;
    use crate::text::token::tokenize;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::parse(text).unwrap();
        let tokens = tokenize(article.text());
        let sentences = split_sentences(article.text(), &tokens);
        let reading = Reading::new(&article, &tokens, &sentences);
        let found: Vec<&str> =
            explained(&reading).into_iter().map(|long| reading.words(long)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn capitals_before_a_bracket_explain_it() {
        check("It was the Ely Water Board (EWB) that paid.", &["Ely Water Board"]);
        check("The Friends of the Earth (FE) paid.", &["Friends of the Earth"]);
    }

    #[test]
    fn other_words_in_brackets_explain_nothing() {
        check("Ann Lee (D-Ohio) and the Ely Water Board (in Ely) paid.", &[]);
        check("Ann Lee (CEO) paid.", &[]);
    }
}
