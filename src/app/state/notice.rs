//! What the status line says of a text before anything else: what was taken out of it, and how it is shown.

use crate::annotation::document::Document;

/// What to tell of the text; mostly nothing.
pub fn first(document: &Document) -> Option<String> {
    let article = document.article();
    let hidden = match article.hidden() {
        0 => None,
        1 => Some("1 hidden character taken out".to_owned()),
        hidden => Some(format!("{hidden} hidden characters taken out")),
    };
    let turned = article
        .holds_right_to_left()
        .then(|| "right-to-left text is shown left to right".to_owned());
    let notices: Vec<String> = hidden.into_iter().chain(turned).collect();
    (!notices.is_empty()).then(|| notices.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::article::Article;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let document = Document::unread(Article::parse(text).unwrap());
        assert_eq!(first(&document).as_deref(), expected);
    }

    #[test]
    fn of_ordinary_text_nothing_is_said() {
        check("“It rains,” Zoë said: Лавров, 日本, ❤\u{FE0F}.", None);
    }

    #[test]
    fn what_was_taken_out_is_counted() {
        check("It\u{200B} rains.", Some("1 hidden character taken out"));
        check("It\u{200B} rains\u{202E}.", Some("2 hidden characters taken out"));
    }

    #[test]
    fn text_that_runs_to_the_left_is_told() {
        let expected = Some("right-to-left text is shown left to right");
        check("“שלום,” she said.", expected);
        check("قال الوزير", expected);
        check("ܫܠܡܐ", expected);
        check("ދިވެހި", expected);
        check("ߒߞߏ", expected);
        check("\u{1E900}", expected);
    }

    #[test]
    fn digits_and_signs_have_no_direction() {
        check("It cost ٣ dinars ﴾.", None);
        check("5 ₪", None);
    }

    #[test]
    fn both_are_told_together() {
        check(
            "שלום\u{200F}",
            Some("1 hidden character taken out · right-to-left text is shown left to right"),
        );
    }
}
