//! The first thing that the status line says of a text: what cleaning removed, and how the text is shown.

use crate::annotation::document::Document;
use crate::text::article::Article;

/// What the reader should know about the text, if anything.
pub fn first(document: &Document) -> Option<String> {
    let article = document.article();
    let turned = article
        .holds_right_to_left()
        .then(|| "right-to-left text is shown left to right".to_owned());
    let notices: Vec<String> = removed(article).into_iter().chain(turned).collect();
    (!notices.is_empty()).then(|| notices.join(" · "))
}

fn removed(article: &Article) -> Option<String> {
    let counts = [(article.hidden(), "hidden character"), (article.leftovers(), "page leftover")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = counts.map(|(count, what)| counted(count, what)).collect();
    (!parts.is_empty()).then(|| format!("{} removed", parts.join(" and ")))
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let document = Document::unread(Article::parse(text).unwrap());
        assert_eq!(first(&document).as_deref(), expected);
    }

    #[test]
    fn ordinary_text_needs_no_notice() {
        check("“It rains,” Zoë said: Лавров, 日本, ❤\u{FE0F}.", None);
    }

    #[test]
    fn hidden_characters_are_counted() {
        check("It\u{200B} rains.", Some("1 hidden character removed"));
        check("It\u{200B} rains\u{202E}.", Some("2 hidden characters removed"));
    }

    #[test]
    fn leftovers_of_a_page_are_counted() {
        check("It rains.\n\nRead more", Some("1 page leftover removed"));
        check(
            "Advertisement\n\nIt\u{200B} rains.\n\nRead more",
            Some("1 hidden character and 2 page leftovers removed"),
        );
    }

    #[test]
    fn right_to_left_text_is_announced() {
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
    fn notices_are_joined() {
        check(
            "שלום\u{200F}",
            Some("1 hidden character removed · right-to-left text is shown left to right"),
        );
    }
}
