//! Text inside of XML and HTML.

/// The text with what is markup as references, and what XML 1.0 cannot hold as the sign for a character that is not
/// known.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ if is_impossible(character) => escaped.push(char::REPLACEMENT_CHARACTER),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Whether a character is none of XML 1.0 (production 2, `Char`), or one that it advises against.
fn is_impossible(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t'))
        || matches!(character, '\u{FFFE}' | '\u{FFFF}' | '\u{FDD0}'..='\u{FDEF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_references() {
        assert_eq!(escape("<a b=\"c\">'&amp;'"), "&lt;a b=&quot;c&quot;&gt;&#39;&amp;amp;&#39;");
    }

    #[test]
    fn what_cannot_be_is_a_sign() {
        assert_eq!(escape("a\u{FFFE}b\u{0}c\u{1b}\n"), "a\u{FFFD}b\u{FFFD}c\u{FFFD}\n");
    }
}
