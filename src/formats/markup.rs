//! Escapes text for XML and HTML.

/// Escapes markup as references, and replaces characters that XML 1.0 cannot contain.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ if is_forbidden(character) => escaped.push(char::REPLACEMENT_CHARACTER),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Whether XML 1.0 forbids a character (production 2, `Char`) or advises against it.
fn is_forbidden(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t'))
        || matches!(character, '\u{FFFE}' | '\u{FFFF}' | '\u{FDD0}'..='\u{FDEF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escape(text), expected);
    }

    #[test]
    fn markup_becomes_references() {
        check("<a b=\"c\">'&amp;'", "&lt;a b=&quot;c&quot;&gt;&#39;&amp;amp;&#39;");
    }

    #[test]
    fn what_xml_forbids_is_replaced() {
        check("a\u{FFFE}b\u{0}c\u{1b}\u{FDD0}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}");
    }

    #[test]
    fn tabs_and_line_ends_stay() {
        check("a\tb\nc", "a\tb\nc");
    }
}
