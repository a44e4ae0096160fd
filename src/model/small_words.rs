//! Small words: the closed classes of English grammar, as far as sources and clauses need them. Hand-made.

/// Words between subject and verb.
pub const HELPERS: &[&str] = &[
    "also",
    "always",
    "again",
    "all",
    "both",
    "did",
    "does",
    "do",
    "even",
    "ever",
    "first",
    "further",
    "had",
    "has",
    "have",
    "himself",
    "herself",
    "just",
    "later",
    "long",
    "merely",
    "might",
    "never",
    "not",
    "now",
    "often",
    "once",
    "only",
    "reportedly",
    "should",
    "simply",
    "since",
    "so",
    "sometimes",
    "soon",
    "still",
    "that",
    "then",
    "though",
    "today",
    "too",
    "will",
    "would",
    "could",
    "can",
    "may",
    "must",
    "'d",
    "was",
    "is",
    "were",
    "are",
    "been",
    "went",
    "on",
    "to",
    "quoted",
    "as",
    "yesterday",
    "tonight",
    "earlier",
    "recently",
];

/// Words that a noun phrase before its verb cannot hold.
pub const BOUNDARIES: &[&str] = &[
    "but", "when", "while", "because", "as", "if", "where", "although", "though", "since", "after",
    "before", "until", "that", "which", "whether", "what", "how", "why", "than", "so", "said",
    "says", "is", "was", "were", "are", "has", "had", "have", "will", "would", "could", "should",
    "did", "does", "do", "can", "may", "might", "must",
];

/// Words that begin a sentence and are no part of its subject.
pub const OPENERS: &[&str] = &[
    "and",
    "but",
    "so",
    "yet",
    "or",
    "then",
    "still",
    "meanwhile",
    "however",
    "later",
    "also",
    "earlier",
    "instead",
    "even",
    "today",
    "yesterday",
    "now",
    "once",
    "again",
    "thus",
    "finally",
    "nevertheless",
];

/// Small words that lead from a place or time to the subject.
pub const PREPOSITIONS: &[&str] = &[
    "in",
    "on",
    "at",
    "during",
    "after",
    "before",
    "with",
    "by",
    "from",
    "for",
    "about",
    "against",
    "over",
    "under",
    "to",
    "into",
    "through",
    "since",
    "like",
    "despite",
    "near",
    "outside",
    "inside",
    "following",
    "late",
    "early",
    "last",
    "this",
    "amid",
    "via",
    "when",
    "while",
    "as",
];

/// Pronouns that can be a source.
pub const PRONOUNS: &[&str] = &["he", "she", "they", "it", "we", "i", "who", "you"];

/// Words that begin a noun phrase.
pub const DETERMINERS: &[&str] = &[
    "the", "a", "an", "one", "another", "some", "many", "several", "two", "three", "most", "his",
    "her", "their", "its", "our", "my", "both", "other", "these", "those", "each", "few", "no",
];

/// Words of time behind a source: "said Ann Lee Monday".
pub const CLOCK: &[&str] =
    &["today", "yesterday", "tonight", "earlier", "later", "last", "this", "recently"];

/// The days of the week.
pub const WEEKDAYS: &[&str] =
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
