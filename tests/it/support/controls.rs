//! Finds what a terminal might obey in what the program writes; the fuzz targets use it too.

/// The first character of a text that controls a terminal, or that hides or reorders what is shown.
pub(crate) fn stray(text: &str) -> Option<char> {
    text.chars().find(|&c| c != '\n' && (c.is_control() || hides(c)))
}

/// The first part of a terminal's input that the program has no reason to send.
pub(crate) fn foreign(bytes: &[u8]) -> Option<String> {
    let Ok(stream) = std::str::from_utf8(bytes) else { return Some("not UTF-8".to_owned()) };
    let mut parts = stream.split('\u{1b}');
    if let Some(stray) = parts.next().and_then(stray) {
        return Some(format!("{stray:?}"));
    }
    parts.find_map(|part| {
        let shown = sequence(part);
        let stray = shown.and_then(|shown| shown.chars().find(|&c| c.is_control() || hides(c)));
        (shown.is_none() || stray.is_some()).then(|| format!("ESC {part:?}"))
    })
}

/// The text after one of the program's own sequences; none for any other sequence.
fn sequence(part: &str) -> Option<&str> {
    // the end of a title or of a clipboard's words
    if let Some(shown) = part.strip_prefix('\\') {
        return Some(shown);
    }
    // the title, and the question for the background; each is followed by its end, a sequence of its own
    if part.starts_with("]2;whosaid ") || part == "]11;?" {
        return Some("");
    }
    // the clipboard, in Base64
    if let Some(words) = part.strip_prefix("]52;c;") {
        let is_word = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c);
        return words.chars().all(is_word).then_some("");
    }
    let rest = part.strip_prefix('[')?;
    let end = rest.find(|c: char| !(c.is_ascii_digit() || c == ';' || c == '?'))?;
    let (numbers, shown) = rest.split_at(end);
    let mut shown = shown.chars();
    let known = match shown.next()? {
        'H' | 'C' | 'X' | 'm' => !numbers.contains('?'),
        'J' => numbers == "2",
        't' => matches!(numbers, "22;2" | "23;2"),
        'h' | 'l' => matches!(numbers, "?25" | "?1000" | "?1006" | "?1049" | "?2026"),
        _ => false,
    };
    known.then_some(shown.as_str())
}

/// Whether a character is invisible or reorders its neighbors: bidirectional controls, zero-width characters except
/// joiners, variation selectors and tags.
fn hides(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}')
}
