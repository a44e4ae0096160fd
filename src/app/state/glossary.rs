//! The words and signs of the interface with their meanings. Help, the README and the man page explain them from these
//! tables, and messages use only these words.

/// The words, in the order in which a newcomer meets them.
pub const TERMS: &[(&str, &str)] = &[
    ("speaker", "who said it: a person, an organization, a document or a group"),
    ("role", "how the article introduces a speaker, such as “foreign minister”"),
    ("source", "the words of the article that name the speaker, such as “he”"),
    ("cue", "the words that show that something was said, such as “according to”"),
    ("direct", "a quote that is all in quotation marks"),
    ("partly quoted", "a quote with some words in quotation marks"),
    ("paraphrase", "a quote in the reporter's own words"),
    ("doubtful", "more likely wrong than right; marked with ?"),
    ("quote details", "all that is known about one quote"),
    ("list", "speakers, quotes or entities beside the article"),
    ("mark", "a place in the article that a letter leads back to"),
];

/// The signs on the screen.
pub const SIGNS: &[(&str, &str)] = &[
    ("A B …", "the speakers, those with the most quotes first"),
    ("“", "a direct quote"),
    ("≈", "a partly quoted one"),
    ("~", "a paraphrase"),
    ("?", "doubtful, or by an unknown speaker"),
    ("underlined", "partly quoted or paraphrased words"),
    ("bold", "the source"),
    ("italic", "the cue"),
    ("reversed", "the current quote, mention or hit"),
    ("◆ · │", "right of the text: the current one, the others, what is visible"),
    ("¶3", "the third paragraph"),
];
