//! File names made of article ids.

use crate::text::clean::clean_line;

/// Bytes of the longest name without its extension; file systems allow 255 with it.
const LONGEST: usize = 200;
/// Characters that some file system does not allow in a name.
const SPECIAL: &[char] = &['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

/// Makes an article's name safe as a file name: no folders, not hidden, no control characters.
pub(crate) fn of(id: &str) -> String {
    let clean = clean_line(id).replace(SPECIAL, "_");
    let name = clean.trim().trim_end_matches('.').trim_end();
    let visible = name.trim_start_matches('.');
    let dots = "_".repeat(usize::from(visible.len() < name.len()));
    let mut name = format!("{dots}{visible}");
    while name.len() > LONGEST {
        name.pop();
    }
    if name.is_empty() { "article".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(id: &str, expected: &str) {
        assert_eq!(of(id), expected);
    }

    #[test]
    fn a_name_stays_what_it_is() {
        check("wire_2016-03-11_a b.c", "wire_2016-03-11_a b.c");
        check("Zoë", "Zoë");
    }

    #[test]
    fn a_name_leads_nowhere_else() {
        check("../../etc/passwd", "__.._etc_passwd");
        check("/etc/passwd", "_etc_passwd");
        check("C:\\x", "C__x");
        check("..", "article");
        check(".profile", "_profile");
        check(" a. ", "a");
        check("a .", "a");
    }

    #[test]
    fn a_name_holds_no_control() {
        check("a\u{1b}[2J\nb\u{202e}\0", "a␛[2J b␀");
    }

    #[test]
    fn a_name_is_neither_empty_nor_too_long() {
        check(" ", "article");
        check("", "article");
        let longest = "a".repeat(LONGEST);
        check(&longest, &longest);
        check(&format!("{longest}a"), &longest);
        assert_eq!(of(&"ë".repeat(300)).len(), LONGEST);
    }
}
